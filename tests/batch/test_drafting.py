"""A row filled into the rancangan: copies of what changes, nothing of the example left behind."""

import pytest
from small_batch import make_row

from naskah.batch.drafting import PengisiBaris
from naskah.batch.run import Pilihan, plan_batch
from naskah.batch.sheet import Lembar
from naskah.model.galat import NaskahError


@pytest.fixture
def isi(ruang):
    """The drafts of rows that have a few columns more than the small batch."""

    def fill(kolom, *baris):
        data = ruang.csv(baris, kolom)
        tugas = plan_batch(Pilihan(ruang.rancangan, Lembar(data), ruang.hasil))
        pengisi = PengisiBaris(tugas.dasar, tugas.kepala.kolom, "data.csv")
        return [pengisi.make_draft(b).rancangan for b in Lembar(data).read() if b.nomor > 1]

    return fill


def test_rows_do_not_see_each_other(isi):
    satu, dua = isi(["judul", "pihak.2.nama"], ["A", "Desa A"], ["B", "Desa B"])
    assert (satu.judul, satu.pihak[1].nama) == ("A", "Desa A")
    assert (dua.judul, dua.pihak[1].nama) == ("B", "Desa B")
    assert satu.pihak[0] == dua.pihak[0]


def test_an_empty_cell_takes_the_value_of_the_example_away(isi):
    (satu,) = isi(["pihak.1.nomor", "pihak.2.nomor", "judul"], ["", "", "A"])
    assert [p.nomor for p in satu.pihak] == [None, None]
    with pytest.raises(NaskahError, match="data.csv:2: judul: kunci ini belum diisi"):
        isi(["judul", "pihak.2.nama"], ["", "Desa A"])


def test_items_of_a_list_have_columns_of_their_own(isi):
    kolom = [f"pasal.hak-kewajiban.kewajiban.kedua.{i}" for i in (1, 2, 3, 4)]
    (satu,) = isi(["judul", *kolom], ["A", "menyediakan", "", "menjelaskan", "melatih"])
    assert satu.pasal[0].parameter["kewajiban"]["kedua"] == ["menyediakan", "menjelaskan", "melatih"]


def test_parts_that_the_rancangan_lacks_are_made_where_a_row_fills_them(isi):
    kolom = [
        "judul",
        "pihak.2.korespondensi.alamat",
        "pihak.2.korespondensi.surel",
        "pihak.2.penandatangan.kuasa.1.dokumen",
    ]
    penuh, kosong = isi(kolom, ["A", "Jalan A", "a@b.id", "Surat Kuasa"], ["B", "", "", ""])
    assert (penuh.pihak[1].korespondensi.alamat, penuh.pihak[1].penandatangan.kuasa[0].dokumen) == (
        "Jalan A",
        "Surat Kuasa",
    )
    assert kosong.pihak[1].korespondensi is None
    assert kosong.pihak[1].penandatangan.kuasa == ()


def test_parameters_of_the_parts_around_the_pasal_can_be_filled(isi):
    (satu,) = isi(["judul", "bagian.penutup.rangkap"], ["A", "3"])
    assert satu.bagian["penutup"].parameter == {"rangkap": 3}


def test_every_fault_of_a_row_names_its_column(ruang):
    galat = ruang.faults(ruang.csv([make_row(1, tanggal="31 Februari 2026", judul="")]))
    assert "data.csv:2: tanggal: Tanggal 31 Februari" in galat
    assert "data.csv:2: judul: " in galat


def test_a_fault_of_a_parameter_names_its_column(ruang):
    baris = make_row(1)[:-1] + ["lima tahunan"]
    assert "data.csv:2: pasal.jangka-waktu.durasi: " in ruang.faults(ruang.csv([baris]))
