"""The facts of whole documents: parties, dates, term, deadlines, copies, and what was not understood."""

import json
from datetime import date

import pytest
import yaml
from readings import PIHAK, facts

from naskah.bahasa.durasi import Durasi
from naskah.model.bacaan import JenisBacaan
from naskah.reading.facts import FaktaBatas, to_plain
from naskah.reading.facts.capitals import capitalize


def test_the_head_and_the_parties_are_read() -> None:
    fakta = facts("Pasal 1\nTUJUAN\n\nAda.")
    assert fakta.jenis is JenisBacaan.PERJANJIAN_KERJA_SAMA
    assert fakta.judul == "Pemanfaatan Data Cuaca"
    assert fakta.nomor == ("1/KS/2031", "7/PPN/V/2031")
    assert [(p.sebutan, p.urutan, p.nama, p.lembaga, p.nomor, p.kedudukan) for p in fakta.pihak] == [
        (
            "PIHAK KESATU",
            1,
            "SARI WULANDARI",
            "Pemerintah Kabupaten Cempaka Raya",
            "1/KS/2031",
            "Jalan Ir. H. Merdeka Nomor 1, Cempaka",
        ),
        (
            "PIHAK KEDUA",
            2,
            "BIMA ADISAPUTRA",
            "Politeknik Pertanian Nusa",
            "7/PPN/V/2031",
            "Jalan Kampus Nomor 7, Cempaka",
        ),
    ]
    assert [(t.sebutan, t.nama) for t in fakta.tanda_tangan] == [
        ("PIHAK KEDUA", "BIMA ADISAPUTRA"),
        ("PIHAK KESATU", "SARI WULANDARI"),
    ]


def test_the_documents_of_authority_are_read() -> None:
    satu, dua = (p.wewenang for p in facts().pihak)
    assert [(w.jenis, w.dokumen, w.nomor, w.tanggal, w.tentang) for w in (*satu, *dua)] == [
        (
            "pengangkatan",
            "Keputusan Menteri Dalam Negeri",
            "100.2.1.3-9 Tahun 2030",
            date(2030, 3, 3),
            "Pengangkatan Bupati",
        ),
        ("kuasa", "Surat Kuasa Khusus", "SKS/5/2031", date(2031, 5, 6), None),
    ]


def test_a_date_left_open_is_told() -> None:
    pihak = PIHAK.replace("tanggal 6 Mei 2031", "tanggal ..........")
    (kuasa,) = facts(pihak=pihak).pihak[1].wewenang
    assert (kuasa.tanggal, kuasa.tanggal_kosong) == (None, True)


def test_three_parties_and_pihak_pertama_are_read() -> None:
    pihak = PIHAK.replace("PIHAK KESATU", "PIHAK PERTAMA") + (
        "\n3. DEWI LESTARI : Ketua Koperasi Tani, bertindak untuk dan atas nama Koperasi Tani, selanjutnya disebut"
        " PIHAK KETIGA."
    )
    assert [(p.sebutan, p.urutan) for p in facts(pihak=pihak).pihak] == [
        ("PIHAK PERTAMA", 1),
        ("PIHAK KEDUA", 2),
        ("PIHAK KETIGA", 3),
    ]


def test_the_place_of_a_party_is_the_one_that_its_name_tells() -> None:
    satu = PIHAK.replace("PIHAK KESATU", "PIHAK X").replace("PIHAK KEDUA", "PIHAK KESATU")
    assert [p.urutan for p in facts(pihak=satu.replace("PIHAK X", "PIHAK KEDUA")).pihak] == [2, 1]


@pytest.mark.parametrize(
    ("pembuka", "tanggal", "kutipan"),
    [
        (
            "Pada hari ini, Senin tanggal Lima Bulan Mei Tahun Dua Ribu Tiga Puluh Satu (05-05-2031), kami:",
            date(2031, 5, 5),
            ("Senin", "Lima Bulan Mei Tahun Dua Ribu Tiga Puluh Satu", "05-05-2031"),
        ),
        (
            "Pada hari ini Senin, tanggal 05-05-2031 (lima bulan Mei tahun dua ribu tiga puluh satu), kami:",
            date(2031, 5, 5),
            ("Senin", "lima bulan Mei tahun dua ribu tiga puluh satu", "05-05-2031"),
        ),
        (
            "Pada hari ini Rabu tanggal enam belas bulan Desember tahun dua ribu lima belas, kami:",
            date(2015, 12, 16),
            ("Rabu", "enam belas bulan Desember tahun dua ribu lima belas", None),
        ),
        (
            "Pada hari ini Senin tanggal Lima bulan Mei tahun Dua Ribu Tiga Puluh Satu (15-5-2031), kami:",
            date(2031, 5, 5),
            ("Senin", "Lima bulan Mei tahun Dua Ribu Tiga Puluh Satu", "15-5-2031"),
        ),
    ],
)
def test_the_opening_date_is_told_three_times(pembuka: str, tanggal: date, kutipan: tuple[str | None, ...]) -> None:
    fakta = facts(pembuka=pembuka)
    assert fakta.tanggal == tanggal
    assert fakta.pembuka is not None
    sumber = (fakta.pembuka.sumber_hari, fakta.pembuka.sumber_kata, fakta.pembuka.sumber_angka)
    assert tuple(s.kutipan if s else None for s in sumber) == kutipan


