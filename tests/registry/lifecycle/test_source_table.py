"""Every provision of the source agreements over time, from its promise through what happens to the alert.

The rows are those of the table of provisions in the project's convention of dates; all days are counted by hand.
Those of 000 and 001 stand in `source_rows`.
"""

from datetime import date

import pytest
from life import INDUK_002, PERDA_004, PERWALI_003, PKS_002, Hidup, Semua
from source_rows import BARIS, KAHAR, LAPORAN_002, baris

from naskah.model.galat import NaskahError


@baris(PKS_002, "002 premis D: induk 21-9-2020, diubah 25-4-2022; anak hidup lebih lama")
def _(p: Hidup) -> None:
    (induk,) = p.ketentuan("induk")
    assert (induk["tanggal"], [a["tanggal"] for a in induk["adendum"]]) == ("2020-09-21", ["2022-04-25"])
    halaman = p.halaman("2025-10-01")
    (kerabat,) = halaman["keluarga"]["induk"]
    assert (kerabat["id"], kerabat["keadaan"], kerabat["akhir"]) == (INDUK_002, "berakhir", date(2025, 9, 20))
    assert "padahal induknya kb-babel-2020 berakhir 20 September 2025" in halaman["perhatian"][0]
    induknya = Hidup(p.registry, INDUK_002)
    assert [k["id"] for k in induknya.halaman("2025-10-01")["keluarga"]["anak"]] == [PKS_002]
    induknya.catat("diadendum", "2022-04-25", selama="5 tahun")
    assert p.halaman("2025-10-01")["perhatian"] == []


@baris(PKS_002, "002 Pasal 6 ayat (1): 5 tahun sejak penandatanganan")
def _(p: Hidup) -> None:
    assert (p.rincian.mulai, p.rincian.akhir) == (date(2025, 4, 29), date(2030, 4, 28))
    assert p.keadaan("2030-04-28")[0] == "segera berakhir"


@baris(PKS_002, "002 Pasal 6 ayat (2)-(3): perpanjangan diusulkan 30 hari sebelumnya")
def _(p: Hidup) -> None:
    assert p.terbuka("2030-03-01", "perpanjangan") == ["2030-03-29"]
    p.catat("pemberitahuan", "2030-03-20", hal="perpanjangan", diterima="2030-03-22")
    assert p.terbuka("2030-03-20", "perpanjangan") == []
    p.catat("diadendum", "2030-04-15", selama="5 tahun")
    assert p.terbuka("2030-04-15", "perpanjangan") == ["2035-03-29"]
    assert (p.rincian.akhir, p.keadaan("2030-04-29")[0]) == (date(2035, 4, 28), "berlaku")


@baris(PKS_002, "002 Pasal 6 ayat (2)-(3): diam, maka berakhir dengan sendirinya")
def _(p: Hidup) -> None:
    assert p.terbuka("2030-04-01", "perpanjangan") == ["2030-03-29"]
    assert p.terbuka("2030-04-29", "perpanjangan") == []
    assert p.nasib("2030-04-29", "perpanjangan") == [("2030-03-29", "terlewat")]
    assert p.keadaan("2030-04-29") == ("berakhir", "berakhir dengan sendirinya")
    with pytest.raises(NaskahError, match='ketika perjanjiannya "berakhir"'):
        p.catat("diadendum", "2030-05-01", selama="5 tahun")


@baris(PKS_002, "002 Pasal 7: kerahasiaan selama dan sesudahnya")
def _(p: Hidup) -> None:
    assert "kerahasiaan" in [m["hal"] for m in p.halaman("2099-01-01")["tetap_mengikat"]]


@baris(PKS_002, "002 Pasal 8: laporan setiap semester kepada gubernur dan kepala cabang")
def _(p: Hidup) -> None:
    (berkala,) = p.ketentuan("kewajiban-berkala")
    assert [n.split()[0] for n in berkala["penerima"]] == ["Gubernur", "Kepala"]
    assert "melalui Biro Pemerintahan" in berkala["penerima"][0]
    assert p.terbuka("2025-04-29", LAPORAN_002) == [
        "2025-10-28", "2026-04-28", "2026-10-28", "2027-04-28", "2027-10-28", "2028-04-28", "2028-10-28", "2029-04-28",
        "2029-10-28", "2030-04-28",
    ]  # fmt: skip
    p.catat("laporan", "2025-11-05", penerima="Gubernur", nomor="100/1")
    assert p.nasib("2025-11-05", LAPORAN_002)[:2] == [("2025-10-28", "dipenuhi terlambat"), ("2026-04-28", "terbuka")]


