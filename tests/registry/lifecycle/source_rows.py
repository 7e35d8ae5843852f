"""Rows of the table of provisions: those of 000 and 001. All days are counted by hand."""

from collections.abc import Callable
from datetime import date

import pytest
from life import NK_000, NK_001, Hidup

from naskah.model.galat import NaskahError
from naskah.registry.activities import report_kegiatan

MONEV_000 = "pemantauan dan evaluasi"
MONEV_001 = "pemantauan dan evaluasi serta laporan bersama"
DATA_001 = "Pertukaran data dan informasi untuk pelaksanaan Kegiatan Strategis Daerah"
LAPORAN_002 = "laporan pemantauan dan evaluasi"
KAHAR = {"uraian": "banjir"}

Ketentuan = Callable[[Hidup], None]
BARIS: dict[str, tuple[str, Ketentuan]] = {}


def baris(perjanjian: str, sumber: str) -> Callable[[Ketentuan], Ketentuan]:
    """A row of the table: which agreement, which provision."""

    def add(periksa: Ketentuan) -> Ketentuan:
        assert sumber not in BARIS
        BARIS[sumber] = (perjanjian, periksa)
        return periksa

    return add


@baris(NK_000, "000 Pasal 7: 3 tahun, dapat diperpanjang, mulai tidak disebut")
def _(p: Hidup) -> None:
    assert (p.rincian.mulai, p.rincian.mulai_dianggap) == (date(2026, 1, 2), True)
    assert p.rincian.dapat_diperpanjang
    assert [p.keadaan(d)[0] for d in ("2026-01-01", "2026-01-02", "2028-07-04", "2028-07-05", "2029-01-01")] == [
        "rancangan", "berlaku", "berlaku", "segera berakhir", "segera berakhir",
    ]  # fmt: skip
    assert p.keadaan("2029-01-02") == ("berakhir", "berakhir")
    p.catat("diadendum", "2028-12-01", selama="3 tahun")
    assert p.rincian.akhir == date(2032, 1, 1)
    assert p.keadaan("2028-11-30")[0] == "segera berakhir"
    assert p.keadaan("2029-01-02")[0] == "berlaku"


@baris(NK_000, "000 Pasal 9: monev setiap 4 bulan")
def _(p: Hidup) -> None:
    assert p.terbuka("2026-01-02", MONEV_000) == [
        "2026-05-01", "2026-09-01", "2027-01-01", "2027-05-01", "2027-09-01", "2028-01-01", "2028-05-01", "2028-09-01",
        "2029-01-01",
    ]  # fmt: skip
    p.catat("laporan", "2026-04-20")
    assert p.terbuka("2026-04-20", MONEV_000)[0] == "2026-09-01"
    # The second is missed: overdue until the third falls due, then given up.
    assert p.terbuka("2027-01-01", MONEV_000)[:2] == ["2026-09-01", "2027-01-01"]
    assert p.terbuka("2027-01-02", MONEV_000)[:2] == ["2027-01-01", "2027-05-01"]
    assert p.nasib("2027-01-02", MONEV_000)[:4] == [
        ("2026-05-01", "dipenuhi"), ("2026-09-01", "terlewat"), ("2027-01-01", "lewat"), ("2027-05-01", "terbuka"),
    ]  # fmt: skip


@baris(NK_000, "000 Pasal 11: kahar menuju adendum")
def _(p: Hidup) -> None:
    p.catat("kahar-terjadi", "2026-03-13", **KAHAR)
    assert p.keadaan("2026-03-13") == ("dalam keadaan kahar", "banjir")
    assert p.terbuka("2026-03-12", "kahar-terjadi") == []
    assert p.terbuka("2026-03-20", "kahar-terjadi") == ["2026-03-13"]
    p.catat("diadendum", "2026-04-01", uraian="jadwal disesuaikan")
    assert p.terbuka("2026-04-01", "kahar-terjadi") == []
    p.catat("kahar-berakhir", "2026-05-01")
    assert p.keadaan("2026-05-01") == ("berlaku", None)


