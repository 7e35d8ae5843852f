"""The workspace: found by walking up, its own files before the packaged ones, its settings and its calendar."""

from datetime import date
from pathlib import Path

import pytest

from naskah.library.new_workspace import create_workspace
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import TINGKAT_BAWAAN, Workspace, find_workspace, packaged_data
from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisNaskah


@pytest.mark.parametrize("dari", [".", "a", "a/b/c"])
def test_the_workspace_is_found_by_walking_up(tmp_path: Path, dari: str) -> None:
    (tmp_path / "naskah.yaml").touch()
    (tmp_path / dari).mkdir(parents=True, exist_ok=True)
    assert find_workspace(tmp_path / dari).akar == tmp_path


def test_the_nearest_workspace_wins(tmp_path: Path) -> None:
    dalam = tmp_path / "a" / "b"
    dalam.mkdir(parents=True)
    (tmp_path / "naskah.yaml").touch()
    (tmp_path / "a" / "naskah.yaml").touch()
    assert find_workspace(dalam).akar == tmp_path / "a"


def test_the_two_folders_alone_make_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "clauses").mkdir()
    assert find_workspace(tmp_path).akar != tmp_path
    (tmp_path / "templates").mkdir()
    assert find_workspace(tmp_path).akar == tmp_path


def test_a_folder_named_like_the_settings_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "naskah.yaml").mkdir()
    assert find_workspace(tmp_path).akar != tmp_path


def test_outside_a_workspace_the_packaged_data_serve() -> None:
    ruang = Workspace(None)
    data = packaged_data()
    assert (ruang.clauses, ruang.templates, ruang.peraturan) == (
        data / "clauses",
        data / "templates",
        data / "peraturan.yaml",
    )
    assert ruang.clauses.is_dir() and ruang.peraturan.is_file()
    assert ruang.pengaturan.tanggal_sama is False


def test_outside_a_workspace_there_is_no_registry() -> None:
    with pytest.raises(NaskahError, match="naskah mulai"):
        _ = Workspace(None).registri


def test_what_a_workspace_does_not_have_comes_from_the_package(tmp_path: Path) -> None:
    (tmp_path / "clauses").mkdir()
    ruang = Workspace(tmp_path)
    assert ruang.clauses == tmp_path / "clauses"
    assert ruang.templates == packaged_data() / "templates"
    assert ruang.registri == tmp_path / "registry.db"


def test_the_settings_are_read_once_from_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "naskah.yaml").write_text("unit: Bagian Kerja Sama\ntanggal_sama: true\n")
    ruang = Workspace(tmp_path)
    assert (ruang.pengaturan.unit, ruang.pengaturan.tanggal_sama) == ("Bagian Kerja Sama", True)
    (tmp_path / "naskah.yaml").unlink()
    assert ruang.pengaturan.tanggal_sama is True
    assert Workspace(tmp_path).pengaturan.tanggal_sama is False


def test_wrong_settings_are_refused_with_their_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "naskah.yaml").write_text("tanggal_sama: true\nlibr: {}\n")
    with pytest.raises(NaskahError, match="naskah.yaml:2: libr: kunci ini tidak dikenal; mungkin maksudnya 'libur'"):
        _ = Workspace(tmp_path).pengaturan


def test_local_days_off_and_days_on_reach_the_calendar(tmp_path: Path) -> None:
    (tmp_path / "naskah.yaml").write_text("libur:\n  2026-02-10: Hari Jadi\nmasuk: [2026-08-17]\n")
    biasa, setempat = Workspace(None).kalender, Workspace(tmp_path).kalender
    hari_jadi, kemerdekaan = date(2026, 2, 10), date(2026, 8, 17)
    assert (biasa.is_hari_kerja(hari_jadi), setempat.is_hari_kerja(hari_jadi)) == (True, False)
    assert (biasa.is_hari_kerja(kemerdekaan), setempat.is_hari_kerja(kemerdekaan)) == (False, True)
    assert setempat.nama_libur(hari_jadi) == "Hari Jadi"


def test_a_day_both_off_and_on_is_refused_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "naskah.yaml").write_text("libur:\n  2026-02-10: Hari Jadi\nmasuk: [2026-02-10]\n")
    with pytest.raises(NaskahError, match="naskah.yaml: 10 Februari 2026 tercatat"):
        _ = Workspace(tmp_path).kalender


def test_a_new_workspace_has_all_that_the_package_has(tmp_path: Path) -> None:
    create_workspace(tmp_path / "baru")
    ruang = find_workspace(tmp_path / "baru")
    assert ruang.akar == tmp_path / "baru"
    for folder in ("clauses", "templates"):
        asal = {p.relative_to(packaged_data()) for p in (packaged_data() / folder).rglob("*.*") if p.is_file()}
        assert {p for p in asal if p.name[0] not in ".~"} == {
            p.relative_to(tmp_path / "baru") for p in (tmp_path / "baru" / folder).rglob("*.*") if p.is_file()
        }
    assert not (tmp_path / "baru" / "examples").exists()
    assert not (tmp_path / "baru" / "registry.db").exists()


def test_a_new_workspace_is_never_laid_over_something_else(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(NaskahError, match="ini berkas"):
        create_workspace(tmp_path / "berkas")
    with pytest.raises(NaskahError, match="sudah berisi"):
        create_workspace(tmp_path)


def test_keeping_a_workspace_adds_only_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "naskah.yaml").write_text("tanggal_sama: true\n")
    create_workspace(tmp_path, keep=True)
    assert (tmp_path / "naskah.yaml").read_text() == "tanggal_sama: true\n"
    assert (tmp_path / "peraturan.yaml").is_file()


def test_the_form_of_a_kind_comes_from_the_clause_folder(tmp_path: Path) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses" / "bentuk.yaml").write_text(
        "nota-kesepakatan:\n"
        "  gaya: {tanggal: penuh, pihak: angka, premis: huruf, tanda_tangan: urut, jabatan_di_tanda_tangan: true,"
        " paraf: false}\n"
        "  bagian: {pembuka: a/b}\n"
        "kesepakatan-bersama:\n  gaya: {}\n  bagian: {}\n"
    )
    pustaka = Pustaka(Workspace(tmp_path))
    assert pustaka.bentuk(JenisNaskah.NOTA_KESEPAKATAN).gaya.tanda_tangan == "urut"
    with pytest.raises(NaskahError, match="bentuk.yaml: bentuk 'perjanjian-kerja-sama' belum ada"):
        pustaka.bentuk(JenisNaskah.PERJANJIAN_KERJA_SAMA)
    with pytest.raises(NaskahError, match=r"bentuk.yaml:5: kesepakatan-bersama › gaya › paraf: kunci ini belum diisi"):
        pustaka.bentuk(JenisNaskah.KESEPAKATAN_BERSAMA)


def test_the_usual_levels_of_alerts_are_those_of_the_settings() -> None:
    assert Workspace(None).pengaturan.peringatan.tingkat == tuple(TINGKAT_BAWAAN)
