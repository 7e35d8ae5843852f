"""A parent registered anew under its adenda: what was signed on paper must still be so, or nothing is recorded."""

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from naskah.library.any_draft import load_draft
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace, packaged_data
from naskah.model.galat import NaskahError
from naskah.publishing.consolidation import consolidate_registered
from naskah.publishing.drafts import publish_draft
from naskah.publishing.publish import Pilihan
from naskah.registry.database import open_registry
from naskah.registry.query import get_perjanjian
from naskah.rendering.text import render_txt

CONTOH = Path(__file__).parents[2] / "examples" / "pks-babel.yaml"
ID = "pks-babel-2025"
LAPORAN = "Laporan disampaikan setiap 6 (enam) bulan."
SATU: dict[str, Any] = {
    "jenis": "adendum", "id": "satu", "induk": {"id": ID}, "tanggal": "2027-03-01", "tempat": "Muntok",
    "perubahan": [{"perpanjang": {"selama": "2 tahun"}},
                  {"ubah": {"tempat": "Pasal 8 ayat (2)", "isi": LAPORAN, "ketentuan": "tetap"}}],
}  # fmt: skip
DUA = SATU | {"id": "dua", "tanggal": "2028-03-01", "perubahan": [{"hapus": "Pasal 7 ayat (6)"}]}

Daftar = Callable[..., Any]


@pytest.fixture
def daftar(tmp_path: Path) -> Daftar:
    """Register a draft given as data."""

    def run(data: dict[str, Any], *, perbarui: bool = False) -> Any:
        berkas = tmp_path / f"{data['id']}.yaml"
        berkas.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        pilihan = Pilihan(tmp_path / data["id"], format=("txt",), registri=tmp_path / "registry.db",
                          perbarui=perbarui, oleh="uji", timpa=True)  # fmt: skip
        return publish_draft(load_draft(berkas), Pustaka(Workspace(packaged_data())), pilihan).pendaftaran

    return run


@pytest.fixture
def induk(daftar: Daftar) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(CONTOH.read_text(encoding="utf-8"))
    daftar(data)
    return data


def find_pasal(data: dict[str, Any], topik: str) -> dict[str, Any]:
    return next(p for p in data["pasal"] if str(p.get("klausul")).startswith(topik))


def set_term(data: dict[str, Any], durasi: str) -> dict[str, Any]:
    find_pasal(data, "jangka-waktu")["parameter"]["durasi"] = durasi
    return data


def read_words(registri: Path, pada: str) -> str:
    from datetime import date

    with open_registry(registri, readonly=True) as basis:
        return " ".join(render_txt(consolidate_registered(basis, ID, date.fromisoformat(pada))).split())


def test_a_term_other_than_the_one_that_was_extended_is_refused_naming_the_adendum(daftar, induk, tmp_path) -> None:
    daftar(SATU)
    with pytest.raises(NaskahError) as info:
        daftar(set_term(induk, "4 tahun"), perbarui=True)
    pesan = str(info.value)
    assert "Adendum Kesatu (satu) memperpanjang 5 tahun dengan 2 tahun dan naskahnya menyebut 7 tahun" in pesan
    with open_registry(tmp_path / "registry.db", readonly=True) as basis:
        assert get_perjanjian(basis, ID).jangka_waktu == "7 tahun"


def test_what_is_advised_there_can_be_done_and_paper_and_calendar_agree(daftar, induk, tmp_path) -> None:
    daftar(SATU)
    daftar(DUA)
    seluruhnya = SATU | {"perubahan": [{"perpanjang": {"menjadi": "7 tahun"}}, SATU["perubahan"][1]]}
    assert daftar(seluruhnya, perbarui=True) == "diperbarui"
    assert daftar(set_term(induk, "4 tahun"), perbarui=True) == "diperbarui"
    with open_registry(tmp_path / "registry.db", readonly=True) as basis:
        assert get_perjanjian(basis, ID).jangka_waktu == "7 tahun"
    assert "selama 7 (tujuh) tahun" in read_words(tmp_path / "registry.db", "2028-06-01")
    assert "selama 4 (empat) tahun" in read_words(tmp_path / "registry.db", "2026-06-01")


