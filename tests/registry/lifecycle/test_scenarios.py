"""Whole lives: 002 from 2025 to 2030 in two ways, 001 with kahar and a Berita Acara, 000 with a change of address."""

from life import NK_000, NK_001, PKS_002, Hidup, Semua

from naskah.registry.rebuild import rebuild
from naskah.registry.verification import verify

LAPORAN = "laporan pemantauan dan evaluasi"
SEMESTER = [f"{tahun}-{bulan}-28" for tahun in range(2025, 2031) for bulan in ("04", "10")][1:11]


def report_until(p: Hidup, sampai: str) -> None:
    """Every semester's report in time, up to a day."""
    for hari in SEMESTER:
        if hari <= sampai:
            p.catat("laporan", hari[:-2] + "20", hal=LAPORAN)


def is_whole(p: Hidup) -> bool:
    return rebuild(p.registry).sama and verify(p.registry) == []


def test_002_is_extended_in_time(semua: Semua) -> None:
    p = semua[PKS_002]
    report_until(p, "2029-10-28")
    p.catat("pejabat-diganti", "2027-02-01", pihak=1, nama="Ratna Sari")
    assert p.keadaan("2029-10-30")[0] == "segera berakhir"
    assert p.terbuka("2030-03-01") == ["2030-03-29", "2030-04-28", "2030-04-28"]
    surat = p.catat("pemberitahuan", "2030-03-10", hal="perpanjangan", dari=1, diterima="2030-03-12", nomor="500/1")
    p.catat("jawaban", "2030-03-25", atas=surat, isi="setuju")
    assert p.terbuka("2030-03-29") == ["2030-04-28", "2030-04-28"]
    p.catat("laporan", "2030-04-10", hal=LAPORAN)
    p.catat("diadendum", "2030-04-22", selama="5 tahun", nomor="1/A; 1/B")
    assert [p.keadaan(d)[0] for d in ("2030-04-21", "2030-04-22", "2030-04-29")] == [
        "segera berakhir", "berlaku", "berlaku",
    ]  # fmt: skip
    # Counted from the first day again: no drift.
    assert p.terbuka("2030-04-22", LAPORAN)[:2] == ["2030-10-28", "2031-04-28"]
    assert p.terbuka("2030-04-22", "perpanjangan") == ["2035-03-29"]
    assert p.terbuka("2030-04-22", "jangka-waktu") == ["2035-04-28"]
    assert is_whole(p)


def test_002_lapses_by_silence(semua: Semua) -> None:
    p = semua[PKS_002]
    report_until(p, "2030-04-28")
    assert p.terbuka("2030-04-28") == ["2030-03-29", "2030-04-28"]
    assert [p.keadaan(d) for d in ("2030-04-28", "2030-04-29")] == [
        ("segera berakhir", None), ("berakhir", "berakhir dengan sendirinya"),
    ]  # fmt: skip
    # That it ended is for somebody to record; until then it is asked for.
    assert p.terbuka("2030-05-01") == ["2030-04-28"]
    p.catat("diakhiri", "2030-05-05", alasan="jangka waktu berakhir")
    assert p.terbuka("2030-05-05") == []
    assert p.keadaan("2030-05-05") == ("berakhir", "jangka waktu berakhir")
    assert "kerahasiaan" in [m["hal"] for m in p.halaman("2031-01-01")["tetap_mengikat"]]
    assert is_whole(p)


def test_001_suffers_kahar_and_ends_by_a_berita_acara(semua: Semua) -> None:
    p = semua[NK_001]
    p.catat("kahar-terjadi", "2026-03-13", uraian="banjir besar")
    assert p.terbuka("2026-03-13", "keadaan-kahar") == ["2026-04-10"]
    p.catat("pemberitahuan", "2026-04-01", hal="keadaan-kahar", dari=1, diterima="2026-04-02")
    assert p.terbuka("2026-04-23", "tanggapan-keadaan-kahar") == ["2026-04-23"]
    assert p.terbuka("2026-04-24", "tanggapan-keadaan-kahar") == []  # silence was consent
    p.catat("ditinjau", "2026-04-24", hasil="pelaksanaan ditunda")
    p.catat("kejadian", "2026-06-01", acuan="pengakhiran-disepakati")
    p.catat("diakhiri", "2026-06-10", alasan="kesepakatan PARA PIHAK", dokumen="Berita Acara Pengakhiran 5/2026",
            per="2026-06-30")  # fmt: skip
    assert [p.keadaan(d)[0] for d in ("2026-03-12", "2026-03-13", "2026-06-30", "2026-07-01")] == [
        "berlaku", "dalam keadaan kahar", "dalam keadaan kahar", "diakhiri",
    ]  # fmt: skip
    assert p.terbuka("2026-07-01") == []
    assert is_whole(p)


def test_000_moves_its_office(semua: Semua) -> None:
    p = semua[NK_000]
    p.catat("pemberitahuan", "2026-05-20", hal="perubahan-alamat", dari=1, berlaku="2026-06-01", nomor="005/7")
    p.catat("alamat-diubah", "2026-06-01", pihak=1, alamat="Jalan Baru Nomor 1")
    assert p.terbuka("2026-06-01", "perubahan-alamat") == []
    assert p.rincian.pihak[0].kedudukan == "Jalan Baru Nomor 1"
    assert p.keadaan("2026-06-01")[0] == "berlaku"
    assert is_whole(p)
