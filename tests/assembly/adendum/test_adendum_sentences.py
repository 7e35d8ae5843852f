"""The sentences of an adendum: what the law's practice writes for each kind of change."""

import pytest
from amending import after, make_induk, next_induk, printed, sentences

from naskah.model.isi import plain
from naskah.model.naskah import Pasal
from naskah.rendering.text import render_txt

UBAH_AYAT = {"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Data dikumpulkan setiap jam."}}


@pytest.mark.parametrize(
    ("perubahan", "kalimat"),
    [
        (UBAH_AYAT, "Ketentuan Pasal 3 ayat (1) diubah sehingga berbunyi sebagai berikut:"),
        (
            {"ubah": {"tempat": "pasal 2 huruf b", "isi": "pengolahan dan penyimpanan data"}},
            "Ketentuan Pasal 2 huruf b diubah sehingga berbunyi sebagai berikut:",
        ),
        (
            {"ubah": {"tempat": "Pasal 6", "isi": "(1) Bahasa Indonesia dipakai.\n(2) Istilah asing dicetak miring."}},
            "Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:",
        ),
        (
            {"sisipkan": {"setelah": "Pasal 3 ayat (2)", "isi": "Pengolahan diperiksa PIHAK KESATU."}},
            "Di antara ayat (2) dan ayat (3) Pasal 3 disisipkan 1 (satu) ayat, yakni ayat (2a), sehingga berbunyi "
            "sebagai berikut:",
        ),
        (
            {"sisipkan": {"setelah": "Pasal 3 ayat (2)", "isi": "(2a) Diperiksa.\n(2b) Dicatat."}},
            "Di antara ayat (2) dan ayat (3) Pasal 3 disisipkan 2 (dua) ayat, yakni ayat (2a) dan ayat (2b), sehingga "
            "berbunyi sebagai berikut:",
        ),
        (
            {"sisipkan": {"tempat": "Pasal 3 ayat (1a)", "isi": "Data dikumpulkan otomatis."}},
            "Di antara ayat (1) dan ayat (2) Pasal 3 disisipkan 1 (satu) ayat, yakni ayat (1a), sehingga berbunyi "
            "sebagai berikut:",
        ),
        (
            {"sisipkan": {"setelah": "Pasal 3 ayat (3)", "isi": "Penyebaran dicatat."}},
            "Setelah ayat (3) Pasal 3 ditambahkan 1 (satu) ayat, yakni ayat (4), sehingga berbunyi sebagai berikut:",
        ),
        (
            {"sisipkan": {"setelah": "Pasal 2 huruf b", "isi": "pemutakhiran data"}},
            "Di antara huruf b dan huruf c Pasal 2 disisipkan 1 (satu) huruf, yakni huruf b1, sehingga Pasal 2 "
            "berbunyi sebagai berikut:",
        ),
        (
            {"sisipkan": {"setelah": "Pasal 3", "judul": "Biaya", "isi": "Biaya ditanggung PARA PIHAK."}},
            "Di antara Pasal 3 dan Pasal 4 disisipkan 1 (satu) pasal, yakni Pasal 3A, sehingga berbunyi "
            "sebagai berikut:",
        ),
        (
            {"sisipkan": {"setelah": "Pasal 6", "judul": "Biaya", "isi": "Biaya ditanggung PARA PIHAK."}},
            "Setelah Pasal 6 ditambahkan 1 (satu) pasal, yakni Pasal 7, sehingga berbunyi sebagai berikut:",
        ),
        ({"hapus": "Pasal 3 ayat (3)"}, "Ketentuan Pasal 3 ayat (3) dihapus."),
        ({"hapus": {"tempat": "Pasal 6"}}, "Ketentuan Pasal 6 dihapus."),
        ({"hapus": {"istilah": "waktu tanam"}}, "Ketentuan Pasal 1 angka 3 dihapus."),
        (
            {"ubah": {"istilah": "Petani", "arti": "orang yang bertani"}},
            "Ketentuan Pasal 1 angka 2 diubah sehingga berbunyi sebagai berikut:",
        ),
        (
            {"sisipkan": {"istilah": "Lahan", "arti": "tanah yang ditanami", "setelah": "Petani"}},
            "Di antara angka 2 dan angka 3 Pasal 1 disisipkan 1 (satu) angka, yakni angka 2a, sehingga Pasal 1 "
            "berbunyi sebagai berikut:",
        ),
        ({"perpanjang": {"selama": "2 tahun"}}, "Ketentuan Pasal 4 ayat (1) diubah sehingga berbunyi sebagai berikut:"),
        (
            {"pejabat": {"pihak": "kedua", "nama": "Rina", "jabatan": "Direktur Politeknik Pertanian Nusa"}},
            "Pejabat yang bertindak untuk dan atas nama PIHAK KEDUA diganti sehingga keterangan mengenai PIHAK KEDUA "
            "berbunyi sebagai berikut:",
        ),
        (
            {"ubah": {"pihak": 2, "kedudukan": "Jalan Baru Nomor 8"}},
            "Keterangan mengenai PIHAK KEDUA diubah sehingga berbunyi sebagai berikut:",
        ),
        (
            {"alamat": {"pihak": "kesatu", "telepon": "0717 2"}},
            "Ketentuan Pasal 5 ayat (1) huruf a diubah sehingga berbunyi sebagai berikut:",
        ),
    ],
    ids=lambda satu: satu if isinstance(satu, str) else None,
)
def test_each_change_has_its_sentence(amend, perubahan, kalimat) -> None:
    assert sentences(amend(perubahan)) == [kalimat]


