"""I01, I02, I05, I06, I08: what the document, its parties, places and offices are called."""

import pytest
from small_documents import SEBUTAN, blok, paragraf, perda, perjanjian
from small_documents import find as find_in_small
from small_documents import pasal as make_pasal
from written_documents import KEDUA, KESATU, PASAL, PENUTUP, find, quotes, write

from naskah.checking.finding import Keparahan
from naskah.model.bacaan import Peran
from naskah.model.isi import isi
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Lampiran
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja, TugasTabel

PKS, NK = JenisNaskah.PERJANJIAN_KERJA_SAMA, JenisNaskah.NOTA_KESEPAKATAN


@pytest.mark.parametrize(
    ("jenis", "teks", "kata", "keparahan"),
    [
        (PKS, "Pelaksanaan Kesepakatan Bersama ini dipantau.", "Kesepakatan Bersama", Keparahan.GALAT),
        (PKS, "Pelaksanaan Nota Kesepakatan ini dipantau.", "Nota Kesepakatan", Keparahan.GALAT),
        (PKS, "Pelaksanaan Perjanjian ini dipantau.", "Perjanjian", Keparahan.SARAN),
        (NK, "Pelaksanaan Perjanjian Kerja Sama ini dipantau.", "Perjanjian Kerja Sama", Keparahan.GALAT),
    ],
)
def test_a_document_calls_itself_by_its_kind(jenis, teks, kata, keparahan) -> None:
    (satu,) = find_in_small("I01", perjanjian(teks, jenis=jenis))
    assert (satu.kutipan, satu.keparahan, satu.letak) == (kata, keparahan, "Pasal 1")


@pytest.mark.parametrize(
    ("jenis", "teks"),
    [
        (PKS, "Pelaksanaan Perjanjian Kerja Sama ini dipantau."),
        (PKS, "Perjanjian Kerja Sama ini menindaklanjuti Nota Kesepakatan tersebut dan Kesepakatan Bersama itu."),
        (PKS, "Perjanjian Kerja Sama ini, selanjutnya disebut Perjanjian, mengikat. Isi Perjanjian ini rahasia."),
        (NK, "Nota Kesepakatan ini dilaksanakan dengan Perjanjian Kerja Sama."),
        (JenisNaskah.ADENDUM, "Pasal 3 Perjanjian Kerja Sama ini diubah; Adendum ini berlaku sejak ditandatangani."),
    ],
)
def test_other_documents_and_a_short_form_that_was_agreed_are_clean(jenis, teks) -> None:
    assert not find_in_small("I01", perjanjian(teks, jenis=jenis))


def test_a_regulation_calls_itself_by_its_kind() -> None:
    assert not find_in_small("I01", perda(make_pasal("1", "Peraturan Daerah ini mulai berlaku.")))
    (satu,) = find_in_small("I01", perda(make_pasal("1", "Peraturan Bupati ini mulai berlaku.")))
    assert satu.kutipan == "Peraturan Bupati"


@pytest.mark.parametrize(
    ("teks", "ganti"),
    [
        ("Data dibuka dengan persetujuan pihak lainnya.", "PIHAK"),
        ("Salah satu pihak dapat mengakhirinya.", "PIHAK"),
        ("Hal ini disepakati para pihak.", "PARA PIHAK"),
        ("Biaya ditanggung masing-masing pihak.", "PIHAK"),
        ("Laporan dibuat oleh Pihak Kesatu.", "PIHAK KESATU"),
        ("Surat dikirim kepada Pihak yang dituju.", "PIHAK"),
        ("Kedua belah pihak bermusyawarah.", "PIHAK"),
        ("Laporan dibuat oleh Pihak KESATU.", "PIHAK KESATU"),
        ("Pihak KEDUA membuat laporan.", "PIHAK KEDUA"),
    ],
)
def test_a_party_is_written_in_capitals(teks, ganti) -> None:
    (satu,) = find_in_small("I02", perjanjian(teks))
    assert f'"{ganti}"' in satu.saran
    assert satu.perbaikan is None, "whom it means is for a person to say"


@pytest.mark.parametrize(
    "teks",
    [
        "Data tidak diberikan kepada pihak lain mana pun.",
        "Kerja sama dengan pihak ketiga memerlukan izin.",
        "PIHAK lainnya menyetujui. PARA PIHAK bermusyawarah.",
        "Balai berkoordinasi dengan instansi dan pihak lainnya.",
        "Surat keterangan diberikan pihak yang berwenang.",
        "Pemutusan tidak dilakukan sepihak.",
        "Balai berkoordinasi dengan para pihak terkait.",
        "Peraturan Menteri Nomor 2 Tahun 2030 tentang Hak dan Kewajiban Para Pihak dipatuhi.",
    ],
)
def test_others_are_written_small(teks) -> None:
    assert not find_in_small("I02", perjanjian(teks))


