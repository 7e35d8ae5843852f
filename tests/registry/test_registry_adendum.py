"""Adenda in the registry: terms, deadlines and parties move on their day; trees are kept and checked."""

import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sample_agreements import PKS_002, SAAT, add, build

from naskah.bahasa.hari_kerja import Kalender
from naskah.model.galat import NaskahError
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.registry.adendum_registration import register_adendum
from naskah.registry.alerts import list_peringatan
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.lineage import find_parent, read_end, read_lineage
from naskah.registry.query import get_perjanjian, list_perjanjian
from naskah.registry.rebuild import rebuild
from naskah.registry.state import Status
from naskah.registry.trees import compute_sidik
from naskah.registry.verification import verify

ISI = b'{"naskah":"induk"}'


@pytest.fixture
def registry(tmp_path: Path):
    with open_registry(tmp_path / "r.db", create=True) as basis:
        add(basis, build(PKS_002, naskah=compute_sidik(ISI), isi_naskah=ISI))
        yield basis


def adendum(ke: int = 1, **lain: Any) -> PendaftaranAdendum:
    tanggal = lain.pop("tanggal", date(2026 + ke, 3, 1))
    isi = f'{{"naskah":"adendum {ke}"}}'.encode()
    return PendaftaranAdendum.model_validate(
        {
            "id": f"a{ke}",
            "induk": "002",
            "urutan": ke,
            "tanggal": tanggal,
            "berlaku": tanggal,
            "tempat": "Pangkalpinang",
            "nomor": [f"{ke}/A", f"{ke}/B"],
            "perubahan": [{"hapus": {"tempat": "Pasal 13 ayat (3)"}}],
            "naskah": compute_sidik(isi),
            "isi_naskah": isi,
            **lain,
        }
    )


def record(registry: Registry, *semua: PendaftaranAdendum, **lain: Any) -> list[str]:
    return [register_adendum(registry, satu, oleh="Sekretariat", waktu=SAAT, **lain) for satu in semua]


PERPANJANG = [{"selama": "2 tahun"}]


def due(registry: Registry, pada: date) -> list[tuple[str, date]]:
    semua = list_peringatan(registry, pada=pada, dalam=36500, kalender=Kalender())
    return [(p.jenis, p.tanggal) for p in semua if p.jenis != "kewajiban-berkala"]


def semesters(registry: Registry, pada: date) -> list[date]:
    semua = list_peringatan(registry, pada=pada, dalam=36500, kalender=Kalender())
    return [p.tanggal for p in semua if p.jenis == "kewajiban-berkala"]


LAMA = [("pemberitahuan-perpanjangan", date(2030, 3, 29)), ("akhir-jangka-waktu", date(2030, 4, 28))]
BARU = [("pemberitahuan-perpanjangan", date(2032, 3, 29)), ("akhir-jangka-waktu", date(2032, 4, 28))]


def test_an_extension_moves_the_end_and_the_notice_from_its_day_on(registry) -> None:
    record(registry, adendum(ketentuan=PERPANJANG))
    assert due(registry, date(2027, 2, 28)) == LAMA
    assert due(registry, date(2027, 3, 1)) == BARU
    # The semester reports go on to the new end, counted from the first day; the one of October 2026 is missed.
    tengah = (date(tahun, bulan, 28) for tahun in (2027, 2028, 2029) for bulan in (4, 10))
    sampai_2030 = [date(2026, 10, 28), *tengah, date(2030, 4, 28)]
    assert semesters(registry, date(2027, 2, 28)) == sampai_2030
    lanjutan = [date(2030, 10, 28), date(2031, 4, 28), date(2031, 10, 28), date(2032, 4, 28)]
    assert semesters(registry, date(2027, 3, 1)) == [*sampai_2030, *lanjutan]
    satu = get_perjanjian(registry, "002")
    assert (satu.jangka_waktu, satu.akhir) == ("7 tahun", date(2032, 4, 28))
    assert [(a.akhir_semula, a.akhir) for a in satu.adendum] == [(date(2030, 4, 28), date(2032, 4, 28))]


