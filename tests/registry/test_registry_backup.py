"""Backups: whole, checked, never over another file; made while others write; older ones make room."""

import os
import sqlite3
import stat
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sample_agreements import add, as_ordinary_user, build

from naskah.model.galat import NaskahError
from naskah.registry.backup import Cadangan, back_up
from naskah.registry.database import open_registry
from naskah.registry.query import list_perjanjian
from naskah.registry.schema import PENGAMAN
from naskah.registry.verification import read_head, verify

HARI = date(2026, 1, 31)


def copy(path: Path, tujuan: Path | None = None, hari: date = HARI, simpan: int | None = None) -> Cadangan:
    with open_registry(path, readonly=True) as registry:
        return back_up(registry, tujuan, hari=hari, simpan=simpan)


def refused(*argumen: object, **lain: object) -> str:
    with pytest.raises(NaskahError) as galat:
        copy(*argumen, **lain)
    return str(galat.value)


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_backup_is_a_registry_of_its_own_with_the_same_end_of_the_chain(three: Path) -> None:
    hasil = copy(three)
    assert hasil.path == three.with_name("registry.cadangan-2026-01-31.db")
    with open_registry(three) as asal, open_registry(hasil.path) as salinan:
        assert read_head(salinan) == read_head(asal) == hasil.kepala
        assert verify(salinan) == []
        assert [p.id for p in list_perjanjian(salinan, pada=HARI)] == ["000", "001", "002"]
        # It can be worked with: a restored backup goes on where it stood.
        assert add(salinan, build(id="baru")) == ["baru"]
    assert names(three.parent) == ["registry.cadangan-2026-01-31.db", "registry.db"]


def test_what_a_writer_has_not_committed_is_not_in_the_backup_and_what_it_has_is(three: Path) -> None:
    with open_registry(three) as penulis:
        add(penulis, build(id="selesai"))
        with penulis.write() as conn:
            conn.execute("UPDATE perjanjian SET judul = 'belum selesai'")
            hasil = copy(three)
    with open_registry(hasil.path) as salinan:
        assert verify(salinan) == []
        assert {p.id for p in list_perjanjian(salinan, pada=HARI)} == {"000", "001", "002", "selesai"}


def test_a_second_backup_of_one_day_is_numbered(three: Path) -> None:
    assert [copy(three).path.name for _ in range(3)] == [
        "registry.cadangan-2026-01-31.db", "registry.cadangan-2026-01-31-2.db", "registry.cadangan-2026-01-31-3.db"
    ]  # fmt: skip