def test_without_parties_called_pihak_nothing_is_said_of_them() -> None:
    assert not find_in_small("I02", perjanjian("Hal ini disepakati para pihak.", para_pihak=("BALAI", "DINAS")))


def test_a_party_has_one_name_in_the_whole_document() -> None:
    bacaan = write("PIHAK PERTAMA menyediakan data dan PIHAK KEDUA menerimanya.")
    (satu,) = find("I06", bacaan)
    assert (satu.kutipan, satu.keparahan) == ("PIHAK PERTAMA", Keparahan.GALAT)
    assert '"PIHAK KESATU"' in satu.saran
    assert satu.perbaikan is None, "whom it means is for a person to say"
    assert not find("I06", write("PIHAK KESATU menyediakan data dan PIHAK KEDUA menerimanya."))
    terbalik = write(
        *((j, t.replace("KESATU", "PERTAMA")) for j, t in PASAL), kesatu=KESATU.replace("KESATU", "PERTAMA")
    )
    assert not find("I06", terbalik)


def test_a_party_that_the_document_does_not_have_is_found() -> None:
    (satu,) = find("I06", write("PIHAK KETIGA menyediakan data."))
    assert satu.keparahan is Keparahan.PERINGATAN
    assert not find_in_small("I06", perjanjian("PIHAK KETIGA hadir.", para_pihak=(*SEBUTAN, "PIHAK KETIGA")))


def test_a_name_that_differs_by_a_space_is_perhaps_the_same() -> None:
    bacaan = perjanjian("Isi.", tanda_tangan=blok("PIHAK KESATU: SARI WULAN DARI"))
    (satu,) = find_in_small("I05", bacaan)
    assert (satu.keparahan, "pada komparisi" in satu.pesan) == (Keparahan.PERINGATAN, True)
    for sama in ("SARI  WULANDARI", "Dr. Sari Wulandari, S.Si."):
        assert not find_in_small("I05", perjanjian("Isi.", tanda_tangan=blok(f"PIHAK KESATU: {sama}")))


@pytest.mark.parametrize(
    ("nama", "pesan"),
    [("SARI WULANDARY", "pada komparisi"), ("JAKA PURNAMA", "Yang menandatangani bagi PIHAK KESATU")],
)
def test_who_signs_is_who_was_presented(nama, pesan) -> None:
    alinea = (paragraf(nama, Peran.TANDA_TANGAN, 40),)
    bacaan = perjanjian("Isi.", tanda_tangan=blok(f"PIHAK KESATU: {nama}"), alinea=alinea)
    (satu,) = find_in_small("I05", bacaan)
    assert pesan in satu.pesan
    assert (satu.kutipan, satu.keparahan, satu.tempat and satu.tempat.baris) == (nama, Keparahan.GALAT, 40)


@pytest.mark.parametrize(
    "nama", ["SARI WULANDARI", "Sari Wulandari", "Dr. SARI WULANDARI, M.Si.", "SARI  WULANDARI", "......."]
)
def test_titles_and_capitals_make_no_other_name(nama) -> None:
    assert not find_in_small("I05", perjanjian("Isi.", tanda_tangan=blok(f"PIHAK KESATU: {nama}")))


def test_a_place_is_spelled_one_way_and_the_official_one_is_known() -> None:
    bacaan = write("Data disimpan di Pangkal Pinang.", "Alat dipasang di Kota Pangkalpinang.")
    (satu,) = find("I05", bacaan)
    assert (satu.kutipan, satu.keparahan) == ("Pangkal Pinang", Keparahan.PERINGATAN)
    assert ('"Pangkalpinang"' in satu.saran, satu.perbaikan) == (True, None)
    dua = find("I05", write("Data disimpan di Bandarlampung.", "Alat dipasang di Kota Bandar Lampung."))
    assert [t.kutipan for t in dua] == ["Bandarlampung"]


def test_names_that_nobody_knows_may_be_two() -> None:
    (satu,) = find("I05", write("Data disimpan di Gunung Melati.", "Alat dipasang di Gunungmelati."))
    assert (satu.keparahan, satu.perbaikan) == (Keparahan.SARAN, None)
    assert not find("I05", write("Data disimpan di Gunung Melati.", "Alat dipasang di Gunung Melati."))


def test_one_name_has_one_short_form() -> None:
    teks = "Kartu Data Cuaca (KCD) diperbarui."
    assert quotes("I05", write(teks, "Kartu Data Cuaca (KDC) disimpan.")) == ["KCD"]
    assert not find("I05", write("Kartu Data Cuaca (KDC) diperbarui.", "Kartu Data Cuaca (KDC) disimpan."))
    assert quotes("I05", write("Peta Curah (PC) dan Panduan Cuaca (PC) dibuat.")) == ["PC"]


