"""A05, A06, A08, A09, A10: dates of a document against each other."""

from dataclasses import replace

import pytest
from written_documents import KEDUA, KESATU, NOMOR, find, quotes, write, write_rule

from naskah.checking.finding import Keparahan
from naskah.model.bacaan import Bacaan
from naskah.model.isi import isi
from naskah.model.naskah import Lampiran, Naskah
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja

GALAT, PERINGATAN, SARAN = Keparahan.GALAT, Keparahan.PERINGATAN, Keparahan.SARAN


@pytest.mark.parametrize(
    ("lain", "keparahan"),
    [
        ({"kedua": KEDUA.replace("2 Mei 2031", "6 Mei 2031")}, [GALAT]),
        ({"kesatu": KESATU.replace("3 Maret 2030", "3 Maret 2032")}, [GALAT]),
        ({"kedua": KEDUA.replace("SKS/5/2031 tanggal 2 Mei 2031", "SKS/5/062031")}, [PERINGATAN]),
        ({"kedua": KEDUA.replace("SKS/5/2031 tanggal 2 Mei 2031", "SKS/5/052031")}, []),
        ({"kedua": KEDUA.replace("2 Mei 2031", "5 Mei 2031")}, []),
        ({}, []),
    ],
)
def test_authority_is_not_later_than_the_signing(lain: dict[str, str], keparahan: list[Keparahan]) -> None:
    assert [satu.keparahan for satu in find("A05", write(**lain))] == keparahan


def test_where_the_signing_is_in_doubt_authority_is_compared_with_the_later_date() -> None:
    ragu = "Pada hari ini Minggu tanggal lima bulan Mei tahun dua ribu tiga puluh satu (8-5-2031), kami:"
    assert find("A05", write(pembuka=ragu, kedua=KEDUA.replace("2 Mei 2031", "8 Mei 2031"))) == []
    (temuan,) = find("A05", write(pembuka=ragu, kedua=KEDUA.replace("2 Mei 2031", "9 Mei 2031")))
    assert temuan.letak == "Komparisi PIHAK KEDUA"


@pytest.mark.parametrize(
    ("nomor", "keparahan"),
    [
        ("PER/7/092031", [PERINGATAN]),
        ("PER/7/042031", [SARAN]),
        ("PER/7/052031", []),
        ("7/PPN/IX/2031", [PERINGATAN]),
        ("7/PPN/V/2031", []),
        ("7/PPN/2029", [PERINGATAN]),
        ("7 TAHUN 2032", [PERINGATAN]),
        ("100.3.7/05/2031", []),
        ("12345", []),
    ],
)
def test_a_number_tells_the_time_of_the_signing(nomor: str, keparahan: list[Keparahan]) -> None:
    temuan = find("A06", write(nomor=(NOMOR[0], nomor)))
    assert [satu.keparahan for satu in temuan] == keparahan
    assert all((satu.letak, satu.kutipan) == ("Nomor", nomor) for satu in temuan)


def test_a_number_of_the_old_year_may_be_signed_in_january() -> None:
    pembuka = "Pada hari ini Rabu tanggal satu bulan Januari tahun dua ribu tiga puluh dua (1-1-2032), kami:"
    assert [satu.keparahan for satu in find("A06", write(nomor=("1/KS/2031",), pembuka=pembuka))] == [SARAN]


def test_a_regulation_has_the_year_of_its_enactment() -> None:
    assert len(find("A06", write_rule("Cuaca dipantau.", tahun=2030))) == 1
    assert find("A06", write_rule("Cuaca dipantau.")) == []


def plan(*tahun: int, masa: str = "berlaku selama 2 (dua) tahun terhitung sejak ditandatangani") -> Bacaan:
    """An agreement, signed 5 Mei 2031, with a plan of these years."""
    bacaan = write(("JANGKA WAKTU", f"Nota Kesepakatan ini {masa}."), jenis="NOTA KESEPAKATAN")
    kegiatan = KegiatanTabel("a", isi("Ukur"), (), isi("Cempaka"), isi("APBD"), tahun, (), isi("data"), isi("data"))
    tabel = TabelRencanaKerja(tahun, (), (ProgramTabel("1", isi("Cuaca"), (kegiatan,)),))
    assert isinstance(bacaan.naskah, Naskah)
    return replace(bacaan, naskah=replace(bacaan.naskah, lampiran=(Lampiran((), (), (), tabel, ()),)))