def test_extensions_are_counted_from_the_first_day_without_drift(tmp_path) -> None:
    with open_registry(tmp_path / "r.db", create=True) as basis:
        ketentuan = [{"jenis": "jangka-waktu", "lama": "1 bulan", "sumber": "Pasal 6 ayat (1)"}]
        add(basis, build(PKS_002, tanggal=date(2025, 1, 31), ketentuan=ketentuan))
        record(basis, adendum(1, tanggal=date(2025, 2, 10), ketentuan=[{"selama": "1 bulan"}]))
        # 31-1-2025 + 1 bulan: 28-2; + 2 bulan: 30-3, and not a month after the 28th (tanggal.md 3).
        akhir = [get_perjanjian(basis, "002").adendum[0].akhir_semula, get_perjanjian(basis, "002").akhir]
    assert akhir == [date(2025, 2, 28), date(2025, 3, 30)]


def test_a_total_term_replaces_the_old_one(registry) -> None:
    record(registry, adendum(ketentuan=[{"menjadi": "6 tahun"}]))
    assert get_perjanjian(registry, "002").akhir == date(2031, 4, 28)


def test_the_state_before_an_adendum_is_by_the_old_end(registry) -> None:
    record(registry, adendum(tanggal=date(2030, 4, 1), ketentuan=PERPANJANG))
    satu = get_perjanjian(registry, "002")
    assert satu.status_pada(date(2030, 3, 31)).status is Status.SEGERA_BERAKHIR
    assert satu.status_pada(date(2030, 4, 1)).status is Status.BERLAKU
    assert [p.akhir for p in list_perjanjian(registry, pada=date(2030, 3, 31))] == [date(2030, 4, 28)]
    assert [p.akhir for p in list_perjanjian(registry, pada=date(2030, 4, 1))] == [date(2032, 4, 28)]


def test_a_deadline_that_no_adendum_moves_stays_one_row(registry) -> None:
    sebelum = get_perjanjian(registry, "002").tenggat
    record(registry, adendum())
    assert get_perjanjian(registry, "002").tenggat == sebelum


def test_a_closed_deadline_says_why(registry) -> None:
    record(registry, adendum(ketentuan=PERPANJANG), adendum(2, ketentuan=[{"selama": "1 tahun"}]))
    tutup = {(t.tanggal, t.jenis): (t.berlaku_sampai, t.sebab_tutup) for t in get_perjanjian(registry, "002").tenggat}
    assert tutup[date(2030, 4, 28), "akhir-jangka-waktu"] == (date(2027, 3, 1), "diubah dengan Adendum Kesatu")
    assert tutup[date(2032, 4, 28), "akhir-jangka-waktu"] == (date(2028, 3, 1), "diubah dengan Adendum Kedua")
    assert tutup[date(2033, 4, 28), "akhir-jangka-waktu"] == (None, None)


def test_a_notice_day_that_had_passed_is_not_reopened_or_closed_twice(registry) -> None:
    record(registry, adendum(tanggal=date(2030, 4, 10), ketentuan=PERPANJANG))
    (lama,) = [t for t in get_perjanjian(registry, "002").tenggat if t.tanggal == date(2030, 3, 29)]
    assert (lama.berlaku_sampai, lama.sebab_tutup) == (date(2030, 4, 10), "diubah dengan Adendum Kesatu")


def test_terms_are_replaced_place_by_place(registry) -> None:
    batas = {**PKS_002["ketentuan"][1], "batas": "60 hari"}
    record(registry, adendum(ketentuan=[{"cabut": ["Pasal 6 ayat (2)"], "tambah": [batas]}]))
    assert due(registry, date(2027, 3, 1))[0] == ("pemberitahuan-perpanjangan", date(2030, 2, 27))
    assert due(registry, date(2027, 2, 1)) == LAMA
    berlaku = [k.data.get("batas") for k in get_perjanjian(registry, "002").ketentuan if k.jenis == "batas-waktu"]
    assert berlaku == ["60 hari"]


