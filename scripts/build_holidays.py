"""Writes src/naskah/bahasa/hari_libur.json, the days off as the installed `holidays` library has them.

Importing the library and working out one year takes 80 ms, more than all else of `naskah peringatan`; read
from this file it takes 1 ms. A test compares the file with the library, so that an upgrade renews it.
"""

import json
from pathlib import Path

TUJUAN = Path(__file__).resolve().parent.parent / "src" / "naskah" / "bahasa" / "hari_libur.json"


def build_holidays() -> str:
    """The whole table as JSON: the last decreed year, and per year the days (month-day) with their names."""
    from naskah.bahasa.hari_kerja import TAHUN_TABEL, compute_libur, compute_tahun_keputusan

    tahun = {
        str(t): {f"{d:%m-%d}": nama for d, nama in sorted(compute_libur(t).items())}
        for t in range(TAHUN_TABEL.start, TAHUN_TABEL.stop)
    }
    isi = {"tahun_keputusan_terakhir": compute_tahun_keputusan(), "libur": tahun}
    return json.dumps(isi, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    TUJUAN.write_text(build_holidays(), encoding="utf-8")
