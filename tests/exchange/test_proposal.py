"""A catatan proposed from facts is one that the register takes, and names what a person must decide."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from naskah.bahasa.durasi import Durasi, parse_durasi
from naskah.exchange.proposal import Usulan, format_catatan, propose_catatan
from naskah.library.hand_entries import load_hand_entry
from naskah.model.bacaan import JenisBacaan
from naskah.model.galat import NaskahError
from naskah.model.isi import isi
from naskah.reading.facts import (
    Fakta,
    FaktaBatas,
    FaktaBerkala,
    FaktaDurasi,
    FaktaInduk,
    FaktaMasa,
    FaktaPihak,
    FaktaSalinan,
    FaktaWewenang,
    JenisWewenang,
    Sumber,
)
from naskah.reading.parts import Bagian


def source(teks: str = "5 (lima) tahun", letak: str = "Pasal 7") -> Sumber:
    return Sumber(Bagian(letak, "ayat", isi(teks)), 0, len(teks))


def party(urutan: int, nama: str, *wewenang: FaktaWewenang) -> FaktaPihak:
    sebutan = f"PIHAK {('KESATU', 'KEDUA')[urutan - 1]}"
    return FaktaPihak(
        sebutan, urutan, nama, "SARI WULANDARI", "Direktur", f"{urutan}/KS", "Jalan Satu", nama, wewenang, None
    )


KUASA = FaktaWewenang(JenisWewenang.KUASA, "Surat Kuasa", "5/SK", date(2031, 5, 2), None, False, source())
FAKTA = Fakta(
    jenis=JenisBacaan.PERJANJIAN_KERJA_SAMA,
    judul="Data Cuaca",
    nomor=("1/KS", "2/KS"),
    pembuka=None,
    tanggal=date(2031, 5, 5),
    tempat="Cempaka",
    pihak=(party(1, "Pemerintah Kabupaten Cempaka Raya", KUASA), party(2, "Politeknik Nusa")),
    masa=(FaktaMasa(Durasi(tahun=5), None, True, "sejak ditandatangani", None, True, source()),),
    batas=(),
    berkala=(),
    durasi=(),
    dasar_hukum=(),
    peraturan=(),
    rujukan=(),
    induk=(),
    definisi=(),
    singkatan=(),
    lampiran=(),
    salinan=None,
    tanda_tangan=(),
)


def propose(**ganti: Any) -> Usulan:
    return propose_catatan(FAKTA._replace(**ganti), "lama.docx")


def terms(**ganti: Any) -> list[dict[str, Any]]:
    return propose(**ganti).isi["ketentuan"]


def test_the_register_takes_what_is_proposed(tmp_path: Path) -> None:
    jalur = tmp_path / "usulan.yaml"
    jalur.write_text(format_catatan(propose(), "lama.docx"), encoding="utf-8")
    berkas = load_hand_entry(jalur)
    assert berkas is not None
    catatan = berkas.catatan
    assert (catatan.id, catatan.tanggal, catatan.tempat) == ("pks-1-ks-2031", date(2031, 5, 5), "Cempaka")
    assert [p.nama for p in catatan.pihak] == ["Pemerintah Kabupaten Cempaka Raya", "Politeknik Nusa"]
    penandatangan = catatan.pihak[0].penandatangan
    assert penandatangan is not None
    assert (penandatangan.nama, penandatangan.kuasa[0].tanggal) == ("Sari Wulandari", date(2031, 5, 2))


def deadline(
    hal: tuple[str, ...], arah: str, acuan: str, lama: str = "14 hari kerja", kalimat: str = "kalimat"
) -> FaktaBatas:
    durasi = FaktaDurasi(14, "empat belas", "hari kerja", parse_durasi(lama), True, source(lama))
    return FaktaBatas(hal, durasi, arah, acuan, source(kalimat, "Pasal 12 ayat (2)"))


@pytest.mark.parametrize(
    ("batas", "hal", "acuan"),
    [
        (deadline(("perpanjangan",), "sebelum", "akhir-jangka-waktu"), ["perpanjangan"], "akhir-jangka-waktu"),
        (
            deadline(("perpanjangan", "pengakhiran"), "sebelum", "akhir-jangka-waktu"),
            ["perpanjangan", "pengakhiran"],
            "akhir-jangka-waktu",
        ),
        (
            deadline(("pengakhiran",), "sebelum", "tanggal-berakhir-dikehendaki"),
            ["pengakhiran"],
            "tanggal-berakhir-dikehendaki",
        ),
        (deadline(("keadaan-kahar",), "setelah", "terjadinya kahar"), ["keadaan-kahar"], "kahar-terjadi"),
        (
            deadline(("tanggapan-kahar",), "setelah", "pemberitahuan diterima"),
            ["tanggapan-keadaan-kahar"],
            "pemberitahuan-diterima",
        ),
        (deadline(("perubahan-alamat",), "sebelum", ""), ["perubahan-alamat"], "perubahan-alamat-berlaku"),
    ],
)
def test_a_deadline_counts_from_what_the_register_knows(batas: FaktaBatas, hal: list[str], acuan: str) -> None:
    usulan = propose(batas=(batas,))
    satu = [k for k in usulan.isi["ketentuan"] if k["jenis"] == "batas-waktu"]
    assert [k["hal"] for k in satu] == hal
    assert {k["acuan"] for k in satu} == {acuan}
    assert {k["sumber"] for k in satu} == {"Pasal 12 ayat (2)"}
    assert usulan.ragu == []


def test_silence_that_counts_as_consent_is_proposed_so() -> None:
    batas = deadline(("tanggapan-kahar",), "setelah", "pemberitahuan", kalimat="tanpa tanggapan dianggap disetujui")
    assert terms(batas=(batas,))[-1]["diam"] == "setuju"


def test_a_deadline_that_the_register_does_not_know_is_left_to_a_person() -> None:
    usulan = propose(batas=(deadline(("keadaan-kahar",), "setelah", ""), deadline((), "setelah", "teguran diterima")))
    assert [k["jenis"] for k in usulan.isi["ketentuan"]] == ["jangka-waktu"]
    assert len(usulan.ragu) == 2
    assert "# Perlu dilihat: Pasal 12 ayat (2): batas '14 hari kerja' belum dicatat" in format_catatan(usulan, "a.docx")


def test_a_deadline_told_in_two_ways_is_left_to_a_person() -> None:
    dua = deadline(("pengakhiran",), "sebelum", "akhir-jangka-waktu")
    lain = deadline(("pengakhiran",), "sebelum", "akhir-jangka-waktu", lama="30 hari kerja")
    salah = dua._replace(durasi=dua.durasi._replace(cocok=False))
    for batas in ((dua, lain), (dua, lain._replace(acuan="")), (salah,)):
        usulan = propose(batas=batas)
        assert [k["jenis"] for k in usulan.isi["ketentuan"]] == ["jangka-waktu"]
        assert len(usulan.ragu) == len(batas)
        assert all("belum dicatat" in satu for satu in usulan.ragu)
    assert propose(batas=(dua, dua)).ragu == []


def test_a_term_told_in_two_ways_is_left_to_a_person() -> None:
    sumber = source("3 (empat) tahun")
    durasi = FaktaDurasi(3, "empat", "tahun", Durasi(tahun=3), False, sumber)
    masa = FaktaMasa(Durasi(tahun=3), None, True, "sejak ditandatangani", None, True, sumber)
    lewat = masa._replace(mulai=date(2031, 5, 5), akhir=date(2039, 12, 31))
    for lain in (
        {"masa": (masa,), "durasi": (durasi,)},
        {"masa": (lewat,)},
        {"masa": (lewat._replace(lama=Durasi(tahun=9000)),)},
        {"masa": (masa, masa._replace(lama=Durasi(tahun=4)))},
    ):
        usulan = propose(**lain)
        assert usulan.isi["ketentuan"] == []
        assert "Perlu dilihat: Pasal 7: '3 (empat) tahun': masa berlaku disebut berbeda-beda" in format_catatan(
            usulan, "a"
        )


@pytest.mark.parametrize("akhir", [date(2034, 5, 4), date(2034, 5, 5)])
def test_a_last_day_that_agrees_with_the_length_is_no_doubt(akhir: date) -> None:
    masa = FaktaMasa(Durasi(tahun=3), date(2031, 5, 5), True, "5 Mei 2031", akhir, False, source("3 (tiga) tahun"))
    assert propose(masa=(masa,)).ragu == []


def test_a_term_without_a_start_is_assumed_and_said() -> None:
    usulan = propose(masa=(FAKTA.masa[0]._replace(mulai_disebut=False),))
    assert usulan.isi["ketentuan"][0]["mulai_dianggap"] is True
    assert usulan.ragu == ["Pasal 7: mulai berlakunya tidak disebut; dianggap sejak ditandatangani"]


def test_a_recurring_duty_is_proposed_once_for_each_place() -> None:
    satu = FaktaBerkala("monev", Durasi(bulan=4), None, source("setiap 4 bulan", "Pasal 9"))
    lain = FaktaBerkala("lain", Durasi(tahun=1), None, source("setiap tahun", "Pasal 10"))
    usulan = propose(berkala=(satu, satu, lain))
    assert usulan.isi["ketentuan"][1:] == [
        {"jenis": "kewajiban-berkala", "hal": "monev", "setiap": "4 bulan", "sumber": "Pasal 9"}
    ]
    assert usulan.ragu == ["Pasal 10: 'setiap tahun' belum dicatat sebagai kewajiban berkala"]


def test_copies_and_the_agreement_that_is_followed_are_proposed() -> None:
    salinan = FaktaSalinan(3, 2, (), ("Bagian Hukum",), source())
    induk = FaktaInduk("Kesepakatan Bersama", "Data", ("5/KB",), date(2030, 5, 2), source(letak="Premis butir 1"))
    adendum = FaktaInduk("Adendum", None, ("6/KB",), date(2031, 1, 3), source())
    assert terms(salinan=salinan, induk=(induk, adendum))[1:] == [
        {"jenis": "salinan", "rangkap": 3, "bermeterai": 2, "arsip": ["Bagian Hukum"], "sumber": "Penutup"},
        {
            "jenis": "induk",
            "judul": "Kesepakatan Bersama tentang Data",
            "nomor": ["5/KB"],
            "tanggal": date(2030, 5, 2),
            "adendum": [{"nomor": ["6/KB"], "tanggal": date(2031, 1, 3)}],
            "sumber": "Premis butir 1",
        },
    ]


def test_a_regulation_has_a_number_and_no_parties() -> None:
    batas = deadline((), "setelah", "Peraturan ini diundangkan", "6 bulan", "Peraturan Bupati wajib disesuaikan")
    usulan = propose(
        jenis=JenisBacaan.PERATURAN_DAERAH, nomor=("Peraturan Daerah Nomor 2 Tahun 2031",), pihak=(), batas=(batas,)
    )
    assert usulan.isi["nomor"] == "Peraturan Daerah Nomor 2 Tahun 2031"
    assert "pihak" not in usulan.isi
    assert usulan.kurang == []
    assert usulan.isi["ketentuan"][1]["acuan"] == "pengundangan"


def test_what_is_needed_and_missing_stands_on_top() -> None:
    usulan = propose(tanggal=None, pihak=FAKTA.pihak[:1])
    assert usulan.kurang == ["tanggal", "pihak"]
    assert "# Belum ada, isi dahulu: tanggal\n# Belum ada, isi dahulu: pihak\n" in format_catatan(usulan, "a.docx")


def test_a_text_of_the_document_cannot_become_a_key(tmp_path: Path) -> None:
    judul = "Data\nid: lain # [x]: {y}"
    teks = format_catatan(propose(judul=judul, tidak_dipahami=("baris\ndua: tiga",)), "a\nb.docx")
    assert yaml.safe_load(teks)["judul"] == judul
    assert set(yaml.safe_load(teks)) == {"jenis", "id", "judul", "tanggal", "tempat", "pihak", "ketentuan", "dokumen"}


def test_an_adendum_is_entered_with_its_agreement() -> None:
    with pytest.raises(NaskahError, match="ini adendum; catat pada perjanjian yang diubahnya"):
        propose(jenis=JenisBacaan.ADENDUM)
