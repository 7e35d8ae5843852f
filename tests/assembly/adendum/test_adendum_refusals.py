"""Changes that cannot be, each refused with the place; and what is only doubtful, a warning."""

from dataclasses import replace

import pytest
from amending import amend as make
from amending import make_berkas, next_induk

from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisNaskah

UBAH = {"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Data dikumpulkan setiap jam."}}


@pytest.mark.parametrize(
    ("perubahan", "pesan"),
    [
        ({"hapus": "Pasal 9"}, "Pasal 9 tidak ada dalam naskah induk"),
        ({"hapus": "Pasal 3 ayat (7)"}, "Pasal 3 ayat (7) tidak ada; dalam Pasal 3 ada ayat (1), (2), (3)"),
        ({"hapus": "Pasal 6 ayat (1)"}, "Pasal 6 hanya satu ayat tanpa nomor"),
        ({"hapus": "Pasal 3 huruf a"}, "Pasal 3 terbagi dalam ayat"),
        ({"hapus": "Pasal 2 huruf f"}, "dalam Pasal 2 ada: a, b, c"),
        ({"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "(1) Satu.\n(2) Dua."}}, "hanya satu ayat"),
        ({"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Data dikumpulkan setiap hari."}}, "tidak berubah"),
        ({"ubah": {"tempat": "Pasal 3 ayat (1)", "judul": "X", "isi": "Satu."}}, "judul hanya milik pasal"),
        ({"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": 'Lihat {{ rujuk("entah") }}.'}}, "label 'entah' tidak ada"),
        ({"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "{{ x"}}, "adendum.yaml:"),
        ({"sisipkan": {"tempat": "Pasal 3 ayat (2)", "isi": "X."}}, "Pasal 3 ayat (2) sudah ada"),
        ({"sisipkan": {"tempat": "Pasal 3 ayat (9)", "isi": "X."}}, "nomor yang dapat: 1a, 2a, 4"),
        ({"sisipkan": {"setelah": "Pasal 3", "isi": "X."}}, "perlu judul"),
        ({"sisipkan": {"setelah": "Pasal 9", "judul": "A", "isi": "X."}}, "Pasal 9 tidak ada"),
        ({"ubah": {"istilah": "Petnai", "arti": "x"}}, "mungkin maksudnya Petani"),
        ({"sisipkan": {"istilah": "Petani", "arti": "x"}}, "sudah ada; pakai ubah"),
        ({"perpanjang": {"menjadi": "5 tahun"}}, "tidak memperpanjang: hari terakhirnya 28 April 2030"),
        ({"perpanjang": {"menjadi": "3 tahun"}}, "tidak memperpanjang"),
        ({"perpanjang": {"selama": "10 hari kerja"}}, "kerja"),
        ({"perpanjang": {"selama": "2 tahun", "isi": "Diperpanjang lama."}}, 'tidak memuat "7 (tujuh) tahun"'),
        ({"pejabat": {"pihak": "ketiga", "nama": "A", "jabatan": "B"}}, "hanya mempunyai 2 pihak"),
        ({"pejabat": {"pihak": 1, "nama": "Sari Wulandari", "jabatan": "Bupati Cempaka Raya"}}, "tidak berubah"),
        ({"alamat": {"pihak": 1, "telepon": "0717 1"}}, "tidak berubah"),
        ({"ubah": {"pihak": 1, "nama": "Pemerintah Kabupaten Cempaka Raya"}}, "tidak berubah"),
    ],
)
def test_an_impossible_change_is_refused_with_the_place(refused, perubahan, pesan) -> None:
    galat = refused(perubahan)
    assert pesan in galat
    assert "adendum.yaml:" in galat and "perubahan ke-1" in galat


def test_all_impossible_changes_are_told_at_once(refused) -> None:
    galat = refused({"hapus": "Pasal 9"}, UBAH, {"hapus": "Pasal 3 ayat (8)"}, {"perpanjang": {"menjadi": "1 tahun"}})
    assert [galat.count(f"perubahan ke-{n}") for n in (1, 2, 3, 4)] == [1, 0, 1, 1]


def test_what_is_deleted_cannot_be_deleted_or_changed_again(amend, refused) -> None:
    satu = amend({"hapus": "Pasal 3 ayat (3)"})
    for lagi in ({"hapus": "Pasal 3 ayat (3)"}, {"ubah": {"tempat": "Pasal 3 ayat (3)", "isi": "Lagi."}}):
        assert "Pasal 3 ayat (3) sudah dihapus dengan adendum sebelumnya" in refused(lagi, atas=next_induk(satu))
    galat = refused({"hapus": "Pasal 3 ayat (3)"}, {"hapus": "Pasal 3 ayat (3)"})
    assert "sudah dihapus pada perubahan ke-1" in galat


def test_the_last_place_of_its_list_is_deleted_with_the_list(amend, refused) -> None:
    satu = amend({"hapus": "Pasal 2 huruf a"}, {"hapus": "Pasal 2 huruf b"})
    assert "hapus Pasal 2" in refused({"hapus": "Pasal 2 huruf c"}, atas=next_induk(satu))


def test_a_place_is_changed_once_in_one_adendum(refused) -> None:
    assert "sudah diubah pada perubahan ke-1 (Pasal 3 ayat (1))" in refused(
        UBAH, {"ubah": {"tempat": "Pasal 3", "isi": "Seluruhnya baru."}}
    )


def test_a_place_is_inserted_after_the_one_inserted_before(amend, refused) -> None:
    sisip = {"sisipkan": {"setelah": "Pasal 3 ayat (2)", "isi": "Diperiksa."}}
    satu = next_induk(amend(sisip))
    assert "di sana sudah ada Pasal 3 ayat (2a)" in refused(sisip, atas=satu)
    dua = amend({"sisipkan": {"setelah": "Pasal 3 ayat (2a)", "isi": "Dicatat."}}, atas=satu)
    assert str(dua.perubahan.langkah[0].letak) == "Pasal 3 ayat (2b)"


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"tanggal": "2025-04-28"}, "mendahului induknya (29 April 2025)"),
        ({"tanggal": "2030-04-29"}, "induk uji telah berakhir pada 28 April 2030"),
        ({"tanggal": "2030-04-01", "berlaku": "2030-05-01"}, "sesudah induknya berakhir (28 April 2030)"),
        ({"nomor": ["1"]}, "ada 2 pihak tetapi 1 nomor"),
        ({"penandatangan": {"ketiga": {"nama": "A", "jabatan": "B"}}}, "tidak ada pihak ke-3"),
    ],
)
def test_an_adendum_outside_the_life_of_its_parent_is_refused(refused, lain, pesan) -> None:
    assert pesan in refused(UBAH, **lain)


