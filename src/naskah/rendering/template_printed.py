"""The sample as a template prints it: its paragraphs, and where each marker stands."""

import re
from typing import Any

from lxml import etree

from naskah.rendering.word_styles import GayaWord, W, text_of


class Hasil:
    """The document that a template made of the sample."""

    def __init__(self, dokumen: bytes, gaya: GayaWord) -> None:
        self.gaya = gaya
        self.akar = etree.fromstring(dokumen)
        self.paragraf = list(self.akar.iter(f"{W}p"))
        self._letak: dict[str, list[int]] = {}
        for i, satu in enumerate(self.paragraf):
            for kunci in re.findall(r"@([a-z.-]+)@", text_of(satu)):
                self._letak.setdefault(kunci, []).append(i)

    def __contains__(self, kunci: str) -> bool:
        return kunci in self._letak

    def places(self, kunci: str) -> list[int]:
        """Every paragraph in which a marker stands, counted from the start."""
        return self._letak.get(kunci, [])

    def find(self, kunci: str) -> Any:
        """The first paragraph of a marker, None when nothing prints it."""
        return self.paragraf[self._letak[kunci][0]] if kunci in self else None

    def find_number(self, kunci: str) -> Any:
        """The paragraph that bears a line's number: its own, or for a heading the one before it."""
        if kunci not in self:
            return None
        return self.paragraf[self._letak[kunci][0] - (kunci in ("pasal", "bab", "paragraf"))]