@baris(NK_000, "000 Pasal 12: perubahan menuju adendum")
def _(p: Hidup) -> None:
    p.catat("kejadian", "2026-05-04", acuan="perubahan-disepakati")
    assert p.terbuka("2026-05-05", "perubahan-disepakati") == ["2026-05-04"]
    p.catat("diadendum", "2026-05-20", uraian="Pasal 5 diubah")
    assert p.terbuka("2026-05-20", "perubahan-disepakati") == []
    assert p.nasib("2026-05-20", "perubahan-disepakati") == [("2026-05-04", "dipenuhi terlambat")]


@baris(NK_000, "000 Pasal 13 ayat (2): perubahan alamat dengan pemberitahuan, tanpa adendum")
def _(p: Hidup) -> None:
    sebelum = p.rincian
    p.catat("alamat-diubah", "2026-06-01", pihak=2, alamat="Jalan Baru Nomor 1")
    assert p.terbuka("2026-06-01", "perubahan-alamat") == ["2026-06-01"]
    p.catat("pemberitahuan", "2026-06-03", hal="perubahan-alamat", berlaku="2026-06-01", dari=2)
    assert p.terbuka("2026-06-03", "perubahan-alamat") == []
    # With its letter, or after a notice, a change asks for nothing more.
    p.catat("alamat-diubah", "2026-07-01", pihak=2, alamat="Jalan Kedua Nomor 2", nomor="005/12")
    p.catat("pemberitahuan", "2026-07-20", hal="perubahan-alamat", berlaku="2026-08-01", dari=1)
    p.catat("alamat-diubah", "2026-08-01", pihak=1, alamat="Jalan Ketiga Nomor 3")
    assert p.terbuka("2026-08-01", "perubahan-alamat") == []
    assert p.rincian.pihak[1].kedudukan == "Jalan Kedua Nomor 2"
    assert (p.rincian.adendum, p.rincian.akhir) == ((), sebelum.akhir)


@baris(NK_000, "000 penutup: 3 rangkap, 2 bermeterai, 1 arsip")
def _(p: Hidup) -> None:
    (salinan,) = p.ketentuan("salinan")
    assert (salinan["rangkap"], salinan["bermeterai"], len(salinan["arsip"])) == (3, 2, 1)
    p.catat("diarsipkan", "2026-01-02", salinan="asli ke-1 bermeterai", tempat="brankas BPJS")
    p.catat("diarsipkan", "2026-01-02", salinan="asli ke-2 bermeterai", tempat="Bagian Hukum")
    p.catat("diarsipkan", "2026-01-05", salinan="arsip", tempat="lemari 3", pemegang="Bagian Tata Pemerintahan")
    p.catat("diarsipkan", "2027-02-01", salinan="Arsip", tempat="depo arsip daerah")
    tempat = {s["salinan"].lower(): s["tempat"] for s in p.halaman("2027-02-01")["salinan"]}
    assert tempat == {
        "asli ke-1 bermeterai": "brankas BPJS", "asli ke-2 bermeterai": "Bagian Hukum", "arsip": "depo arsip daerah",
    }  # fmt: skip


@baris(NK_001, "001 Pasal 6 dan lampiran: 18 kegiatan 2025-2029")
def _(p: Hidup) -> None:
    semua = [t for t in p.rincian.tenggat if t.jenis == "kegiatan"]
    assert len({t.hal for t in semua}) == 18
    assert {t.tanggal.isoformat() for t in semua} == {f"{tahun}-12-31" for tahun in range(2025, 2030)}
    hal = next(t.hal for t in semua if t.hal.startswith("1.a "))
    assert p.terbuka("2025-06-01", hal)[0] == "2025-12-31"
    report_kegiatan(p.registry, p.id, "1.a", date(2025, 11, 3), oleh="Sari")
    report_kegiatan(p.registry, p.id, "1.a", date(2025, 12, 3), oleh="Sari")
    assert p.terbuka("2025-11-02", hal)[0] == "2025-12-31"
    assert p.terbuka("2025-11-03", hal)[0] == "2026-12-31"
    assert p.nasib("2026-01-01", hal)[:2] == [("2025-12-31", "dipenuhi"), ("2026-12-31", "terbuka")]