def test_the_last_day_is_still_time_for_an_adendum(amend) -> None:
    assert amend({"perpanjang": {"selama": "1 tahun"}}, tanggal="2030-04-28").urutan == 1


def test_an_adendum_is_not_earlier_than_the_one_before(amend, refused) -> None:
    satu = next_induk(amend(UBAH, tanggal="2028-01-01"))
    assert "mendahului Adendum Kesatu (1 Januari 2028)" in refused({"hapus": "Pasal 6"}, atas=satu)


def test_an_adendum_has_no_adendum(refused, induk) -> None:
    assert "induknya sendiri adendum" in refused(UBAH, atas=replace(induk, jenis=JenisNaskah.ADENDUM))


def test_a_signatory_of_another_office_is_a_warning(amend) -> None:
    def warnings(jabatan: str) -> list[str]:
        orang = {"kesatu": {"nama": "Tono", "jabatan": jabatan}}
        return [g.pesan for g in amend(UBAH, penandatangan=orang).peringatan]

    (pesan,) = warnings("Sekretaris Daerah Cempaka Raya")
    assert "PIHAK KESATU ditandatangani Sekretaris Daerah" in pesan
    assert warnings("Pelaksana Tugas Bupati Cempaka Raya") == []


def test_a_kuasa_later_than_the_signing_is_a_warning(amend) -> None:
    kuasa = [{"dokumen": "Surat Kuasa", "tanggal": "2027-03-02"}]
    orang = {"kesatu": {"nama": "Tono", "jabatan": "Bupati Cempaka Raya", "kuasa": kuasa}}
    (galat,) = amend(UBAH, penandatangan=orang).peringatan
    assert "sesudah penandatanganan 1 Maret 2027" in galat.pesan


def test_rewording_a_place_that_carries_a_term_without_saying_the_term_is_a_warning(amend) -> None:
    ubah = {"tempat": "Pasal 4 ayat (3)", "isi": "Usul disampaikan paling lambat 60 (enam puluh) hari kalender."}
    (galat,) = amend({"ubah": ubah}).peringatan
    assert "batas-waktu (Pasal 4 ayat (3))" in galat.pesan and "ketentuan: tetap" in galat.pesan
    assert amend({"ubah": ubah | {"ketentuan": "tetap"}}).peringatan == ()
    batas = {
        "jenis": "batas-waktu", "hal": "perpanjangan", "batas": "60 hari", "arah": "sebelum",
        "acuan": "akhir-jangka-waktu",
    }  # fmt: skip
    susunan = amend({"ubah": ubah | {"ketentuan": [batas]}})
    assert susunan.peringatan == ()
    (beda,) = susunan.ketentuan
    assert beda.cabut == ("Pasal 4 ayat (3)",) and beda.tambah[0].sumber == "Pasal 4 ayat (3)"


