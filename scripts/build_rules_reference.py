"""Writes docs/aturan.md, the reference of the checker's rules, from the rules themselves."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from naskah.checking.rule import Aturan
from naskah.checking.run import load_rules

TUJUAN = Path(__file__).resolve().parent.parent / "docs" / "aturan.md"
KEPALA = """# Aturan pemeriksaan

Dibuat dari program oleh `scripts/build_rules_reference.py`; jangan diubah dengan tangan.

`naskah periksa` memeriksa dokumen dengan aturan-aturan ini; `naskah aturan A01` menampilkan satu di antaranya.
Keparahan: **galat** salah dan harus diperbaiki, **peringatan** mungkin salah, **saran** soal gaya. Aturan dimatikan
dengan `--abaikan B05` atau, untuk seluruh kantor, `periksa: {abaikan: [B05]}` dalam `naskah.yaml`; `B` mematikan
seluruh kelompoknya.
"""
KELOMPOK = {
    "A": "Angka dan tanggal",
    "R": "Rujukan",
    "P": "Penomoran dan perincian",
    "I": "Istilah",
    "D": "Dasar hukum",
    "K": "Kelengkapan",
    "B": "Bahasa",
    "T": "Penutup",
}


def build_reference() -> str:
    """The whole reference as Markdown."""
    return KEPALA + "".join(_walk())


def _walk() -> Iterator[str]:
    for huruf, isi in groupby(load_rules().values(), key=lambda satu: satu.kode[0]):
        semua = list(isi)
        yield f"\n## {huruf}: {KELOMPOK[huruf]}\n\n| kode | keparahan | yang dicari |\n|---|---|---|\n"
        yield from (f"| [{s.kode}](#{s.kode.lower()}) | {s.keparahan} | {_cell(s.judul)} |\n" for s in semua)
        yield from map(_describe, semua)


def _describe(aturan: Aturan) -> str:
    untuk = [n for n, berlaku in (("perjanjian", aturan.perjanjian), ("peraturan", aturan.peraturan)) if berlaku]
    kepala = f"{aturan.judul} ({aturan.keparahan}; untuk {' dan '.join(untuk)})."
    return (
        f"\n### {aturan.kode}\n\n{kepala}\n\n{aturan.alasan}\n\n"
        f"- salah: {_code(aturan.salah)}\n- benar: {_code(aturan.benar)}\n"
    )


def _code(teks: str) -> str:
    """An example as it is typed: nothing in it is Markdown."""
    baris = " ".join(teks.split())
    return f"`` {baris} ``" if "`" in baris else f"`{baris}`"


def _cell(teks: str) -> str:
    return teks.replace("|", "\\|")


if __name__ == "__main__":
    TUJUAN.write_text(build_reference(), encoding="utf-8")