@pytest.mark.parametrize(
    ("kalimat", "lama", "mulai", "disebut", "diperpanjang"),
    [
        ("Perjanjian Kerja Sama ini berlaku selama 5 (lima) tahun sejak ditandatangani.", 5, None, True, False),
        ("Perjanjian ini berlaku untuk jangka waktu 3 (tiga) tahun dan dapat diperpanjang.", 3, None, False, True),
        ("Jangka waktu selama 2 (dua) tahun terhitung mulai tanggal 1 April 2032.", 2, date(2032, 4, 1), True, False),
        ("Perjanjian ini berlaku selama 1 (satu) tahun dan tidak dapat diperpanjang.", 1, None, False, False),
    ],
)  # fmt: skip
def test_the_term_is_read_with_its_start(
    kalimat: str, lama: int, mulai: date | None, disebut: bool, diperpanjang: bool
) -> None:
    (masa,) = facts(f"Pasal 1\nJANGKA WAKTU\n\n{kalimat}").masa
    assert (masa.lama, masa.mulai, masa.mulai_disebut, masa.dapat_diperpanjang) == (
        Durasi(tahun=lama),
        mulai,
        disebut,
        diperpanjang,
    )


def test_a_term_may_be_told_by_its_last_day() -> None:
    (masa,) = facts(
        "Pasal 1\nJANGKA WAKTU\n\nBerlaku sejak tanggal 1 Juni 2031 sampai dengan tanggal 31 Mei 2033."
    ).masa
    assert (masa.lama, masa.mulai, masa.akhir) == (None, date(2031, 6, 1), date(2033, 5, 31))


def test_a_term_inside_another_provision_is_no_term_of_the_document() -> None:
    assert facts("Pasal 1\nDATA\n\nIzin berlaku selama 2 (dua) tahun.").masa == ()


def deadline(judul: str, kalimat: str) -> FaktaBatas:
    (batas,) = facts(f"Pasal 1\n{judul}\n\n{kalimat}").batas
    return batas


@pytest.mark.parametrize(
    ("judul", "kalimat", "hal", "arah", "acuan"),
    [
        (
            "JANGKA WAKTU",
            "Perpanjangan diajukan paling lambat 30 (tiga puluh) hari sebelum jangka waktu berakhir.",
            ("perpanjangan",),
            "sebelum",
            "akhir-jangka-waktu",
        ),
        (
            "PENGAKHIRAN",
            "PIHAK mengakhiri dengan pemberitahuan 3 (tiga) bulan sebelum tanggal berakhir yang dikehendaki.",
            ("pengakhiran",),
            "sebelum",
            "tanggal-berakhir-dikehendaki",
        ),
        (
            "KEADAAN KAHAR",
            "PIHAK memberitahukannya paling lambat 14 (empat belas) hari sejak terjadinya peristiwa.",
            ("keadaan-kahar",),
            "setelah",
            "terjadinya peristiwa",
        ),
        (
            "KEADAAN KAHAR",
            "Bila dalam waktu 14 (empat belas) hari sejak pemberitahuan tidak ada tanggapan, dianggap disetujui.",
            ("tanggapan-kahar",),
            "setelah",
            "pemberitahuan tidak ada tanggapan",
        ),
        (
            "KORESPONDENSI",
            "Perubahan alamat diberitahukan paling lambat 7 (tujuh) hari kerja sebelumnya.",
            ("perubahan-alamat",),
            "sebelum",
            "",
        ),
        (
            "KEADAAN KAHAR",
            "Bila berlangsung melebihi jangka waktu 30 (tiga puluh) hari, PARA PIHAK bertemu.",
            ("keadaan-kahar",),
            "setelah",
            "",
        ),
    ],
)
def test_a_deadline_tells_what_for_and_from_when(
    judul: str, kalimat: str, hal: tuple[str, ...], arah: str, acuan: str
) -> None:
    batas = deadline(judul, kalimat)
    assert (batas.hal, batas.arah, batas.acuan) == (hal, arah, acuan)
    assert batas.sumber.kutipan == kalimat


def test_how_long_something_takes_is_no_deadline() -> None:
    assert facts("Pasal 1\nPEKERJA\n\nPekerja bekerja paling singkat 6 (enam) bulan.").batas == ()


