"""PDF of many documents: one LibreOffice run for a worker's share of them."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from naskah.model.galat import NaskahError
from naskah.rendering.pdf import convert_pdf, find_libreoffice, scratch_folder

# One run takes so many at most: LibreOffice 7 died after some 245 documents, and a run that dies is lost whole.
PDF_TERBANYAK = 100


def split_work(nama: Sequence[str], pekerja: int) -> list[Sequence[str]]:
    """The shares: as few runs as there are workers, unless one would be too large."""
    besar = min(PDF_TERBANYAK, max(1, ceil(len(nama) / pekerja)))
    return [nama[i : i + besar] for i in range(0, len(nama), besar)]


def convert_chunk(dokumen: Sequence[tuple[str, bytes]]) -> dict[str, bytes]:
    """The PDFs of some documents, by the names of their files; the documents come as name and contents."""
    with scratch_folder() as folder:
        berkas = []
        for nama, isi in dokumen:
            satu = folder / f"{nama}.docx"
            satu.write_bytes(isi)
            berkas.append(satu)
        return {pdf.name: pdf.read_bytes() for pdf in _convert(berkas, folder / "pdf")}


def _convert(berkas: Sequence[Path], folder: Path) -> list[Path]:
    """Convert all; when a run dies, its halves are tried by themselves, down to the document that cannot be converted.

    Raises:
        NaskahError: one document cannot be converted, or LibreOffice is missing.
    """
    try:
        return convert_pdf(berkas, folder)
    except NaskahError:
        if len(berkas) < 2 or find_libreoffice() is None:
            raise
        tengah = len(berkas) // 2
        return _convert(berkas[:tengah], folder) + _convert(berkas[tengah:], folder)
