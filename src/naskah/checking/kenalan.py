"""The library's regulations, to be found as citations name them."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from naskah.bahasa.sebutan_peraturan import name_peraturan
from naskah.model.galat import NaskahError
from naskah.model.peraturan import Peraturan

# A key such as "uu-23-2014" says all that a citation of it says; "pergub-jatim-36-2021" does not.
_KUNCI_LENGKAP = re.compile(r"[a-z]+-\d+-\d{4}")


class Kenalan:
    """The library's regulations, to be found by the short name of a citation."""

    def __init__(self, peraturan: Mapping[str, Peraturan]) -> None:
        self._peraturan = peraturan
        self._dicari: dict[str, str | None] = {}  # rule after rule asks for the same few

    def find(self, sebutan: str) -> str | None:
        """Return the key of a regulation by its short name ("UU 23/2014"); None for one that is not known."""
        if sebutan not in self._dicari:
            langsung = re.sub(r"[\s/]+", "-", sebutan).casefold()
            ada = langsung in self._peraturan
            self._dicari[sebutan] = langsung if ada else self._menurut_nama.get(sebutan.casefold())
        return self._dicari[sebutan]

    def get(self, kunci: str) -> Peraturan:
        """The regulation of a key that `find` returned."""
        return self._peraturan[kunci]

    def last_amendment(self, kunci: str, pada: date, *, termasuk: bool = True) -> str | None:
        """Return the key of the amendment in force on a day that came last; None where there was none.

        Without `termasuk`, one that came into force on that day does not count.
        """
        berlaku = [satu for satu in self.get(kunci).diubah if satu.sejak < pada or (termasuk and satu.sejak == pada)]
        return max(berlaku, key=lambda satu: satu.sejak).oleh if berlaku else None

    def find_by_title(self, pola: "re.Pattern[str]") -> list[Peraturan]:
        """Return the regulations whose whole title matches, the newest first."""
        semua = (satu for kunci in self._peraturan if (satu := self._read(kunci)) and pola.fullmatch(satu.tentang))
        return sorted(semua, key=lambda satu: satu.tahun, reverse=True)

    @cached_property
    def _menurut_nama(self) -> Mapping[str, str]:
        hasil: dict[str, str] = {}
        for kunci in self._peraturan:
            hasil.setdefault(name_peraturan(kunci).casefold(), kunci)
            if _KUNCI_LENGKAP.fullmatch(kunci):
                continue
            if satu := self._read(kunci):
                tahun = "" if "/" in satu.nomor else f" Tahun {satu.tahun}"
                hasil.setdefault(name_peraturan(f"{satu.sebutan} Nomor {satu.nomor}{tahun}").casefold(), kunci)
        return hasil

    def _read(self, kunci: str) -> Peraturan | None:
        """One that was not asked for by name; a faulty one is as good as unknown, and told when it is cited."""
        try:
            return self._peraturan[kunci]
        except NaskahError:
            return None