@baris(PKS_002, "002 Pasal 10 ayat (2)-(3): kahar 14 hari kalender dengan surat, ditinjau bila lebih dari 30 hari")
def _(p: Hidup) -> None:
    (batas,) = [k for k in p.ketentuan("batas-waktu") if k["hal"] == "keadaan-kahar"]
    assert batas["lampiran"] == "surat keterangan pejabat yang berwenang"
    p.catat("kahar-terjadi", "2026-03-13", **KAHAR)
    assert p.terbuka("2026-03-13", "keadaan-kahar") == ["2026-03-27"]
    assert p.terbuka("2026-03-13", "kahar-terjadi") == ["2026-04-12"]
    p.catat("pemberitahuan", "2026-03-30", hal="keadaan-kahar")
    assert p.nasib("2026-03-30", "keadaan-kahar") == [("2026-03-27", "dipenuhi terlambat")]
    p.catat("ditinjau", "2026-04-20", hasil="jangka waktu tetap")
    assert p.nasib("2026-04-20", "kahar-terjadi") == [("2026-04-12", "dipenuhi terlambat")]


@baris(PKS_002, "002 Pasal 10 ayat (3): kahar yang berakhir dalam 30 hari tidak ditinjau")
def _(p: Hidup) -> None:
    p.catat("kahar-terjadi", "2026-03-13", **KAHAR)
    p.catat("kahar-berakhir", "2026-04-11")
    assert p.terbuka("2026-04-11", "kahar-terjadi") == []
    assert p.nasib("2026-04-11", "kahar-terjadi") == [("2026-04-12", "gugur")]


@baris(PKS_002, "002 Pasal 11 ayat (1): enam alasan berakhir")
def _(p: Hidup) -> None:
    alasan = [k["hal"] for k in p.ketentuan("alasan-berakhir") if k["sumber"].startswith("Pasal 11 ayat (1)")]
    assert len(alasan) == 6
    for satu in alasan:
        waktu = satu == "jangka waktu berakhir"
        hari = "2030-05-02" if waktu else "2027-01-11"
        dokumen = {"dokumen": "persetujuan tertulis"} if "disetujui" in satu else {}
        nomor = p.catat("diakhiri", hari, alasan=satu, **dokumen)
        assert p.keadaan("2030-05-02") == ("berakhir" if waktu else "diakhiri", satu)
        p.catat("koreksi", "2030-06-01", peristiwa=nomor, alasan="uji")
    with pytest.raises(NaskahError, match='"bosan" bukan alasan berakhirnya. Yang ada: '):
        p.catat("diakhiri", "2027-01-11", alasan="bosan")


@baris(PKS_002, "002 Pasal 11 ayat (2): hak dan kewajiban yang belum selesai tetap mengikat")
def _(p: Hidup) -> None:
    p.catat("diakhiri", "2027-01-11", alasan="tujuan tercapai")
    assert p.halaman("2027-01-11")["tetap_mengikat"] == []
    mengikat = [m["hal"] for m in p.halaman("2027-01-12")["tetap_mengikat"]]
    assert "hak dan kewajiban yang belum diselesaikan" in mengikat


@baris(PKS_002, "002 Pasal 11 ayat (3): pemberitahuan pengakhiran 3 bulan sebelum tanggal yang dikehendaki")
def _(p: Hidup) -> None:
    surat = p.catat("pemberitahuan", "2027-01-10", hal="pengakhiran", berakhir="2027-06-30", dari=2)
    assert p.nasib("2027-01-10", "pengakhiran") == [("2027-03-30", "dipenuhi"), ("2027-06-30", "terbuka")]
    assert p.keadaan("2027-07-01")[0] == "berlaku"  # a notice ends nothing by itself
    p.catat("jawaban", "2027-02-01", atas=surat, isi="menolak")
    assert p.nasib("2027-02-01", "pengakhiran")[1] == ("2027-06-30", "gugur")
    p.catat("pemberitahuan", "2027-04-15", hal="pengakhiran", berakhir="2027-06-30", dari=2)
    assert ("2027-03-30", "dipenuhi terlambat") in p.nasib("2027-04-15", "pengakhiran")
    # 31-5 minus 3 bulan: the end of February.
    p.catat("pemberitahuan", "2028-12-01", hal="pengakhiran", berakhir="2029-05-31")
    assert ("2029-02-28", "dipenuhi") in p.nasib("2028-12-01", "pengakhiran")