def test_the_title_carries_the_ordinal_and_what_is_changed(amend) -> None:
    satu = amend(UBAH_AYAT)
    kepala = satu.naskah.kepala
    assert (kepala.jenis, kepala.atas) == ("ADENDUM KESATU", "PERJANJIAN KERJA SAMA")
    dua = amend({"hapus": "Pasal 3 ayat (3)"}, atas=next_induk(satu))
    assert dua.naskah.kepala.jenis == "ADENDUM KEDUA"
    baris = [b.strip() for b in render_txt(dua.naskah).splitlines() if b.strip()]
    assert baris[:4] == ["ADENDUM KEDUA", "ATAS", "PERJANJIAN KERJA SAMA", "ANTARA"]


def test_the_recital_names_the_parent_and_all_earlier_adenda(amend) -> None:
    satu = amend(UBAH_AYAT, nomor=["11/KS/2027", "12/PPN/2027"])
    dua = amend({"hapus": "Pasal 3 ayat (3)"}, atas=next_induk(satu), tanggal="2028-05-01", nomor=["21/KS", "22/PPN"])
    tiga = amend({"hapus": "Pasal 6"}, atas=next_induk(dua), tanggal="2029-01-02", premis=["bahwa bahasa berubah"])
    assert [plain(b) for b in tiga.naskah.premis.butir] == [
        "bahwa PARA PIHAK telah menandatangani Perjanjian Kerja Sama tentang Pemanfaatan Data Cuaca Nomor 1/KS/2025 "
        "dan Nomor 7/PPN/2025 tanggal 29 April 2025;",
        "bahwa Perjanjian Kerja Sama tersebut telah diubah dengan Adendum Kesatu Nomor 11/KS/2027 dan Nomor "
        "12/PPN/2027 tanggal 1 Maret 2027 dan Adendum Kedua Nomor 21/KS dan Nomor 22/PPN tanggal 1 Mei 2028;",
        "bahwa bahasa berubah; dan",
        "bahwa PARA PIHAK memandang perlu mengubah Perjanjian Kerja Sama tersebut dan menuangkan perubahannya dalam "
        "Adendum Ketiga ini.",
    ]
    pengantar = plain(next(tiga.naskah.iter_pasal()).ayat[0].isi)
    assert "sebagaimana telah beberapa kali diubah, terakhir dengan Adendum Kedua Nomor 21/KS" in pengantar


def test_changes_stand_in_the_order_of_the_parent_and_are_numbered(amend) -> None:
    susunan = amend(
        {"hapus": "Pasal 6"},
        UBAH_AYAT,
        {"pejabat": {"pihak": "kesatu", "nama": "Tono", "jabatan": "Bupati Cempaka Raya"}},
        {"ubah": {"istilah": "Petani", "arti": "orang yang bertani"}},
    )
    assert [k.split(" di")[0] for k in sentences(susunan)] == [
        "Pejabat yang bertindak untuk dan atas nama PIHAK KESATU",
        "Ketentuan Pasal 1 angka 2",
        "Ketentuan Pasal 3 ayat (1)",
        "Ketentuan Pasal 6",
    ]
    pasal = list(susunan.naskah.iter_pasal())
    assert [p.nomor for p in pasal] == ["I", "II"]
    assert [r.nomor for r in pasal[0].ayat[0].rincian] == ["1", "2", "3", "4"]


def test_a_list_that_gains_an_item_keeps_its_conjunction_in_place(amend) -> None:
    susunan = amend({"sisipkan": {"setelah": "Pasal 2 huruf b", "isi": "pemutakhiran data"}})
    baru = printed(after(susunan))
    assert [baru[f"Pasal 2 huruf {h}"] for h in ("a", "b", "b1", "c")] == [
        "pengumpulan data;",
        "pengolahan data;",
        "pemutakhiran data; dan",
        "penyebaran data.",
    ]
    (kutipan,) = next(susunan.naskah.iter_pasal()).ayat[1].kutipan
    assert isinstance(kutipan, Pasal) and [r.nomor for r in kutipan.ayat[0].rincian] == ["a", "b", "b1", "c"]


def test_an_item_added_at_the_end_takes_the_full_stop(amend) -> None:
    baru = printed(after(amend({"sisipkan": {"setelah": "Pasal 2 huruf c", "isi": "d. penyimpanan data"}})))
    assert [baru[f"Pasal 2 huruf {h}"] for h in "bcd"] == [
        "pengolahan data;", "penyebaran data; dan", "penyimpanan data.",
    ]  # fmt: skip