@baris(NK_001, "001 lampiran: pertukaran data setiap 3 bulan")
def _(p: Hidup) -> None:
    hari = p.terbuka("2025-02-04", DATA_001)
    assert (hari[:4], hari[-1], len(hari)) == (
        ["2025-05-03", "2025-08-03", "2025-11-03", "2026-02-03"], "2030-02-03", 20,
    )  # fmt: skip
    p.catat("laporan", "2025-08-10", hal=DATA_001, untuk="2025-08-03")
    assert p.nasib("2025-08-10", DATA_001)[:2] == [("2025-05-03", "terlewat"), ("2025-08-03", "dipenuhi terlambat")]
    assert p.nasib("2025-08-09", DATA_001)[1] == ("2025-08-03", "lewat")


@baris(NK_001, "001 Pasal 7: 5 tahun sejak penandatanganan, dapat diperpanjang")
def _(p: Hidup) -> None:
    assert (p.rincian.mulai, p.rincian.akhir, p.rincian.mulai_dianggap) == (date(2025, 2, 4), date(2030, 2, 3), False)
    assert p.rincian.dapat_diperpanjang
    assert p.terbuka("2029-12-01", "jangka-waktu") == ["2030-02-03"]
    p.catat("diakhiri", "2030-02-10", alasan="jangka waktu berakhir")
    assert p.terbuka("2030-02-09", "jangka-waktu") == ["2030-02-03"]
    assert p.terbuka("2030-02-10", "jangka-waktu") == []
    assert p.keadaan("2030-02-10") == ("berakhir", "jangka waktu berakhir")


@baris(NK_001, "001 Pasal 9 ayat (2) dan Pasal 10 ayat (3): antikorupsi dan kerahasiaan tetap mengikat")
def _(p: Hidup) -> None:
    assert p.halaman("2030-02-03")["tetap_mengikat"] == []
    mengikat = [m["hal"] for m in p.halaman("2030-02-04")["tetap_mengikat"]]
    assert mengikat == ["jaminan antikorupsi dan antipenyuapan", "kerahasiaan"]


@baris(NK_001, "001 Pasal 9 ayat (3): pelanggaran memberi alasan pengakhiran sepihak")
def _(p: Hidup) -> None:
    (alasan,) = [k for k in p.ketentuan("alasan-berakhir") if k["sepihak"]]
    p.catat("wanprestasi", "2026-05-05", pihak=2, uraian="gratifikasi")
    with pytest.raises(NaskahError, match="dokumen: wajib diisi, karena perjanjian meminta pemberitahuan tertulis"):
        p.catat("diakhiri", "2026-06-01", alasan=alasan["hal"])
    p.catat("diakhiri", "2026-06-01", alasan=alasan["hal"], dokumen="surat nomor 700/5")
    assert p.keadaan("2026-05-31")[0] == "berlaku"
    assert p.keadaan("2026-06-01") == ("segera berakhir", alasan["hal"])
    assert p.keadaan("2026-06-02") == ("diakhiri", alasan["hal"])
    assert p.terbuka("2026-06-02", "jangka-waktu") == []


@baris(NK_001, "001 Pasal 11: monev sekurang-kurangnya setahun sekali, laporan bersama")
def _(p: Hidup) -> None:
    assert p.terbuka("2025-02-04", MONEV_001) == [f"{tahun}-02-03" for tahun in range(2026, 2031)]
    p.catat("laporan", "2025-12-01", hal=MONEV_001)
    p.catat("laporan", "2026-01-20", hal=MONEV_001)  # twice in a year does not settle the next
    assert p.terbuka("2026-01-20", MONEV_001)[0] == "2027-02-03"


