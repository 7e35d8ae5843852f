"""What naskah makes has no galat and no peringatan: put together, and read back from the files it leaves as."""

import json
from pathlib import Path

import pytest

# The plan of nk-jakarta, as its source has it, ends in 2029, a month before the term.
SARAN_CONTOH = ("A08",)
BIASA = ["nk-pasuruan", "nk-jakarta", "pks-babel", "lain/tiga-pihak", "rencana-kerja/rk-jakarta-tersendiri"]


def find_findings(hasil) -> list[str]:
    semua = json.loads(hasil.keluaran)["berkas"]
    assert not any(berkas["galat"] for berkas in semua)
    return [
        f"{t['kode']} {t['letak']}: {t['pesan']} {t['kutipan']!r}"
        for b in semua
        for t in b["temuan"]
        if t["keparahan"] != "saran" or t["kode"] not in SARAN_CONTOH
    ]


@pytest.mark.parametrize("nama", BIASA)
def test_an_example_and_its_files_have_no_finding(ruang, jalankan, nama) -> None:
    rancangan = Path("examples", f"{nama}.yaml")
    assert find_findings(jalankan("periksa", rancangan, "-f", "json")) == []
    assert jalankan("susun", rancangan, "-o", "hasil/", "-f", "docx", "-f", "txt").kode == 0
    berkas = sorted(Path("hasil").iterdir())
    assert [b.suffix for b in berkas] == [".docx", ".txt"]
    assert find_findings(jalankan("periksa", *berkas, "-f", "json")) == []


def test_adenda_and_the_text_they_change_have_no_finding(ruang, jalankan) -> None:
    assert jalankan("susun", "examples/pks-babel.yaml", "-o", "hasil/", "--daftarkan").kode == 0
    for nomor in (1, 2):
        rancangan = f"examples/adendum/pks-babel-adendum-{nomor}.yaml"
        assert find_findings(jalankan("periksa", rancangan, "-f", "json")) == []
        assert jalankan("susun", rancangan, "-o", "hasil/", "--daftarkan").kode == 0
    assert find_findings(jalankan("periksa", *sorted(Path("hasil").glob("*.docx")), "-f", "json")) == []