def test_a_changed_item_keeps_its_end(amend) -> None:
    baru = printed(after(amend({"ubah": {"tempat": "Pasal 2 huruf b", "isi": "pengolahan cepat."}})))
    assert baru["Pasal 2 huruf b"] == "pengolahan cepat; dan"


def test_what_an_adendum_quotes_holds_no_labels_and_no_fields(amend) -> None:
    isi = 'Hasil sebagaimana dimaksud {{ rujuk("olah") }} disebarkan setiap jam.'
    susunan = amend({"ubah": {"tempat": "Pasal 3 ayat (3)", "isi": isi}})
    (kutipan,) = next(susunan.naskah.iter_pasal()).ayat[1].kutipan
    assert plain(kutipan.isi) == "Hasil sebagaimana dimaksud pada ayat (2) disebarkan setiap jam."
    assert kutipan.label is None and len(kutipan.isi) == 1
    (asli,) = [p.ayat[2] for p in after(susunan).iter_pasal() if p.nomor == "3"]
    assert len(asli.isi) > 1 and asli.label == "pelaksanaan.3"


def test_the_wording_of_the_parent_names_the_parent(amend) -> None:
    susunan = amend({"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "{{ naskah.sebutan }} ini dilaksanakan."}})
    assert printed(after(susunan))["Pasal 3 ayat (1)"] == "Perjanjian Kerja Sama ini dilaksanakan."


def test_three_parties_sign_and_number_their_adendum(amend, tmp_path) -> None:
    induk = make_induk(tmp_path, 3)
    nomor = ["1/A", "2/B", "3/C"]
    susunan = amend(UBAH_AYAT, atas=induk, nomor=nomor)
    assert susunan.naskah.kepala.nomor == tuple(nomor)
    assert [[b.sebutan for b in baris] for baris in susunan.naskah.tanda_tangan] == [
        ["PIHAK KEDUA", "PIHAK KESATU"], ["PIHAK KETIGA"],
    ]  # fmt: skip
    assert susunan.naskah.paraf == ("PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA")


def test_the_effect_is_the_signing_unless_another_day_is_named(amend) -> None:
    akhir = "Adendum Kesatu ini mulai berlaku pada tanggal "
    _, dua = amend(UBAH_AYAT).naskah.iter_pasal()
    assert [plain(a.isi) for a in dua.ayat][-1] == f"{akhir}penandatanganan."
    _, dua = amend(UBAH_AYAT, berlaku="2027-04-01").naskah.iter_pasal()
    assert [plain(a.isi) for a in dua.ayat][-1] == f"{akhir}1 April 2027."


def test_a_new_official_is_presented_and_signs(amend) -> None:
    baru = {"pihak": "kedua", "nama": "Rina", "jabatan": "Direktur Politeknik Pertanian Nusa"}
    susunan = amend({"pejabat": baru})
    assert [b.nama for b in susunan.naskah.tanda_tangan[0]] == ["RINA", "SARI WULANDARI"]
    pihak = after(susunan).pihak[1]
    assert pihak.nama_penandatangan == "RINA"
    assert plain(pihak.komparisi[0]).endswith("untuk selanjutnya disebut PIHAK KEDUA.")


def test_values_are_not_read_as_markup_or_jinja(amend) -> None:
    susunan = amend({"ubah": {"istilah": "Petani", "arti": "orang {{ x }} & <b> (1) a. yang bertani"}})
    assert printed(after(susunan))["Pasal 1 angka 2"] == "Petani adalah orang {{ x }} & <b> (1) a. yang bertani."


def test_a_party_changed_in_several_ways_is_presented_once_as_it_is_in_the_end(amend) -> None:
    susunan = amend(
        {"ubah": {"pihak": "kesatu", "nama": "Pemerintah Daerah Cempaka"}},
        {"pejabat": {"pihak": "kesatu", "nama": "Tono", "jabatan": "Bupati Cempaka Raya"}},
    )
    assert sentences(susunan) == ["Keterangan mengenai PIHAK KESATU diubah sehingga berbunyi sebagai berikut:"]
    teks = " ".join(render_txt(susunan.naskah).split())
    assert "berbunyi sebagai berikut: TONO, Bupati Cempaka Raya" in teks
    assert "untuk dan atas nama Pemerintah Daerah Cempaka, untuk selanjutnya" in teks
    assert [(p.nama, p.penandatangan) for p in susunan.ubah_pihak] == [
        ("Pemerintah Daerah Cempaka", None),
        (None, "Tono"),
    ]


def test_the_parent_keeps_the_title_it_was_signed_under(amend) -> None:
    satu = amend({"ubah": {"pihak": "kedua", "nama": "Universitas Nusa"}})
    lama = ("PEMERINTAH KABUPATEN CEMPAKA RAYA", "POLITEKNIK PERTANIAN NUSA")
    assert satu.naskah.kepala.pihak == after(satu).kepala.pihak == lama
    assert "Universitas Nusa" in plain(after(satu).pihak[1].komparisi[0])
    dua = amend({"hapus": "Pasal 6"}, atas=next_induk(satu))
    assert dua.naskah.kepala.pihak == lama
