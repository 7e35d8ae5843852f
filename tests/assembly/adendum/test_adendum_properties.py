"""Whatever the changes: untouched places keep number and words, and no adendum is no change."""

from dataclasses import replace
from datetime import date

import amending
import pytest
from amending import after, make_induk, next_induk, printed
from hypothesis import given, settings
from hypothesis import strategies as st

from naskah.assembly.adendum.consolidate import AdendumTersimpan, apply_all, consolidate
from naskah.assembly.adendum.parent import AdendumLalu
from naskah.assembly.adendum.tree import find, is_deleted, iter_letak
from naskah.model.galat import NaskahError
from naskah.model.isi import plain
from naskah.model.langkah import Perbuatan
from naskah.model.letak import Letak
from naskah.rendering.text import render_txt


@pytest.fixture(scope="module")
def dasar(tmp_path_factory):
    folder = tmp_path_factory.mktemp("induk")
    return folder, make_induk(folder)


TEMPAT = ["Pasal 2", "Pasal 2 huruf a", "Pasal 2 huruf b", "Pasal 2 huruf c", "Pasal 3", "Pasal 3 ayat (1)",
          "Pasal 3 ayat (2)", "Pasal 3 ayat (3)", "Pasal 1 angka 1", "Pasal 1 angka 2", "Pasal 6"]  # fmt: skip
KATA = st.text("abc XYZ 123", min_size=1, max_size=20).map(lambda t: " ".join(f"w {t}".split()))
UBAH = st.builds(lambda t, k: {"ubah": {"tempat": t, "isi": k, "ketentuan": "tetap"}}, st.sampled_from(TEMPAT), KATA)
HAPUS = st.builds(lambda t: {"hapus": t}, st.sampled_from(TEMPAT))
SISIP = st.builds(
    lambda t, k: {
        "sisipkan": {"setelah": t, "isi": k, **({"judul": "J"} if "a" not in t.removeprefix("Pasal") else {})}
    },
    st.sampled_from(TEMPAT),
    KATA,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(UBAH, HAPUS, SISIP), min_size=1, max_size=4))
def test_places_that_no_change_names_keep_their_numbers_and_words(dasar, perubahan) -> None:
    folder, induk = dasar
    try:
        susunan = amending.amend(folder, induk, perubahan)
    except NaskahError:
        return  # refused: two changes of one place, the last item of its list
    sebelum, sesudah = printed(induk.naskah), printed(after(susunan))
    tersentuh = [langkah.letak for langkah in susunan.perubahan.langkah]
    for letak, satuan in iter_letak(induk.naskah):
        nama = str(letak)
        di_dalam = any(t.holds(letak) and t != letak for t in tersentuh)
        assert nama in sesudah or di_dalam, nama
        if di_dalam or letak in tersentuh:
            continue
        # Only the conjunction of a list that gains an item moves.
        bersih = str.maketrans("", "", ";. ")
        assert sesudah[nama].replace("; dan", "").translate(bersih) == sebelum[nama].replace("; dan", "").translate(
            bersih
        ), nama
        assert find(after(susunan), letak)[1].label == satuan.label
    for langkah in susunan.perubahan.langkah:
        _, baru = find(after(susunan), langkah.letak)
        assert is_deleted(baru) == (langkah.perbuatan is Perbuatan.HAPUS)


def as_stored(susunan, nama: str) -> AdendumTersimpan:
    lalu = AdendumLalu(nama, susunan.urutan, susunan.rancangan.nomor, susunan.rancangan.tanggal, susunan.berlaku)
    return AdendumTersimpan(lalu, susunan.perubahan)


def test_without_an_adendum_the_consolidated_text_is_the_parents(dasar) -> None:
    _, induk = dasar
    hasil = consolidate(induk.naskah, [], date(2026, 1, 1))
    assert hasil.batang == induk.naskah.batang and hasil.penutup[:-1] == induk.naskah.penutup
    assert plain(hasil.pembuka).startswith("[Naskah konsolidasi, bukan naskah resmi: ")
    assert hasil.kepala.jenis == "PERJANJIAN KERJA SAMA (NASKAH KONSOLIDASI)" and hasil.paraf == ()


def test_every_changed_place_is_marked_with_its_adendum(dasar) -> None:
    folder, induk = dasar
    satu = amending.amend(folder, induk, [
        {"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Setiap jam."}},
        {"sisipkan": {"setelah": "Pasal 3", "judul": "Biaya", "isi": "Biaya ditanggung bersama."}},
    ])  # fmt: skip
    dua = amending.amend(folder, next_induk(satu), [
        {"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Setiap menit."}},
        {"hapus": "Pasal 2 huruf b"},
        {"pejabat": {"pihak": 1, "nama": "Tono", "jabatan": "Bupati Cempaka Raya"}},
    ], tanggal="2028-05-01")  # fmt: skip
    hasil = consolidate(induk.naskah, [as_stored(satu, "a"), as_stored(dua, "b")], date(2029, 1, 1))
    baru = printed(hasil)
    assert baru["Pasal 3 ayat (1)"] == (
        "Setiap menit. [diubah dengan Adendum Kesatu tanggal 1 Maret 2027; "
        "diubah dengan Adendum Kedua tanggal 1 Mei 2028]"
    )
    assert (
        baru["Pasal 3A"] == "BIAYA [ditambahkan dengan Adendum Kesatu tanggal 1 Maret 2027]|Biaya ditanggung bersama."
    )
    assert baru["Pasal 2 huruf b"] == "(dihapus) [dihapus dengan Adendum Kedua tanggal 1 Mei 2028]"
    assert plain(hasil.pihak[0].komparisi[-1]).endswith(" [diubah dengan Adendum Kedua tanggal 1 Mei 2028]")
    assert baru["Pasal 3 ayat (2)"] == printed(induk.naskah)["Pasal 3 ayat (2)"]
    assert "[" not in baru["Pasal 4 ayat (1)"]


