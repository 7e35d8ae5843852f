"""Changes that cannot be, each refused with the place; and what is only doubtful, a warning."""

import re
from dataclasses import replace

import pytest
import yaml
from amending import INDUK, make_berkas, make_induk, next_induk
from amending import amend as make

from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.pendaftaran import KlausulTerpakai

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


def test_what_cannot_be_read_and_what_cannot_be_are_told_at_once(refused) -> None:
    galat = refused(
        {"ubah": {"tempat": "Pasal tiga", "isi": "x"}}, UBAH, {"hapus": "Pasal 9"}, {"tambah": "x"},
        tanggal="2025-04-28", nomor=["1"], penandatangan={"ketiga": {"nama": "A", "jabatan": "B"}},
    )  # fmt: skip
    assert [galat.count(f"perubahan ke-{n}") for n in (1, 2, 3, 4)] == [1, 0, 1, 1]
    for satu in ("tidak dapat dibaca", "Pasal 9 tidak ada", "kunci ini tidak dikenal", "mendahului induknya"):
        assert satu in galat
    assert "2 pihak tetapi 1 nomor" in galat and "tidak ada pihak ke-3" in galat


def test_an_adendum_does_not_take_effect_before_the_one_it_builds_on(amend, refused) -> None:
    satu = next_induk(amend(UBAH, tanggal="2027-01-01", berlaku="2028-01-01"))
    galat = refused({"hapus": "Pasal 6"}, atas=satu, tanggal="2027-06-01")
    assert "mulai berlaku 1 Juni 2027, sebelum Adendum Kesatu mulai berlaku (1 Januari 2028)" in galat
    assert "isi 'berlaku' dengan 2028-01-01 atau sesudahnya" in galat and "adendum.yaml:" in galat
    assert amend({"hapus": "Pasal 6"}, atas=satu, tanggal="2027-06-01", berlaku="2028-01-01").urutan == 2


@pytest.mark.parametrize(
    "dua",
    [
        {"pejabat": {"pihak": 1, "nama": "Lain", "jabatan": "Bupati Cempaka Raya"}},
        {"ubah": {"pihak": 1, "kedudukan": "Jalan Lain"}},
        {"alamat": {"pihak": 2, "telepon": "2"}},
    ],
)
def test_the_same_facts_of_a_party_are_changed_once(refused, dua) -> None:
    satu = {
        "pejabat": {"pejabat": {"pihak": 1, "nama": "Tono", "jabatan": "Bupati Cempaka Raya"}},
        "ubah": {"ubah": {"pihak": 1, "nama": "Kabupaten Cempaka"}},
        "alamat": {"alamat": {"pihak": 2, "telepon": "1"}},
    }[next(iter(dua))]
    assert "pihak ini sudah diubah pada perubahan ke-1; gabungkan menjadi satu perubahan" in refused(satu, dua)


def test_all_impossible_changes_are_told_at_once(refused) -> None:
    galat = refused({"hapus": "Pasal 9"}, UBAH, {"hapus": "Pasal 3 ayat (8)"}, {"perpanjang": {"menjadi": "1 tahun"}})
    assert [galat.count(f"perubahan ke-{n}") for n in (1, 2, 3, 4)] == [1, 0, 1, 1]


def test_what_is_deleted_cannot_be_deleted_or_changed_again(amend, refused) -> None:
    satu = amend({"hapus": "Pasal 3 ayat (3)"})
    for lagi in ({"hapus": "Pasal 3 ayat (3)"}, {"ubah": {"tempat": "Pasal 3 ayat (3)", "isi": "Lagi."}}):
        assert "Pasal 3 ayat (3) sudah dihapus dengan adendum sebelumnya" in refused(lagi, atas=next_induk(satu))
    galat = refused({"hapus": "Pasal 3 ayat (3)"}, {"hapus": "Pasal 3 ayat (3)"})
    assert "sudah dihapus pada perubahan ke-1" in galat


def test_what_is_said_of_a_deleted_place_can_be_followed(amend, refused) -> None:
    sisip = {"sisipkan": {"setelah": "Pasal 3", "judul": "Biaya", "isi": "Ditanggung bersama."}}
    satu = amend(sisip)
    dua = next_induk(amend({"hapus": "Pasal 3A"}, atas=next_induk(satu)))
    tempat = {"sisipkan": {"tempat": "Pasal 3A", "judul": "Biaya", "isi": "Lagi."}}
    for lagi in (sisip, tempat, {"ubah": {"tempat": "Pasal 3A", "isi": "Lagi."}}):
        galat = refused(lagi, atas=dua)
        assert "setelah: Pasal 3A" in galat and "ubah Pasal 3A" not in galat
    sesudah = {"sisipkan": {"setelah": "Pasal 3A", "judul": "Biaya", "isi": "Ditanggung bersama."}}
    assert str(amend(sesudah, atas=dua).perubahan.langkah[0].letak) == "Pasal 3B"


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