@baris(PKS_002, "002 Pasal 13 ayat (3): tetap mengikat meskipun pejabatnya berganti")
def _(p: Hidup) -> None:
    sebelum = p.rincian
    p.catat("pejabat-diganti", "2026-02-01", pihak=1, nama="Ratna Sari", jabatan="Kepala Dinas")
    kesatu = p.rincian.pihak[0]
    assert (kesatu.penandatangan, kesatu.jabatan, kesatu.kuasa) == ("Ratna Sari", "Kepala Dinas", ())
    assert (p.rincian.akhir, p.rincian.tenggat, p.rincian.keadaan) == (
        sebelum.akhir, sebelum.tenggat, sebelum.keadaan,
    )  # fmt: skip


@baris(PERWALI_003, "003 Pasal 20: monev sekurang-kurangnya setahun sekali, laporan kepada wali kota")
def _(p: Hidup) -> None:
    assert p.terbuka("2024-09-02", "pemantauan dan evaluasi")[:3] == ["2025-09-01", "2026-09-01", "2027-09-01"]
    assert p.ketentuan("kewajiban-berkala")[0]["penerima"] == ["Wali Kota Pasuruan"]
    assert p.keadaan("2099-01-01")[0] == "berlaku"
    p.catat("diakhiri", "2027-01-01", alasan="dicabut")
    assert p.keadaan("2027-01-02") == ("diakhiri", "dicabut")
    assert p.terbuka("2027-01-02") == []


@baris(PERDA_004, "004 Pasal 21 ayat (2) dan (4): laporan setiap 3 bulan, kepada gubernur setiap 6 bulan")
def _(p: Hidup) -> None:
    assert p.terbuka("2026-05-04", "laporan pelaksanaan")[:4] == [
        "2026-08-03",
        "2026-11-03",
        "2027-02-03",
        "2027-05-03",
    ]
    assert p.terbuka("2026-05-04", "laporan kepada Gubernur")[:2] == ["2026-11-03", "2027-05-03"]
    with pytest.raises(NaskahError, match="hal: ada beberapa kewajiban berkala, sebutkan salah satu"):
        p.catat("laporan", "2026-07-20")
    p.catat("laporan", "2026-07-20", hal="laporan pelaksanaan")
    assert p.terbuka("2026-07-20", "laporan pelaksanaan")[0] == "2026-11-03"
    assert p.terbuka("2026-07-20", "laporan kepada Gubernur")[0] == "2026-11-03"


@baris(PERDA_004, "004 Pasal 24 ayat (2): peraturan gubernur disesuaikan dalam 6 bulan sejak 4-5-2026")
def _(p: Hidup) -> None:
    hal = "penyesuaian Peraturan Gubernur"
    assert p.terbuka("2026-05-04", hal) == ["2026-11-04"]
    assert p.terbuka("2026-12-01", hal) == ["2026-11-04"]
    p.catat("dipenuhi", "2026-12-02", hal=hal, uraian="Pergub 9/2026")
    assert p.nasib("2026-12-02", hal) == [("2026-11-04", "dipenuhi terlambat")]


@pytest.mark.parametrize("sumber", BARIS)
def test_a_provision_is_kept_from_its_promise_to_the_alert(semua: Semua, sumber: str) -> None:
    perjanjian, periksa = BARIS[sumber]
    periksa(semua[perjanjian])


def test_no_source_of_the_table_is_left_out() -> None:
    pasal = {
        "000": ("7", "9", "11", "12", "13", "penutup"),
        "001": ("6", "7", "9 ayat (2)", "9 ayat (3)", "10", "11", "12", "13", "14"),
        "002": (
            "premis",
            "6 ayat (1)",
            "6 ayat (2)",
            "7",
            "8",
            "10",
            "11 ayat (1)",
            "11 ayat (2)",
            "11 ayat (3)",
            "13",
        ),
        "003": ("20",),
        "004": ("21", "24"),
    }
    for sumber, semua in pasal.items():
        for satu in semua:
            assert any(b.startswith(sumber) and satu in b for b in BARIS), (sumber, satu)