DAFTAR = (
    "(1) Data dikelola bersama.\n\n(2) Untuk pelaksanaannya, PIHAK KESATU menunjuk:\na. Kepala Dinas Komunikasi dan"
    " Informatika;\nb. Kepala Dinas Pertanian Pangan; dan\nc. Kepala Dinas Sosial."
)


def plan(kesatu: str, kedua: str = "Fakultas Pertanian", teks: str = DAFTAR):
    """An agreement whose Rencana Kerja gives these offices work."""
    bacaan = write(teks)
    tugas = (TugasTabel((isi(kesatu),), isi("Menyusun data")), TugasTabel((isi(kedua),), isi("Menyusun data")))
    kegiatan = KegiatanTabel("a", isi("Pendataan"), (), isi("Cempaka"), isi("APBD"), (2031,), tugas, isi("Data"), ())
    tabel = TabelRencanaKerja((2031,), ("PIHAK KESATU", "PIHAK KEDUA"), (ProgramTabel("1", isi("Data"), (kegiatan,)),))
    object.__setattr__(bacaan.naskah, "lampiran", (Lampiran((), (), (), tabel, ()),))
    return bacaan


@pytest.mark.parametrize(
    ("kantor", "keparahan"),
    [
        ("Dinas Komunikas dan Informatika", Keparahan.PERINGATAN),
        ("Dinas Komunikasil dan Informatika", Keparahan.PERINGATAN),
        ("Dinas Pertanian, Pangan", Keparahan.SARAN),
        ("Dinas Sosial", None),
        ("Dinas Pertanahan Pangan", None),
        ("Dinas Sosial Kabupaten Cempaka Raya", None),
    ],
)
def test_an_office_is_spelled_as_where_it_was_appointed(kantor, keparahan) -> None:
    temuan = find("I05", plan(kantor))
    assert [t.keparahan for t in temuan] == ([keparahan] if keparahan else [])
    assert bool(find("I08", plan(kantor))) == (kantor == "Dinas Pertanahan Pangan"), "another office"


def test_an_office_that_was_not_appointed_is_found_where_offices_were() -> None:
    (satu,) = find("I08", plan("Dinas Perhubungan"))
    assert (satu.letak, satu.keparahan) == ("Lampiran kegiatan 1.a", Keparahan.SARAN)
    assert "tidak ditunjuk pada Pasal 5 ayat (2)" in satu.pesan
    assert not find("I08", plan("Dinas Perhubungan", teks="PIHAK KESATU menunjuk Perangkat Daerah terkait."))


@pytest.mark.parametrize(
    "teks",
    [
        "PIHAK KEDUA memberi kuasa kepada Perangkat Daerah sesuai dengan tugasnya.",
        "PIHAK KEDUA dapat menugaskan Dinas Pertanian.",
        "PIHAK KEDUA menunjuk pegawai pada Dinas Pertanian.",
        "PIHAK KEDUA mendelegasikan pelaksanaan tugas kepada Sekretaris Daerah.",
        "PIHAK KESATU menunjuk Dekan Fakultas Pertanian.",
        "PIHAK KEDUA menunjuk:\na. Kepala Dinas Pertanian; dan\nb. Direktur Politeknik Nusa.",
    ],
)
def test_a_party_does_not_act_through_an_organ_of_the_other(teks) -> None:
    (satu,) = find("I08", write(teks))
    assert satu.keparahan is Keparahan.PERINGATAN
    assert "tertukar" in satu.saran


@pytest.mark.parametrize(
    "teks",
    [
        "PIHAK KESATU memberi kuasa kepada Perangkat Daerah dan PIHAK KEDUA memberi kuasa kepada Dekan.",
        "PIHAK KEDUA menugaskan dosen kepada Dinas Pertanian milik PIHAK KESATU.",
        "PIHAK KEDUA menugaskan tenaga pendamping pada Dinas Pertanian.",
        "PIHAK KEDUA menugaskan pegawainya berkoordinasi dengan Dinas Pertanian.",
        "PIHAK KEDUA menyampaikan data melalui rapat bersama Perangkat Daerah.",
        "PIHAK KEDUA menunjuk unit kerja yang membidangi.",
        "PIHAK KEDUA melaporkan kegiatan kepada Bupati.",
    ],
)
def test_a_party_acts_through_its_own_organs(teks) -> None:
    assert not find("I08", write(teks))


def test_the_rencana_kerja_gives_work_to_the_party_s_own_offices() -> None:
    (satu,) = find("I08", plan("Dinas Sosial", kedua="Dinas Pertanian"))
    assert satu.kutipan == "Dinas Pertanian"
    assert "perangkat PIHAK KESATU" in satu.pesan


def test_parties_of_one_kind_have_the_same_organs() -> None:
    kedua = KEDUA.replace("Politeknik Nusa", "Pemerintah Kota Melati")
    assert not find("I08", write("PIHAK KEDUA menunjuk Dinas Pertanian.", kedua=kedua, penutup=PENUTUP))