def test_rewording_a_deadline_without_saying_what_it_is_now_is_refused_with_what_to_write(amend, refused) -> None:
    ubah = {"tempat": "Pasal 4 ayat (3)", "isi": "Usul disampaikan paling lambat 60 (enam puluh) hari kalender."}
    galat = refused({"ubah": ubah})
    assert "batas-waktu (Pasal 4 ayat (3))" in galat and "'ketentuan: tetap'" in galat
    contoh = re.search(r"misalnya ketentuan: (\[.*\])", galat)
    assert contoh is not None
    (tertulis,) = yaml.safe_load(contoh[1])
    assert (tertulis["jenis"], tertulis["batas"], tertulis["acuan"]) == ("batas-waktu", "30 hari", "akhir-jangka-waktu")
    assert amend({"ubah": ubah | {"ketentuan": [tertulis | {"batas": "60 hari"}]}}).peringatan == ()
    assert 'tidak lagi memuat "30 (tiga puluh) hari kalender"' in refused({"ubah": ubah | {"ketentuan": "tetap"}})
    sama = {"tempat": "Pasal 4 ayat (3)", "isi": "Usul disampaikan 30 (tiga puluh) hari kalender sebelumnya."}
    assert amend({"ubah": sama | {"ketentuan": "tetap"}}).peringatan == ()
    batas = {
        "jenis": "batas-waktu", "hal": "perpanjangan", "batas": "60 hari", "arah": "sebelum",
        "acuan": "akhir-jangka-waktu",
    }  # fmt: skip
    susunan = amend({"ubah": ubah | {"ketentuan": [batas]}})
    assert susunan.peringatan == ()
    (beda,) = susunan.ketentuan
    assert beda.cabut == ("Pasal 4 ayat (3)",) and beda.tambah[0].sumber == "Pasal 4 ayat (3)"


def test_rewording_the_term_without_saying_what_it_is_now_is_refused(amend, refused) -> None:
    ubah = {"tempat": "Pasal 4 ayat (1)", "isi": "Perjanjian Kerja Sama ini berlaku 10 (sepuluh) tahun."}
    assert "untuk memperpanjang cukup 'perpanjang'" in refused({"ubah": ubah})
    assert "tidak lagi memuat" in refused({"ubah": ubah | {"ketentuan": "tetap"}})
    salah = ubah | {"ketentuan": [{"jenis": "jangka-waktu", "lama": "9 tahun"}]}
    assert 'tidak memuat "9 (sembilan) tahun"' in refused({"ubah": salah})
    (beda,) = amend({"ubah": ubah | {"ketentuan": [{"jenis": "jangka-waktu", "lama": "10 tahun"}]}}).ketentuan
    assert str(beda.tambah[0].lama) == "10 tahun"


def test_rewording_a_promise_that_is_neither_is_a_warning(amend) -> None:
    berkala = {"jenis": "kewajiban-berkala", "hal": "laporan", "setiap": "3 bulan"}
    isi = {"isi": "Laporan disampaikan setiap 3 (tiga) bulan.", "ketentuan": [berkala]}
    satu = amend({"sisipkan": {"setelah": "Pasal 3 ayat (3)", **isi}})
    induk = replace(next_induk(satu), ketentuan=(*satu.induk.ketentuan, *satu.ketentuan[0].tambah))
    (galat,) = amend({"ubah": {"tempat": "Pasal 3 ayat (4)", "isi": "Laporan rutin."}}, atas=induk).peringatan
    assert "kewajiban-berkala (Pasal 3 ayat (4))" in galat.pesan and "tulis 'ketentuan: tetap'" in galat.pesan