def test_a_party_has_its_new_facts(registry) -> None:
    pihak = [{"urutan": 1, "penandatangan": "Ratna", "jabatan": "Kepala Dinas", "kuasa": []}]
    record(registry, adendum(pihak=pihak))
    kesatu = get_perjanjian(registry, "002").pihak[0]
    assert (kesatu.penandatangan, kesatu.jabatan, kesatu.kuasa) == ("Ratna", "Kepala Dinas", ())
    assert kesatu.nomor == "002/TKKSD/DKUKM/2025"


def test_registering_an_adendum_twice_changes_nothing(registry) -> None:
    assert record(registry, adendum(), adendum()) == ["baru", "sama"]
    assert len(get_perjanjian(registry, "002").peristiwa) == 2


def test_other_facts_replace_the_last_adendum_only_when_asked(registry) -> None:
    record(registry, adendum(ketentuan=PERPANJANG))
    lain = adendum(ketentuan=[{"selama": "3 tahun"}])
    with pytest.raises(NaskahError, match="berbeda pada: ketentuan.*--perbarui"):
        record(registry, lain)
    assert record(registry, lain, perbarui=True) == ["diperbarui"]
    assert get_perjanjian(registry, "002").akhir == date(2033, 4, 28)
    record(registry, adendum(2))
    with pytest.raises(NaskahError, match="sudah ada Adendum Kedua"):
        record(registry, adendum(ketentuan=PERPANJANG), perbarui=True)


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"induk": "003"}, 'perjanjian "003" tidak ada'),
        ({"urutan": 3}, "menyebut Adendum Ketiga, padahal menurut registri ini Adendum Kesatu"),
        ({"id": "002"}, "sudah dipakai sebuah perjanjian"),
        ({"ketentuan": [{"cabut": ["Pasal 6 ayat (1)"]}]}, "mengacu pada akhir jangka waktu"),
        ({"ketentuan": [{"cabut": ["Pasal 6 ayat (1)"]}, {"selama": "1 tahun"}]}, "jangka waktunya tidak ada"),
    ],
)
def test_an_adendum_that_does_not_fit_is_refused_and_nothing_recorded(registry, lain, pesan) -> None:
    with pytest.raises(NaskahError, match=pesan.replace("(", r"\(").replace(")", r"\)")):
        record(registry, adendum(**lain))
    assert len(get_perjanjian(registry, "002").peristiwa) == 1
    assert verify(registry) == []


def test_an_adendum_is_known_by_its_numbers_and_its_id(registry) -> None:
    record(registry, adendum())
    with pytest.raises(NaskahError, match='terdaftar dengan id "a1"'):
        record(registry, adendum(2, id="lain", nomor=["1/B", "1/A"]))
    add(registry, build(PKS_002, id="lain", judul="Lain", tanggal=date(2025, 5, 1)))
    with pytest.raises(NaskahError, match='sudah dipakai adendum atas "002"'):
        record(registry, adendum(induk="lain"))


def test_facts_corrected_later_keep_their_adenda(registry) -> None:
    record(registry, adendum(ketentuan=PERPANJANG))
    ketentuan = [{**k, "lama": "4 tahun"} if k["jenis"] == "jangka-waktu" else k for k in PKS_002["ketentuan"]]
    baru = build(PKS_002, ketentuan=ketentuan, naskah=compute_sidik(ISI), isi_naskah=ISI)
    add(registry, baru, perbarui=True)
    assert get_perjanjian(registry, "002").jangka_waktu == "6 tahun"
    record(registry, adendum(ketentuan=[{"menjadi": "7 tahun"}]), perbarui=True)
    assert get_perjanjian(registry, "002").jangka_waktu == "7 tahun"  # a printed total stays what it is


