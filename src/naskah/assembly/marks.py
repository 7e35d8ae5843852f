"""The invisible marks between filled-in clause text and its parser.

A value is wrapped so that nothing in it can pass for markup; a reference travels as a token until the
numbers are known. The characters are of the private use area, which model.tipe refuses in every input.
"""

import re

BUKA_NILAI, TUTUP_NILAI = "\ue000", "\ue001"
BUKA_RUJUKAN, TUTUP_RUJUKAN = "\ue002", "\ue003"
POLA_NILAI = re.compile(f"{BUKA_NILAI}([^{TUTUP_NILAI}]*){TUTUP_NILAI}")
POLA_RUJUKAN = re.compile(f"{BUKA_RUJUKAN}([01])([^{TUTUP_RUJUKAN}]*){TUTUP_RUJUKAN}")


class Markah(str):
    """Clause text that is already safe: markup in it counts."""


def wrap_nilai(teks: str) -> Markah:
    """A value as literal text: one line, no markers (only *italics* keep their meaning)."""
    return Markah(BUKA_NILAI + " ".join(strip_nilai(teks).split()) + TUTUP_NILAI)


def strip_nilai(teks: str) -> str:
    """Text without the marks around values."""
    return teks.replace(BUKA_NILAI, "").replace(TUTUP_NILAI, "")


def make_rujukan(label: tuple[str, ...], depan: bool) -> Markah:
    """A reference token to one or more labels; `depan` asks for the preposition."""
    return Markah(f"{BUKA_RUJUKAN}{int(depan)}{'|'.join(label)}{TUTUP_RUJUKAN}")
