"""PDF of many documents: one LibreOffice run for a worker's share of them."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from naskah.rendering.pdf import convert_pdf

# One run takes so many at most: its results are in memory at once, and a run that dies is lost whole.
PDF_TERBANYAK = 500


def split_work(nama: Sequence[str], pekerja: int) -> list[Sequence[str]]:
    """The shares: as few runs as there are workers, unless one would be too large."""
    besar = min(PDF_TERBANYAK, max(1, ceil(len(nama) / pekerja)))
    return [nama[i : i + besar] for i in range(0, len(nama), besar)]


def convert_chunk(dokumen: Sequence[tuple[str, bytes]]) -> dict[str, bytes]:
    """The PDFs of some documents, by the names of their files; the documents come as name and contents."""
    with TemporaryDirectory(prefix="naskah-") as folder:
        berkas = []
        for nama, isi in dokumen:
            satu = Path(folder, f"{nama}.docx")
            satu.write_bytes(isi)
            berkas.append(satu)
        return {pdf.name: pdf.read_bytes() for pdf in convert_pdf(berkas, Path(folder, "pdf"))}