def test_facts_without_a_text_do_not_take_the_place_of_one_that_adenda_change(registry) -> None:
    record(registry, adendum())
    with pytest.raises(NaskahError, match="sudah beradendum, jadi isinya hanya diperbarui dari rancangannya"):
        add(registry, build(PKS_002, judul="Lain"), perbarui=True)


def test_an_adendum_is_not_an_agreement_and_says_of_which_it_is(registry) -> None:
    record(registry, adendum())
    for baca in (get_perjanjian, read_lineage):
        with pytest.raises(NaskahError, match='"a1" adalah Adendum Kesatu atas "002"; pakai id itu'):
            baca(registry, "a1")


def test_how_a_change_was_written_may_be_put_right_when_others_follow_but_not_what_was_signed(registry) -> None:
    record(registry, adendum(), adendum(2))
    tulis = {"perubahan": [{"hapus": {"tempat": "Pasal 13 ayat (3)"}}, {"perpanjang": {"menjadi": "7 tahun"}}]}
    assert record(registry, adendum(**tulis), perbarui=True) == ["diperbarui"]
    assert [a.data["id"] for a in read_lineage(registry, "002").adendum] == ["a1", "a2"]
    with pytest.raises(NaskahError, match="sesudah adendum ini sudah ada Adendum Kedua"):
        record(registry, adendum(tempat="Muntok"), perbarui=True)


@pytest.mark.parametrize(("pada", "akhir"), [(date(2030, 4, 28), None), (date(2030, 4, 29), date(2030, 4, 28))])
def test_the_last_day_of_what_has_ended_is_known_from_the_day_after(registry, pada, akhir) -> None:
    assert read_end(registry, "002", pada) == akhir


def test_rebuilding_gives_the_same_projection(registry) -> None:
    record(registry, adendum(ketentuan=PERPANJANG), adendum(2, pihak=[{"urutan": 2, "nama": "BPJS"}]))
    assert verify(registry) == []
    assert rebuild(registry).sama


def test_the_lineage_holds_the_tree_and_the_adenda_in_order(registry) -> None:
    record(registry, adendum(), adendum(2))
    silsilah = read_lineage(registry, "002")
    assert (silsilah.require_naskah(), silsilah.tanggal) == (ISI, "2025-04-29")
    assert [a.data["id"] for a in silsilah.adendum] == ["a1", "a2"]
    assert (find_parent(registry, "a2"), find_parent(registry, "002")) == ("002", None)
    with pytest.raises(NaskahError, match="Maksudnya 002"):
        read_lineage(registry, "0022")


def test_an_agreement_registered_without_its_tree_says_what_to_do(tmp_path) -> None:
    with open_registry(tmp_path / "r.db", create=True) as basis:
        add(basis, build(PKS_002))
        with pytest.raises(NaskahError, match="daftarkan ulang dengan --perbarui"):
            read_lineage(basis, "002").require_naskah()
        add(basis, build(PKS_002, naskah=compute_sidik(ISI), isi_naskah=ISI), perbarui=True)
        assert read_lineage(basis, "002").require_naskah() == ISI


@pytest.mark.parametrize(
    ("sql", "pesan"),
    [
        ("DELETE FROM naskah WHERE sidik = ?", 'yang disebut peristiwa 1 (perjanjian "002") hilang'),
        ("UPDATE naskah SET isi = x'00' WHERE sidik = ?", "diubah: isinya tidak cocok"),
    ],
)
def test_a_tree_that_was_lost_or_changed_is_found(registry, sql, pesan) -> None:
    with registry.write() as conn:
        conn.execute(sql, (compute_sidik(ISI),))
    assert any(pesan in satu for satu in verify(registry))
    with pytest.raises(NaskahError, match="cadangan"):
        read_lineage(registry, "002")


def test_a_forged_tree_under_the_right_name_is_found(registry) -> None:
    with registry.write() as conn:
        conn.execute("UPDATE naskah SET isi = ? WHERE sidik = ?", (zlib.compress(b"palsu"), compute_sidik(ISI)))
    assert any("diubah: isinya tidak cocok" in satu for satu in verify(registry))