@baris(NK_001, "001 Pasal 12 ayat (2) dan (3): kahar diberitahukan dalam 14 hari kerja, diam berarti setuju")
def _(p: Hidup) -> None:
    p.catat("kahar-terjadi", "2026-03-13", **KAHAR)
    assert p.terbuka("2026-03-13", "keadaan-kahar") == ["2026-04-10"]
    assert p.terbuka("2026-03-12", "keadaan-kahar") == []
    p.catat("pemberitahuan", "2026-04-01", hal="keadaan-kahar", dari=1, diterima="2026-04-02")
    assert p.terbuka("2026-04-01", "keadaan-kahar") == []
    # 3-4-2026 is a holiday: the 14th working day after 2-4-2026.
    assert p.terbuka("2026-04-01", "tanggapan-keadaan-kahar") == ["2026-04-23"]
    assert p.terbuka("2026-04-23", "tanggapan-keadaan-kahar") == ["2026-04-23"]
    assert p.terbuka("2026-04-24", "tanggapan-keadaan-kahar") == []
    (tanggapan,) = [t for t in p.halaman("2026-04-24")["tenggat"] if t["hal"] == "tanggapan-keadaan-kahar"]
    assert (tanggapan["nasib"], tanggapan["sebab"]) == ("gugur", "keadaan kahar dianggap disetujui")


@baris(NK_001, "001 Pasal 12 ayat (3): jawaban sebelum 14 hari kerja")
def _(p: Hidup) -> None:
    p.catat("kahar-terjadi", "2026-03-13", **KAHAR)
    surat = p.catat("pemberitahuan", "2026-04-01", hal="keadaan-kahar", diterima="2026-04-02")
    p.catat("jawaban", "2026-04-20", atas=surat, isi="menolak")
    assert p.terbuka("2026-04-19", "tanggapan-keadaan-kahar") == ["2026-04-23"]
    assert p.nasib("2026-04-20", "tanggapan-keadaan-kahar") == [("2026-04-23", "dipenuhi")]


@baris(NK_001, "001 Pasal 13: berakhir dengan Berita Acara Pengakhiran")
def _(p: Hidup) -> None:
    p.catat("kejadian", "2027-06-01", acuan="pengakhiran-disepakati")
    assert p.terbuka("2027-06-02", "pengakhiran-disepakati") == ["2027-06-01"]
    with pytest.raises(NaskahError, match="dokumen: wajib diisi, karena perjanjian meminta Berita Acara Pengakhiran"):
        p.catat("diakhiri", "2027-06-15", alasan="kesepakatan PARA PIHAK")
    p.catat("diakhiri", "2027-06-15", alasan="kesepakatan PARA PIHAK", dokumen="BA 5/2027", per="2027-06-30")
    assert p.nasib("2027-06-15", "pengakhiran-disepakati") == [("2027-06-01", "dipenuhi terlambat")]
    assert p.keadaan("2027-06-30") == ("segera berakhir", "kesepakatan PARA PIHAK")
    assert p.keadaan("2027-07-01") == ("diakhiri", "kesepakatan PARA PIHAK")
    # Nothing due after the last day is asked for; what was due before it is, until then.
    assert p.terbuka("2027-06-15", MONEV_001) == ["2027-02-03"]
    assert p.terbuka("2027-07-01") == []


@baris(NK_001, "001 Pasal 14 ayat (3)-(4): perubahan alamat 7 hari kerja sebelumnya")
def _(p: Hidup) -> None:
    # 16-6-2026 is a holiday; the 7th working day before 22-6-2026.
    p.catat("alamat-diubah", "2026-06-02", pihak=1, alamat="Jalan Baru Nomor 1", berlaku="2026-06-22")
    assert p.terbuka("2026-06-02", "perubahan-alamat") == ["2026-06-02", "2026-06-10"]
    p.catat("pemberitahuan", "2026-06-11", hal="perubahan-alamat", berlaku="2026-06-22", dari=1)
    assert p.terbuka("2026-06-11", "perubahan-alamat") == []
    assert ("2026-06-10", "dipenuhi terlambat") in p.nasib("2026-06-11", "perubahan-alamat")