def test_rewording_a_part_of_a_place_with_a_deadline_is_a_warning(amend, tmp_path) -> None:
    batas = {"jenis": "batas-waktu", "hal": "usul", "batas": "30 hari", "arah": "setelah", "acuan": "usul-diterima"}
    isi = "Dalam 30 (tiga puluh) hari kalender usul disampaikan kepada:\na. dinas; dan\nb. badan."
    induk = make_induk(
        tmp_path, pasal=[*INDUK["pasal"], {"judul": "Usul", "isi": isi, "label": "usul", "ketentuan": [batas]}]
    )
    (galat,) = amend({"ubah": {"tempat": "Pasal 7 huruf a", "isi": "bupati"}}, atas=induk).peringatan
    assert "batas-waktu (Pasal 7)" in galat.pesan and "tulis 'ketentuan: tetap'" in galat.pesan


def test_a_term_that_its_words_do_not_state_is_a_warning(amend) -> None:
    ketentuan = {"jenis": "kewajiban-berkala", "hal": "laporan", "setiap": "3 bulan"}
    isi = "Laporan disampaikan setiap 6 (enam) bulan."
    (galat,) = amend({"sisipkan": {"setelah": "Pasal 3 ayat (3)", "isi": isi, "ketentuan": [ketentuan]}}).peringatan
    assert '"3 (tiga) bulan"' in galat.pesan


def test_the_term_cannot_be_deleted(amend, refused) -> None:
    wajib = "memuat jangka waktu, yang wajib ada dalam Perjanjian Kerja Sama (PP 28/2018 Pasal 19 ayat (2))"
    ayat, pasal = refused({"hapus": "Pasal 4 ayat (1)"}), refused({"hapus": "Pasal 4"})
    assert wajib in ayat and wajib in pasal
    assert "akhir jangka waktu, yang tidak ada lagi" in ayat  # told in the same breath
    assert "perubahan ke-1" in pasal
    jangka = {"jenis": "jangka-waktu", "lama": "6 tahun"}
    isi = "Perjanjian Kerja Sama ini berlaku selama 6 (enam) tahun."
    pindah = {"sisipkan": {"setelah": "Pasal 6", "judul": "Masa Berlaku", "isi": isi, "ketentuan": [jangka]}}
    assert not [g for g in amend({"hapus": "Pasal 4"}, pindah).peringatan if "wajib ada" in g.pesan]


def test_deleting_a_mandatory_element_is_a_warning_that_names_the_rule(amend, tmp_path) -> None:
    wajib = [{"judul": j, "isi": "(1) Satu.\n(2) Dua.", "label": n} for j, n in
             (("Hak dan Kewajiban", "hak-kewajiban"), ("Perselisihan", "perselisihan"))]  # fmt: skip
    induk = make_induk(tmp_path, pasal=[*INDUK["pasal"], *wajib])
    galat = [g.pesan for g in amend({"hapus": "Pasal 7"}, {"hapus": "Pasal 8"}, atas=induk).peringatan]
    assert [satu.split(";")[0] for satu in galat] == [
        "Pasal 7 memuat 'hak-kewajiban', yang wajib ada dalam Perjanjian Kerja Sama (PP 28/2018 Pasal 19 ayat (2))",
        "Pasal 8 memuat 'perselisihan', yang wajib ada dalam Perjanjian Kerja Sama (PP 28/2018 Pasal 19 ayat (2))",
    ]
    ganti = {"sisipkan": {"setelah": "Pasal 8", "judul": "Penyelesaian Perselisihan", "isi": "Musyawarah."}}
    assert amend({"hapus": "Pasal 8"}, ganti, atas=induk).peringatan == ()
    assert amend({"hapus": "Pasal 7 ayat (1)"}, atas=induk).peringatan == ()


def test_what_the_clause_of_a_pasal_covers_counts_as_well(amend, tmp_path) -> None:
    induk = make_induk(tmp_path, pasal=[*INDUK["pasal"], {"judul": "Hak", "isi": "(1) Satu.\n(2) Dua.", "label": "hk"}])
    nama = "hak-kewajiban/empat-ayat-dengan-sanksi"
    terpakai = KlausulTerpakai(klausul=nama, versi=1, sidik="x", pasal="Pasal 7")
    hilang = KlausulTerpakai(klausul="tidak/ada", versi=1, sidik="x", pasal="Pasal 7")
    induk = replace(induk, klausul=(terpakai, hilang))
    unsur = [g.pesan.split("'")[1] for g in amend({"hapus": "Pasal 7"}, atas=induk).peringatan]
    assert unsur == ["hak-kewajiban", "sanksi"]
    (galat,) = amend({"hapus": "Pasal 7 ayat (2)"}, atas=induk).peringatan
    assert "pastikan semuanya masih diatur sesudah Pasal 7 ayat (2) dihapus" in galat.pesan


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