def test_a_term_that_its_words_do_not_state_is_a_warning(amend) -> None:
    ketentuan = {"jenis": "kewajiban-berkala", "hal": "laporan", "setiap": "3 bulan"}
    isi = "Laporan disampaikan setiap 6 (enam) bulan."
    (galat,) = amend({"sisipkan": {"setelah": "Pasal 3 ayat (3)", "isi": isi, "ketentuan": [ketentuan]}}).peringatan
    assert '"3 (tiga) bulan"' in galat.pesan


def test_deleting_the_term_while_a_deadline_counts_from_it_is_refused(refused) -> None:
    assert "akhir jangka waktu, yang tidak ada lagi" in refused({"hapus": "Pasal 4 ayat (1)"})


def test_a_reference_to_what_is_deleted_is_a_warning_that_names_both_places(amend) -> None:
    (galat,) = amend({"hapus": "Pasal 3 ayat (2)"}).peringatan
    assert "Pasal 3 ayat (3) merujuk Pasal 3 ayat (2), yang dihapus" in galat.pesan


def test_the_old_name_of_a_party_in_the_text_is_a_warning(amend) -> None:
    satu = amend({"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Data dikumpulkan Politeknik Pertanian Nusa."}})
    dua = amend({"ubah": {"pihak": "kedua", "nama": "Universitas Nusa"}}, atas=next_induk(satu))
    assert any("masih disebut dalam Pasal 3 ayat (1)" in g.pesan for g in dua.peringatan)


@pytest.mark.parametrize(
    ("perubahan", "pesan"),
    [
        ([], "perubahan: paling sedikit 1 butir"),
        ([{"ubah": {"tempat": "Pasal 3"}}], "bersama 'tempat' isi juga isi"),
        ([{"ubah": {"isi": "x"}}], "isi tepat satu dari tempat, istilah, pihak, kegiatan"),
        ([{"ubah": {"tempat": "ayat (1) Pasal 3", "isi": "x"}}], "harus diawali pasalnya"),
        ([{"ubah": {"tempat": "Pasal tiga", "isi": "x"}}], "tidak dapat dibaca"),
        ([{"ubah": {"tempat": "Pasal 3", "isi": "x", "arti": "y"}}], "kunci arti tidak dipakai bersama 'tempat'"),
        ([{"hapus": {"tempat": "Pasal 3", "istilah": "X"}}], "isi tepat satu dari"),
        ([{"perpanjang": {}}], "isi tepat satu dari selama, menjadi"),
        ([{"perpanjang": {"selama": "nol"}}], "perubahan ke-1"),
        ([{"pejabat": {"pihak": "keempatbelasan", "nama": "A", "jabatan": "B"}}], "urutan pihak"),
        ([{"alamat": {"pihak": 1}}], "sebutkan yang berubah"),
        ([{"ubah": {"tempat": "Pasal 3", "isi": "x"}, "hapus": "Pasal 4"}], "isi tepat satu dari"),
        ([{"tambah": "x"}], "kunci ini tidak dikenal"),
        ([{"ubah": {"tempat": "Pasal 3", "isi": "x", "ketentuan": "entah"}}], "'tetap' bila tidak ada yang berubah"),
    ],
)
def test_a_draft_that_is_not_written_right_is_refused_with_its_key(tmp_path, perubahan, pesan) -> None:
    with pytest.raises(NaskahError) as info:
        make_berkas(tmp_path, perubahan)
    assert pesan in str(info.value) and "adendum.yaml:" in str(info.value)


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"induk": {}}, "salah satu saja"),
        ({"induk": {"id": "a", "berkas": "b.yaml"}}, "salah satu saja"),
        ({"berlaku": "2027-02-01"}, "mendahului tanggal penandatanganan"),
        ({"bagian": {"pasal": {"klausul": "x/y"}}}, "disusun dari kunci 'perubahan'"),
        ({"judul": "X"}, "kunci ini tidak dikenal"),
    ],
)
def test_the_head_of_a_draft_is_checked_too(tmp_path, lain, pesan) -> None:
    with pytest.raises(NaskahError) as info:
        make_berkas(tmp_path, [UBAH], **lain)
    assert pesan in str(info.value)


def test_a_clause_of_another_kind_cannot_stand_in_an_adendum(tmp_path, induk) -> None:
    with pytest.raises(NaskahError, match="tidak-ada"):
        make(tmp_path, induk, [UBAH], bagian={"penutup": {"klausul": "penutup/tidak-ada"}})