def count_events(registri: Path) -> int:
    with open_registry(registri, readonly=True) as basis:
        return len(get_perjanjian(basis, ID).peristiwa)


def drop_monev(data: dict[str, Any]) -> None:
    data["pasal"].remove(find_pasal(data, "monev"))


def shorten_monev(data: dict[str, Any]) -> None:
    i = data["pasal"].index(find_pasal(data, "monev"))
    data["pasal"][i] = {"judul": "Pemantauan", "isi": "Dipantau bersama.", "label": "monev"}


def add_pasal(data: dict[str, Any]) -> None:
    data["pasal"].insert(1, {"judul": "Sasaran", "isi": "Sasarannya pelaku usaha.", "label": "sasaran"})


def shorten_term(data: dict[str, Any]) -> None:
    set_term(data, "1 tahun")


def add_party(data: dict[str, Any]) -> None:
    data["pihak"].append(deepcopy(data["pihak"][1]) | {"nama": "Koperasi Ketiga", "nomor": "3/2025"})
    data["bagian"]["penutup"]["parameter"] |= {"rangkap": 3, "bermeterai": 3}
    hak = find_pasal(data, "hak-kewajiban")
    data["pasal"][data["pasal"].index(hak)] = {"judul": "Hak dan Kewajiban", "isi": "Sama.", "label": "hak-kewajiban"}


def sign_later(data: dict[str, Any]) -> None:
    data["tanggal"] = "2027-04-01"
    data["pihak"][0]["nomor"], data["pihak"][1]["nomor"] = "002/TKKSD/DKUKM/2027", "PER/06/042027"


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        (drop_monev, "Adendum Kesatu (satu) mengubah Pasal 8 ayat (2), sedangkan dalam isi yang baru Pasal 8 mengatur"),
        (shorten_monev, "mengubah tempat yang tidak ada dalam isi yang baru: Pasal 8 ayat (2) tidak ada"),
        (add_party, "kini 3 pihak, padahal Adendum Kesatu ditandatangani 2 pihak"),
        (add_pasal, "dalam isi yang baru Pasal 8 mengatur hal lain"),
        (shorten_term, "berakhir 28 April 2026, sebelum Adendum Kesatu ditandatangani (1 Maret 2027)"),
        (sign_later, "penandatanganan menjadi 1 April 2027, padahal Adendum Kesatu ditandatangani 1 Maret 2027"),
    ],
)
def test_a_correction_that_makes_an_adendum_impossible_records_nothing(daftar, induk, tmp_path, ubah, pesan) -> None:
    daftar(SATU)
    daftar(DUA)
    sebelum = count_events(tmp_path / "registry.db"), (tmp_path / f"{ID}.txt").read_bytes()
    ubah(induk)
    with pytest.raises(NaskahError, match=re.escape(pesan)) as info:
        daftar(induk, perbarui=True)
    assert "tidak cocok" not in str(info.value)  # what stands on a place that is told is not told again
    assert sebelum == (count_events(tmp_path / "registry.db"), (tmp_path / f"{ID}.txt").read_bytes())


def test_a_correction_that_the_adenda_do_not_touch_is_taken(daftar, induk, tmp_path) -> None:
    daftar(SATU)
    sisip = {"sisipkan": {"setelah": "Pasal 8 ayat (2)", "isi": "(2a) Laporan ditelaah.\n(2b) Telaahnya dicatat."}}
    daftar(DUA | {"perubahan": [*DUA["perubahan"], sisip]})
    induk["pihak"][0]["penandatangan"]["nama"] = "Ahmad Yani Putra"
    assert daftar(induk, perbarui=True) == "diperbarui"
    assert LAPORAN in read_words(tmp_path / "registry.db", "2028-06-01")


def test_without_adenda_any_correction_is_taken(daftar, induk) -> None:
    drop_monev(induk)
    assert daftar(set_term(induk, "2 tahun"), perbarui=True) == "diperbarui"
