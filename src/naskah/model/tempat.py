"""A place in a file that was read: which paragraph, which line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a text stands in its file."""

    alinea: int  # position among the paragraphs of the file, from 0 (in a .docx, those of tables included)
    baris: int  # line in a text file, from 1; in a .docx the number of the paragraph as a reader counts
    awal: int = 0  # characters before it in its paragraph, as printed