@pytest.mark.parametrize(
    ("kalimat", "hal", "setiap"),
    [
        ("PARA PIHAK melakukan evaluasi setiap 4 bulan satu kali.", "monev", "4 bulan"),
        ("Pemantauan dilakukan paling sedikit 1 (satu) kali dalam 1 (satu) tahun.", "monev", "1 tahun"),
        ("Pemantauan dilakukan 2 (dua) kali dalam 1 (satu) tahun.", "monev", "6 bulan"),
        ("PIHAK KEDUA melaporkan hasilnya setiap semester.", "laporan", "6 bulan"),
        ("PARA PIHAK bertemu setiap tahun.", "lain", "1 tahun"),
    ],
)
def test_a_recurring_duty_tells_how_often(kalimat: str, hal: str, setiap: str) -> None:
    (satu,) = facts(f"Pasal 1\nHAL LAIN\n\n{kalimat}").berkala
    assert (satu.hal, str(satu.setiap)) == (hal, setiap)


@pytest.mark.parametrize(
    ("penutup", "hasil"),
    [
        ("dalam rangkap 2 (dua) bermeterai cukup, untuk PARA PIHAK.", (2, 2, ("PARA PIHAK",), ())),
        (
            "dalam 3 (tiga) rangkap, 2 (dua) rangkap bermeterai cukup, 1 (satu) rangkap arsip di Bagian Hukum.",
            (3, 2, (), ("Bagian Hukum",)),
        ),
        ("dalam rangkap dua.", (2, None, (), ())),
    ],
)
def test_the_copies_are_counted(penutup: str, hasil: tuple[object, ...]) -> None:
    salinan = facts(penutup=f"Demikian Perjanjian Kerja Sama ini dibuat {penutup}").salinan
    assert salinan is not None
    assert (salinan.rangkap, salinan.bermeterai, salinan.pemegang, salinan.arsip) == hasil


def test_definitions_and_abbreviations_are_read() -> None:
    fakta = facts(
        "Pasal 1\nDEFINISI\n\nDalam Perjanjian Kerja Sama ini yang dimaksud dengan:\n"
        "a. Data Cuaca adalah data suhu.\n"
        "b. Anggaran Pendapatan dan Belanja Daerah, yang selanjutnya disingkat APBD, adalah anggaran daerah.\n"
        "c. Stasiun Cuaca Otomatis (SCO) adalah alat."
    )
    assert [(d.istilah, d.singkatan) for d in fakta.definisi] == [
        ("Data Cuaca", None),
        ("Anggaran Pendapatan dan Belanja Daerah", "APBD"),
        ("Stasiun Cuaca Otomatis", "SCO"),
    ]
    assert {(s.singkatan, s.kepanjangan) for s in fakta.singkatan} == {
        ("APBD", "Anggaran Pendapatan dan Belanja Daerah"),
        ("SCO", "Stasiun Cuaca Otomatis"),
    }


def test_the_agreement_that_is_followed_is_read_with_its_addenda() -> None:
    premis = (
        "PARA PIHAK menerangkan:\n\n"
        "a. bahwa telah ada Kesepakatan Bersama Nomor 5/KB/2030 dan Nomor 9/KB/2030 tanggal 2 Mei 2030 tentang Kerja"
        " Sama Data sebagaimana telah diubah dengan Adendum Nomor 6/KB/2031 tanggal 3 Januari 2031; dan\n"
        "b. bahwa PARA PIHAK perlu menindaklanjutinya."
    )
    induk, adendum = facts(premis=premis).induk
    assert (induk.jenis, induk.tentang, induk.nomor) == (
        "Kesepakatan Bersama",
        "Kerja Sama Data",
        ("5/KB/2030", "9/KB/2030"),
    )
    assert (adendum.nomor, adendum.tanggal) == (("6/KB/2031",), date(2031, 1, 3))


def test_attachments_that_are_promised_are_named() -> None:
    (satu,) = facts("Pasal 1\nPELAKSANAAN\n\nTugas diatur dalam Rencana Kerja PARA PIHAK.").lampiran
    assert (satu.nama, satu.dilampirkan) == ("Rencana Kerja", False)


def test_what_is_missing_is_said() -> None:
    fakta = facts(pembuka="Pada hari ini, kami:")
    assert fakta.tanggal is None
    assert "Tanggal penandatanganan tidak ditemukan pada kalimat pembuka." in fakta.tidak_dipahami
    assert "Jangka waktu tidak ditemukan." in fakta.tidak_dipahami


def test_facts_are_plain_data() -> None:
    data = to_plain(facts("Pasal 1\nJANGKA WAKTU\n\nBerlaku selama 5 (lima) tahun sejak ditandatangani."))
    assert json.loads(json.dumps(data)) == data == yaml.safe_load(yaml.safe_dump(data))
    assert data["masa"][0]["sumber"]["letak"] == "Pasal 1"
    assert data["masa"][0]["sumber"]["kutipan"] == "5 (lima) tahun"


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("DATA CUACA DAN IKLIM DI KOTA", "Data Cuaca dan Iklim di Kota"),
        ("DI DAERAH (KOTA/KABUPATEN)", "Di Daerah (Kota/Kabupaten)"),
        ("Data  Cuaca DAN", "Data Cuaca DAN"),
    ],
)
def test_a_title_in_capitals_is_written_as_a_title(teks: str, hasil: str) -> None:
    assert capitalize(teks) == hasil