def test_a_backup_goes_to_the_folder_or_the_file_named(three: Path, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    assert copy(three, folder).path == folder / "registry.cadangan-2026-01-31.db"
    assert copy(three, folder / "salinan.db").path == folder / "salinan.db"
    assert names(folder) == ["registry.cadangan-2026-01-31.db", "salinan.db"]


def test_a_file_that_is_there_is_never_replaced(three: Path, tmp_path: Path) -> None:
    ada, tautan = tmp_path / "ada.db", tmp_path / "tautan.db"
    ada.write_text("punya orang")
    tautan.symlink_to("entah-ke-mana")
    for tujuan in (ada, tautan, three):
        assert refused(three, tujuan).startswith(f"{tujuan}: berkas ini sudah ada dan tidak ditimpa.")
    assert ada.read_text() == "punya orang"
    assert tautan.is_symlink()
    assert names(tmp_path) == ["ada.db", "registry.db", "tautan.db"]


@pytest.mark.parametrize(
    ("tujuan", "simpan", "pesan"),
    [
        ("tidak/ada.db", None, ["foldernya tidak ada. Buat dahulu foldernya."]),
        ("cadangan", None, ["folder ini belum ada. Buat dahulu foldernya, atau tulis nama berkas"]),
        ("a.db", 3, ["--simpan berlaku untuk cadangan yang diberi nama sendiri"]),
        ("tidak/ada.db", 3, ["foldernya tidak ada", "--simpan berlaku"]),
        ("", 0, ["--simpan 0: paling sedikit satu"]),
    ],
)
def test_a_place_that_will_not_do_is_named_and_nothing_made(
    three: Path, tujuan: str, simpan: int | None, pesan: list[str]
) -> None:
    galat = refused(three, three.parent / tujuan, simpan=simpan)
    assert all(satu in galat for satu in pesan), galat
    assert names(three.parent) == ["registry.db"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_a_backup_may_be_read_by_nobody_who_may_not_read_the_registry(three: Path, mode: int) -> None:
    three.chmod(mode)
    assert stat.S_IMODE(copy(three).path.stat().st_mode) == mode


def test_only_the_last_backups_are_kept(three: Path) -> None:
    for hari in (1, 2, 3, *[4] * 11):
        copy(three, hari=date(2026, 1, hari))
    hasil = copy(three, hari=date(2026, 1, 5), simpan=3)
    # The tenth of a day comes after its ninth.
    assert [n[18:] for n in names(three.parent)[:-1]] == ["2026-01-04-10.db", "2026-01-04-11.db", "2026-01-05.db"]
    dibuang = [f"2026-01-04-{i}.db" for i in range(9, 1, -1)]
    dibuang += [f"2026-01-0{i}.db" for i in range(4, 0, -1)]
    assert [p.name[18:] for p in hasil.dibuang] == dibuang


def test_no_file_but_a_backup_of_this_very_registry_makes_room(three: Path, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    lain = tmp_path / "lain" / "registry.db"
    lain.parent.mkdir()
    with open_registry(lain, create=True) as registry:
        add(registry, build(id="lain"))
    copy(lain, folder, hari=date(2020, 1, 1))
    (folder / "registry.cadangan-2020-01-02.db").write_text("bukan registri")
    (folder / "registry.cadangan-2020-01-03.db").mkdir()
    (folder / "registry.cadangan-2020-01-04.db").symlink_to(three)
    # Of an older schema, and a name of the user's own.
    for nama in ("registry.cadangan-v3.db", "registry.cadangan-2020-01-05 penting.db"):
        (folder / nama).write_bytes(three.read_bytes())
    copy(three, folder, hari=date(2020, 1, 6))
    sebelum = names(folder)
    hasil = copy(three, folder, hari=HARI, simpan=1)
    assert [p.name for p in hasil.dibuang] == ["registry.cadangan-2020-01-06.db"]
    assert names(folder) == sorted(
        [*(n for n in sebelum if n != "registry.cadangan-2020-01-06.db"), "registry.cadangan-2026-01-31.db"]
    )


def test_a_backup_that_knows_events_the_registry_lost_is_kept(three: Path) -> None:
    salinan = three.read_bytes()
    with open_registry(three) as registry:
        add(registry, build(id="hilang"))
    lama = copy(three, hari=date(2026, 1, 1)).path
    three.write_bytes(salinan)
    assert copy(three, simpan=1).dibuang == ()
    assert lama.exists()


def tamper(path: Path, perintah: str) -> None:
    with closing(sqlite3.connect(path)) as conn:
        for nama in PENGAMAN:
            conn.execute(f"DROP TRIGGER {nama}")
        conn.execute(perintah)
        for sql in PENGAMAN.values():
            conn.execute(sql)
        conn.commit()


def test_a_damaged_registry_is_not_backed_up_over_the_good_ones(three: Path) -> None:
    copy(three, hari=date(2026, 1, 1))
    tamper(three, "UPDATE peristiwa SET oleh = 'Orang Lain' WHERE urutan = 2")
    pesan = refused(three, simpan=1)
    assert "Peristiwa 2 diubah" in pesan
    assert 'Cadangan tidak dibuat, dan cadangan yang lama dibiarkan. Jalankan "naskah registri verifikasi"' in pesan
    assert names(three.parent) == ["registry.cadangan-2026-01-01.db", "registry.db"]


def test_a_file_with_a_damaged_page_is_not_backed_up(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        ((halaman,),) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'pihak'").fetchall()
    isi = bytearray(three.read_bytes())
    isi[(halaman - 1) * 4096 + 100 : halaman * 4096 - 100] = b"\xff" * 3896
    three.write_bytes(isi)
    assert "Cadangan tidak dibuat" in refused(three)
    assert names(three.parent) == ["registry.db"]


def test_a_folder_that_may_not_be_written_is_named(folder_read_only: Path, tmp_path: Path) -> None:
    with as_ordinary_user():
        pesan = refused(folder_read_only / "registry.db")
    assert "registry.cadangan-2026-01-31.db: foldernya tidak dapat ditulis." in pesan
    assert names(folder_read_only) == ["registry.db"]


def test_a_registry_that_may_only_be_read_is_backed_up_elsewhere(folder_read_only: Path) -> None:
    with as_ordinary_user():
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as tujuan:
            assert copy(folder_read_only / "registry.db", Path(tujuan)).kepala.jumlah == 4


def test_what_a_killed_backup_left_is_removed_with_the_older_ones_but_not_one_being_made(three: Path) -> None:
    nama = ".registry.cadangan-2026-01-30.db."
    sisa = [three.with_name(f"{nama}0123abcd.baru{akhiran}") for akhiran in ("", "-journal")]
    lain = [three.with_name(f"{nama}fedc4321.baru"), three.with_name(".lain.cadangan-2026-01-30.db.0123abcd.baru")]
    for satu in (*sisa, *lain):
        satu.write_bytes(b"x")
    for satu in (*sisa, lain[1]):
        os.utime(satu, (time.time() - 7200,) * 2)
    hasil = copy(three, simpan=1)
    assert set(hasil.dibuang) == set(sisa)
    assert all(satu.exists() for satu in lain)
