"""P02, P03, P04, P07, P08: items of a list."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import angka, ayat, find, huruf, pasal, perda, perjanjian, read, satu_huruf, told

from naskah.checking.finding import Keparahan
from naskah.checking.lists import read_akhir
from naskah.model.bacaan import Bacaan
from naskah.model.langkah import DIHAPUS
from naskah.model.naskah import Isian, Pasal, Premis, Rincian, Tingkat

BAIK = ("menyediakan tempat;", "menyediakan petugas; dan", "menyusun jadwal.")


def daftar(*butir: str | Rincian, pembuka: str = "PIHAK KESATU wajib:") -> Bacaan:
    return perjanjian(pasal("1", ayat(None, pembuka, *huruf(*butir))))


def fixes(kode: str, bacaan: Bacaan) -> list[str | None]:
    return [satu.perbaikan.ganti if satu.perbaikan else None for satu in find(kode, bacaan)]


def test_a_well_made_list_is_clean() -> None:
    bersub = satu_huruf("b", "menyediakan:", angka("1", "meja; dan"), angka("2", "kursi; dan"))
    for bacaan in (daftar(*BAIK), daftar("menyediakan tempat;", bersub, "menyusun jadwal."), daftar("tempat.")):
        for kode in ("P01", "P02", "P03", "P04", "P07", "P08"):
            assert not find(kode, bacaan), kode


@pytest.mark.parametrize("kata", ["dan", "atau", "dan/atau"])
def test_each_conjunction_may_join_the_last_two_items(kata) -> None:
    assert not find("P02", daftar("tempat;", f"petugas; {kata}", "jadwal."))


@pytest.mark.parametrize(
    ("butir", "letak", "ganti"),
    [
        (("tempat;", "petugas;", "jadwal."), "Pasal 1 huruf b", "; dan"),
        (("tempat;", "jadwal."), "Pasal 1 huruf a", "; dan"),
        (("tempat; dan", "petugas; dan", "jadwal."), "Pasal 1 huruf a", ";"),
        (("tempat;", "petugas; dan", "jadwal; dan"), "Pasal 1 huruf c", None),
    ],
)
def test_a_conjunction_that_is_missing_doubled_or_misplaced_is_found(butir, letak, ganti) -> None:
    bacaan = daftar(*butir)
    (temuan,) = find("P02", bacaan)
    assert (temuan.letak, temuan.keparahan) == (letak, Keparahan.PERINGATAN)
    assert fixes("P02", bacaan) == [ganti]


def test_where_the_opening_leaves_the_choice_open_nothing_is_chosen() -> None:
    bacaan = daftar("teguran;", "denda;", "pemutusan.", pembuka="Sanksi dapat berupa:")
    assert fixes("P02", bacaan) == [None]


def test_the_conjunction_after_a_subdivided_item_stands_after_its_last_sub_item() -> None:
    bersub = satu_huruf("b", "alat:", angka("1", "ukur; dan"), angka("2", "catat;"))
    bacaan = daftar("tempat;", bersub, "jadwal.")
    assert told("P02", bacaan) == [("Pasal 1 huruf b angka 2", ";")]


def test_recitals_without_a_conjunction_are_a_matter_of_style() -> None:
    (temuan,) = find("P02", perjanjian("Isi.", premis=("bahwa satu;", "bahwa dua;", "bahwa tiga.")))
    assert (temuan.letak, temuan.keparahan) == ("Premis butir 2", Keparahan.SARAN)


def test_legal_bases_of_a_regulation_take_no_conjunction_and_those_of_an_agreement_may() -> None:
    dasar = ("Undang-Undang A;", "Undang-Undang B; dan", "Undang-Undang C;")
    assert told("P02", perda(mengingat=dasar)) == [("Mengingat butir 2", "; dan")]
    assert not find("P02", perjanjian("Isi.", dasar=dasar))


@pytest.mark.parametrize(
    ("butir", "letak", "kutipan", "ganti"),
    [
        (("tempat,", "petugas; dan", "jadwal."), "Pasal 1 huruf a", ",", ";"),
        (("tempat;", "petugas; dan", "jadwal;"), "Pasal 1 huruf c", ";", "."),
        (("tempat;", "petugas; dan", "jadwal"), "Pasal 1 huruf c", "jadwal", None),
        (("sewa tempat", "petugas; dan", "jadwal."), "Pasal 1 huruf a", "tempat", None),
        (("tempat;", "petugas dan", "jadwal."), "Pasal 1 huruf b", "dan", None),
    ],
)
def test_an_item_that_ends_with_the_wrong_mark_is_found(butir, letak, kutipan, ganti) -> None:
    bacaan = daftar(*butir)
    assert told("P03", bacaan) == [(letak, kutipan)]
    assert fixes("P03", bacaan) == [ganti]


def test_a_fault_of_many_items_is_told_once() -> None:
    (temuan,) = find("P03", daftar("tempat", "petugas", "meja", "jadwal."))
    assert temuan.pesan == 'Huruf a, huruf b, dan huruf c seharusnya diakhiri ";".'


def test_a_subdivided_item_ends_with_a_colon() -> None:
    bersub = satu_huruf("a", "alat", angka("1", "ukur; dan"), angka("2", "catat; dan"))
    assert told("P03", daftar(bersub, "jadwal.")) == [("Pasal 1 huruf a", "alat")]


def test_definitions_are_sentences() -> None:
    pembuka = "Dalam Perjanjian Kerja Sama ini yang dimaksud dengan:"
    baik = daftar("Data adalah keterangan.", "Balai adalah pengelola data.", pembuka=pembuka)
    for kode in ("P02", "P03", "P04"):
        assert not find(kode, baik)
    salah = daftar("Data adalah keterangan", "Balai adalah pengelola data.", pembuka=pembuka)
    assert told("P03", salah) == [("Pasal 1 huruf a", "keterangan")]
    titik_koma = daftar(
        "Data adalah keterangan;", "Balai adalah pengelola data;", "Dinas adalah mitra.", pembuka=pembuka
    )
    assert told("P03", titik_koma) == [("Pasal 1 huruf a", ";")]
    assert not find("P02", titik_koma)


def test_a_list_within_a_sentence_ends_with_that_sentence() -> None:
    bersub = satu_huruf("a", "Petugas menyiapkan:", angka("1", "meja; dan"), angka("2", "kursi."))
    bacaan = daftar(bersub, "Tempat disediakan Balai.", "Jadwal disusun bersama.")
    assert not find("P03", bacaan)


def test_items_that_are_whole_sentences_are_no_part_of_another() -> None:
    bacaan = daftar("Tempat disediakan Balai.", "Petugas ditunjuk Dinas.", "Jadwal disusun bersama.")
    for kode in ("P02", "P03", "P04"):
        assert not find(kode, bacaan)


def test_considerations_and_legal_bases_of_a_regulation_end_with_semicolons() -> None:
    assert not find("P03", perda(menimbang=("bahwa satu;", "bahwa dua;")))
    assert told("P03", perda(menimbang=("bahwa satu;", "bahwa dua."))) == [("Menimbang butir 2", ".")]


def test_particulars_quotations_and_deleted_items_end_as_they_like() -> None:
    isian = (Isian("Alamat", read("Jalan Merdeka")),)
    surat = daftar(satu_huruf("a", "PIHAK KESATU", isian=isian), satu_huruf("b", "PIHAK KEDUA", isian=isian))
    kutip = daftar(replace(satu_huruf("a", "Pasal 2 dihapus"), kutipan=(pasal("2", "x"),)), satu_huruf("b", "Pasal 3"))
    hapus = daftar("tempat;", Rincian(Tingkat.HURUF, "b", DIHAPUS), satu_huruf("c", "meja; dan"), satu_huruf("d", "x."))
    koma = daftar(*(replace(satu, isi=read("PIHAK;")) for satu in (surat.naskah.batang[0].ayat[0].rincian * 2)))
    for bacaan in (surat, kutip, hapus, koma):
        for kode in ("P02", "P03", "P07"):
            assert not find(kode, bacaan)


def test_a_note_of_a_consolidated_text_is_no_part_of_an_item() -> None:
    bacaan = daftar("tempat;", "petugas; dan [disisipkan dengan Adendum Kesatu]", "jadwal. [diubah]")
    assert not find("P02", bacaan)
    assert not find("P03", bacaan)


@pytest.mark.parametrize(
    ("butir", "letak"),
    [
        (("Menyediakan tempat; dan", "menyusun jadwal."), ["Pasal 1 huruf a"]),
        (("Menyediakan tempat;", "Menyusun jadwal; dan", "Melapor."), ["Pasal 1 huruf a"]),
        (BAIK, []),
        (("Kepala Balai Cuaca; dan", "Dinas Pertanian Cempaka."), []),
        (("PIHAK KESATU; dan", "APBD."), []),
    ],
)
def test_a_common_word_begins_an_item_with_a_small_letter(butir, letak) -> None:
    assert [satu for satu, _ in told("P04", daftar(*butir))] == letak


def test_a_defined_term_keeps_its_capital() -> None:
    isi = ayat("2", "Penerima meliputi:", *huruf("Petani yang terdaftar; dan", "nelayan."))
    assert not find("P04", perjanjian(pasal("1", ayat("1", "Data diberikan kepada Petani dan para Petani."), isi)))


@pytest.mark.parametrize(
    ("satu", "letak", "kutipan"),
    [
        (
            pasal(
                "1",
                ayat(None, "Meliputi:", *huruf("tempat; dan", "")),
            ),
            "Pasal 1 huruf b",
            "",
        ),
        (pasal("1", ayat("1", "Isi."), ayat("2", "")), "Pasal 1 ayat (2)", ""),
        (Pasal("1", read("JUDUL"), ()), "Pasal 1", ""),
        (pasal("1", ayat(None, "Meliputi:", *huruf("melapor kepada; dan", "x."))), "Pasal 1 huruf a", "kepada"),
        (pasal("1", ayat(None, "Laporan disampaikan kepada.")), "Pasal 1", "kepada"),
        (pasal("1", ayat(None, "Kewajiban PIHAK KESATU meliputi:")), "Pasal 1", "meliputi:"),
    ],
)
def test_an_empty_or_cut_off_unit_is_found(satu, letak, kutipan) -> None:
    assert told("P07", perjanjian(satu)) == [(letak, kutipan)]


def test_a_paragraph_that_goes_on_below_is_not_cut_off() -> None:
    bacaan = perjanjian(pasal("I", ayat(None, "Ketentuan diubah sebagai berikut:"), ayat(None, "Pasal 3 dihapus.")))
    assert not find("P07", bacaan)


def test_what_a_citation_lacks_is_told_by_the_rules_on_citations() -> None:
    assert not find("P07", perjanjian("Isi.", dasar=("Peraturan Bupati Nomor 1 Tahun 2031 tentang ;",)))


@pytest.mark.parametrize(
    "teks", ["Berlaku sesuai dengan yang disepakati.", "Dinas ikut serta.", "Data disimpan di dalam."]
)
def test_a_whole_sentence_is_clean(teks) -> None:
    assert not find("P07", perjanjian(teks))


def test_a_list_needs_an_opening() -> None:
    bacaan = daftar("Data adalah keterangan.", "Balai adalah pengelola.", pembuka="")
    (temuan,) = find("P08", bacaan)
    assert temuan.letak == "Pasal 1 huruf a"
    assert "yang dimaksud dengan" in temuan.saran


def test_recitals_need_an_opening() -> None:
    bacaan = perjanjian("Isi.", premis=("bahwa satu; dan", "bahwa dua."))
    assert not find("P08", bacaan)
    assert isinstance(bacaan.naskah.premis, Premis)
    tanpa = replace(bacaan, naskah=replace(bacaan.naskah, premis=replace(bacaan.naskah.premis, pengantar=())))
    assert [satu.letak for satu in find("P08", tanpa)] == ["Premis butir 1"]


@pytest.mark.parametrize(
    ("teks", "tanda", "kata"),
    [
        ("alat; dan", ";", "dan"),
        ("alat ; dan / atau", ";", "dan/atau"),
        ("alat (ukur);", ";", ""),
        ("alat.”", ".", ""),
        ("sedekan", "", ""),
        ("tentang ;", ";", ""),
        ("alat dan", "", "dan"),
        ("", "", ""),
    ],
)
def test_how_an_item_ends_is_read(teks, tanda, kata) -> None:
    akhir = read_akhir(teks)
    assert (akhir.tanda, akhir.kata) == (tanda, kata)


KATA = st.sampled_from(["tempat", "petugas", "jadwal", "data cuaca"])


@given(st.lists(KATA, min_size=1, max_size=6), st.sampled_from(["dan", "atau", "dan/atau"]))
def test_a_list_that_follows_the_rules_has_no_finding(butir: Sequence[str], kata: str) -> None:
    akhir = [";"] * (len(butir) - 2) + [f"; {kata}"] * (len(butir) > 1) + ["."]
    bacaan = daftar(*(teks + ekor for teks, ekor in zip(butir, akhir, strict=True)))
    for kode in ("P01", "P02", "P03", "P04", "P07", "P08"):
        assert not find(kode, bacaan)


@given(st.lists(st.text(alphabet="ab ;.,:dan/tu[]", max_size=12), max_size=5))
def test_no_list_stops_the_rules(butir) -> None:
    bacaan = daftar(*butir)
    for kode in ("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "B02"):
        for temuan in find(kode, bacaan):
            assert temuan.pesan and temuan.saran