@pytest.mark.parametrize(
    ("tahun", "keparahan"),
    [
        ((2031, 2032, 2033), []),
        ((2031, 2032), [SARAN]),
        ((2032, 2033), [SARAN]),
        ((2031, 2033), [PERINGATAN]),
        ((2031, 2032, 2033, 2034), [GALAT]),
        ((2030, 2031, 2032, 2033), [GALAT]),
    ],
)
def test_a_plan_has_the_years_of_the_term(tahun: tuple[int, ...], keparahan: list[Keparahan]) -> None:
    assert [satu.keparahan for satu in find("A08", plan(*tahun))] == keparahan


def test_a_term_that_ends_with_a_year_needs_no_column_for_the_next() -> None:
    masa = "berlaku mulai tanggal 1 Januari 2032 sampai dengan tanggal 31 Desember 2033"
    assert find("A08", plan(2032, 2033, masa=masa)) == []


def test_a_plan_of_a_document_without_a_term_is_not_judged() -> None:
    assert find("A08", plan(2040, masa="dilaksanakan dengan iktikad baik")) == []


AWAL = ("AWAL", "PIHAK yang menghendaki pengakhiran memberitahukannya paling lambat 1 (satu) bulan sebelumnya.")


def ending(lama: str, hal: str = "pengakhiran") -> tuple[str, str]:
    return ("AKHIR", f"Usul {hal} disampaikan secara tertulis paling lambat {lama} sebelum naskah berakhir.")


def test_two_notice_periods_for_one_act_are_told_with_both_places() -> None:
    (temuan,) = find("A09", write(AWAL, ending("3 (tiga) bulan")))
    assert temuan.letak == "Pasal 2"
    assert temuan.kutipan == "3 (tiga) bulan"
    assert '"1 (satu) bulan" menurut Pasal 1' in temuan.pesan


@pytest.mark.parametrize(
    "pasal",
    [
        (AWAL, ending("1 (satu) bulan")),
        (AWAL, ending("3 (tiga) bulan", "perpanjangan")),
        (("AWAL", "Perpanjangan dievaluasi paling lambat 6 (enam) bulan sebelum naskah berakhir."),
         ending("3 (tiga) bulan", "perpanjangan")),
        (("KAHAR", "PIHAK yang mengalami keadaan kahar memberitahukannya paling lambat 3 (tiga) hari kerja terhitung "
          "sejak keadaan kahar terjadi. Pemberitahuan tersebut ditanggapi paling lambat 7 (tujuh) hari kerja setelah "
          "diterima."),),
        (("AKHIR", "Usul pengakhiran PIHAK KESATU disampaikan paling lambat 1 (satu) bulan sebelum naskah berakhir. "
          "Usul pengakhiran PIHAK KEDUA disampaikan paling lambat 2 (dua) bulan sebelum naskah berakhir."),),
    ],
)  # fmt: skip
def test_different_acts_or_parties_have_notice_periods_of_their_own(pasal: tuple[tuple[str, str], ...]) -> None:
    assert find("A09", write(*pasal)) == []


@pytest.mark.parametrize(
    ("isi_pasal", "keparahan"),
    [
        ("Perjanjian Kerja Sama ini berlaku selama 2 (dua) tahun.", [PERINGATAN]),
        ("Perjanjian Kerja Sama ini berlaku selama 2 (dua) tahun sejak ditandatangani.", []),
        ("Perjanjian Kerja Sama ini berlaku selama 2 (dua) tahun terhitung mulai tanggal 1 Juni 2031.", []),
        ("(1) Perjanjian Kerja Sama ini berlaku selama 2 (dua) tahun.\n\n(2) Jangka waktu tersebut dihitung sejak"
         " dana diterima.", []),
        ("Perjanjian Kerja Sama ini berlaku sampai dengan tanggal 31 Mei 2033.", [SARAN]),
    ],
)  # fmt: skip
def test_a_term_says_when_it_begins(isi_pasal: str, keparahan: list[Keparahan]) -> None:
    assert [satu.keparahan for satu in find("A10", write(("JANGKA WAKTU", isi_pasal)))] == keparahan


def test_the_start_may_be_said_in_another_pasal() -> None:
    masa = ("JANGKA WAKTU", "Perjanjian Kerja Sama ini berlaku selama 2 (dua) tahun.")
    assert quotes("A10", write(masa)) == ["2 (dua) tahun"]
    assert find("A10", write(masa, "Perjanjian Kerja Sama ini mulai berlaku pada tanggal ditandatangani.")) == []
