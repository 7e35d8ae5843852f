"""Reading Word files: every paragraph with the number that Word prints before it, whatever made the file."""

from naskah.reading.docx.read import read_docx
from naskah.reading.docx.runs import Potongan, iter_paragraphs, iter_pieces, own_text

__all__ = ["Potongan", "iter_paragraphs", "iter_pieces", "own_text", "read_docx"]
