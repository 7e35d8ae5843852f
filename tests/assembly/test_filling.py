"""What is filled in once and remembered must read as if it were filled in anew."""

from decimal import Decimal

import pytest
from small_workspace import make_draft, make_pihak, only_pasal, outline

from naskah.assembly.filling import read_units
from naskah.assembly.markup import parse_inline


def read(ruang, badan, parameter=None, spesifikasi=None, **lain):
    ruang.clause("uji/satu", badan, parameter=spesifikasi or {})
    draft = make_draft([{"klausul": "uji/satu", "parameter": parameter or {}}], **lain)
    return outline(only_pasal(ruang.assemble(draft)))


@pytest.mark.parametrize("kali", [1, 2])
@pytest.mark.parametrize(
    ("badan", "lain", "hasil"),
    [
        ("Di {{ naskah.tempat }}.", {"tempat": "Muntok"}, "Di Muntok."),
        ("Di {{ naskah.tempat }}.", {"tempat": "Belinyu"}, "Di Belinyu."),
        ("Tentang {{ naskah.judul }}.", {"judul": "Satu"}, "Tentang Satu."),
        ("Tentang {{ naskah.judul }}.", {"judul": "Dua"}, "Tentang Dua."),
        ("{{ naskah.pihak[0].nama }}.", {}, "Pemerintah A."),
        ("{{ naskah.pihak[0].nama }}.", {"pihak": make_pihak(3)[1:]}, "Pemerintah B."),
        ("{{ naskah.jumlah_pihak }}.", {"pihak": make_pihak(3)}, "3."),
        ("{% if naskah.ada('uji') %}ada{% endif %}.", {}, "ada."),
    ],
)
def test_what_a_clause_reads_of_the_draft_is_never_remembered_from_another(ruang, badan, lain, hasil, kali):
    assert read(ruang, badan, **lain) == [hasil]


def test_equal_values_of_other_kinds_do_not_read_the_same(ruang):
    def one(jenis, nilai):
        spesifikasi = {"x": {"jenis": jenis, "keterangan": "x"}}
        return read(ruang, "{{ x | terbilang }}.", {"x": nilai}, spesifikasi)

    assert Decimal(1) == 1
    assert one("bilangan", 1) == ["1 (satu)."]
    assert one("rupiah", 1) == ["Rp1,00 (satu rupiah)."]


def test_lists_are_filled_in_every_time(ruang):
    spesifikasi = {"x": {"jenis": "daftar", "keterangan": "x"}}
    for isi in (["a", "b"], ["a", "c"], ["a", "b"]):
        assert read(ruang, "{{ x | daftar }}.", {"x": isi}, spesifikasi) == [f"{isi[0]} dan {isi[1]}."]


def test_one_text_in_two_pasal_has_the_labels_of_each(ruang):
    bunyi = "(1) Satu.\n(2) Lihat {{ rujuk('%s-satu') }}. {#%s-satu}"
    semua = [{"judul": n, "isi": bunyi % (n, n)} for n in ("a", "b")]
    semua += [{"judul": n, "isi": "Sama."} for n in ("c", "d")]
    pasal = list(ruang.assemble(make_draft(semua)).naskah.iter_pasal())
    assert [p.ayat[0].label for p in pasal] == ["a.1", "b.1", "c.ayat", "d.ayat"]


def test_units_of_one_text_are_shared_only_under_one_label():
    assert read_units("Sama.", "a") is read_units("Sama.", "a")
    assert [u.label for u in read_units("Sama.", "b")] == ["b.ayat"]


def test_a_very_long_text_is_read_but_not_remembered():
    teks = "kata " * 5_000
    assert read_units(teks, "a") is not read_units(teks, "a")
    assert parse_inline(teks) is not parse_inline(teks)
    assert parse_inline("pendek") is parse_inline("pendek")