def test_a_note_inside_a_place_that_was_rewritten_later_gives_way(dasar) -> None:
    folder, induk = dasar
    satu = amending.amend(folder, induk, [{"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Setiap jam."}}])
    dua = amending.amend(folder, next_induk(satu), [{"ubah": {"tempat": "Pasal 3", "isi": "Seluruhnya baru."}}],
                         tanggal="2028-05-01")  # fmt: skip
    teks = render_txt(consolidate(induk.naskah, [as_stored(satu, "a"), as_stored(dua, "b")], date(2029, 1, 1)))
    assert " ".join(teks.upper().split()).count("[DIUBAH DENGAN") == 1


def test_a_reference_whose_target_is_gone_stays_as_words(dasar) -> None:
    folder, induk = dasar
    perubahan = [
        {"ubah": {"tempat": "Pasal 3", "isi": "Seluruhnya baru."}},
        {"ubah": {"tempat": "Pasal 6", "isi": 'Lihat {{ rujuk("pelaksanaan") }}.'}},
    ]
    satu = amending.amend(folder, induk, perubahan)
    hasil = apply_all(induk.naskah, [as_stored(satu, "a")])
    assert plain(find(hasil, Letak("6"))[1].ayat[0].isi) == "Lihat dalam Pasal 3."
    for span in (s for _, u in iter_letak(hasil) if not hasattr(u, "judul") for s in u.isi if hasattr(s, "label")):
        assert span.label in {u.label for _, u in iter_letak(hasil)} | {
            a.label for p in hasil.iter_pasal() for a in p.ayat
        }


def test_an_adendum_that_no_longer_fits_its_parent_is_told_and_never_lost_in_silence(dasar) -> None:
    folder, induk = dasar
    satu = amending.amend(folder, induk, [{"ubah": {"tempat": "Pasal 6", "isi": "Bahasa apa pun."}}])
    pendek = replace(induk.naskah, batang=induk.naskah.batang[:3])
    with pytest.raises(NaskahError, match="Adendum Kesatu tidak cocok lagi .* Pasal 6 tidak ada"):
        apply_all(pendek, [as_stored(satu, "a")])


def test_a_step_on_a_party_that_is_not_there_is_told(dasar) -> None:
    folder, induk = dasar
    satu = amending.amend(folder, induk, [{"ubah": {"pihak": 2, "kedudukan": "Jalan Baru"}}])
    sendiri = replace(induk.naskah, pihak=induk.naskah.pihak[:1])
    with pytest.raises(NaskahError, match="PIHAK KEDUA tidak ada; naskahnya hanya 1 pihak"):
        apply_all(sendiri, [as_stored(satu, "a")])


def test_a_consolidated_text_says_who_signed_what(dasar) -> None:
    folder, induk = dasar
    satu = as_stored(amending.amend(folder, induk, [{"hapus": "Pasal 6"}]), "a")
    lalu = replace(satu.lalu, penandatangan=("Tono (Bupati Cempaka Raya)", "Bima (Direktur)"))
    hasil = consolidate(induk.naskah, [replace(satu, lalu=lalu)], date(2029, 1, 1))
    assert plain(hasil.penutup[-1]) == (
        "[Naskah konsolidasi ini tidak ditandatangani. Di bawah ini para penandatangan naskah semula; Adendum Kesatu "
        "tanggal 1 Maret 2027 ditandatangani Tono (Bupati Cempaka Raya) dan Bima (Direktur).]"
    )
    blok = [b for baris in hasil.tanda_tangan for b in baris]
    assert [b.sebutan for b in blok] == [f"PIHAK {n} (penandatangan semula)" for n in ("KEDUA", "KESATU")]
    assert [b.nama for b in blok] == ["BIMA ADISAPUTRA", "SARI WULANDARI"]


@pytest.mark.parametrize("jumlah", [0, 1])
def test_a_consolidated_text_of_what_has_ended_says_so(dasar, jumlah) -> None:
    folder, induk = dasar
    semua = [as_stored(amending.amend(folder, induk, [{"hapus": "Pasal 6"}]), "a")][:jumlah]
    awal = plain(consolidate(induk.naskah, semua, date(2031, 1, 1), berakhir=date(2030, 4, 28)).pembuka)
    assert (
        "bunyi terakhir naskah yang berakhir pada 28 April 2030 dan tidak berlaku lagi pada tanggal 1 Januari 2031"
        in awal
    )
    assert "yang berlaku pada" not in awal and ("Adendum Kesatu" in awal) == bool(jumlah)
