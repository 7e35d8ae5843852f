"""Whose organ an office is: the organs that each kind of party has, and the offices that a document names."""

import json
import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from naskah.model.isi import Isi, plain
from naskah.model.naskah import Naskah
from naskah.reading.parts import Bagian

if TYPE_CHECKING:
    from naskah.checking.context import Konteks

_DATA = Path(__file__).parent / "data" / "perangkat.json"
# A party that appoints: by whom it acts from then on.
_TUNJUK = (
    r"(?:memberi(?:kan)?\s+kuasa|menunjuk|menugaskan|mendelegasikan|melimpahkan|menguasakan|mewakilkan|diwakili"
    r"|melalui)"
)
PIHAK_MENUNJUK = re.compile(
    rf"\b(?P<sebutan>PIHAK\s+[A-Z]+)(?:\s+(?:dapat|akan|wajib|berhak|dalam\s+hal\s+ini))?\s+(?P<kerja>{_TUNJUK})\b"
)
# An office, as tables and lists of offices name it.
_KANTOR = re.compile(
    r"(?:Kepala\s+|Sekretaris\s+|Ketua\s+)?(?P<kantor>(?:Dinas|Badan|Biro|Bagian|Inspektorat|Sekretariat|Satuan|Kantor|"
    r"Balai|Fakultas|Direktorat)\b.*)",
    re.DOTALL,
)
_EKOR = re.compile(r"[\s,;.]*(?:\b(?:dan|atau|dan/atau)\b)?[\s,;.]*$")
_WILAYAH = re.compile(r"\s+(?:di\s+)?(?:Provinsi|Kabupaten|Kota|Daerah\s+Khusus|Daerah\s+Istimewa)\b.*$", re.DOTALL)


class Kantor(NamedTuple):
    """An office that a document names for a party."""

    sebutan: str  # the party that it acts for
    nama: str
    bagian: Bagian
    awal: int

    @property
    def inti(self) -> str:
        """Its name without the area: "Dinas Sosial" of "Dinas Sosial Kabupaten Cempaka Raya"."""
        return _WILAYAH.sub("", self.nama)


@cache
def _load() -> Mapping[str, Mapping[str, list[str]]]:
    """By kind of party: what its name begins with (`lembaga`), and its organs (`perangkat`)."""
    data: dict[str, dict[str, list[str]]] = json.loads(_DATA.read_bytes())
    return data


@cache
def _pola_lembaga() -> "re.Pattern[str]":
    """What the name of a party begins with; the group that matches is that of its kind."""
    return re.compile("|".join(rf"({_any(isi['lembaga'])})\b" for isi in _load().values()), re.IGNORECASE)


@cache
def _pola_perangkat(jenis: str) -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{_any(_load()[jenis]['perangkat'])})\b", re.IGNORECASE)


def _any(frasa: list[str]) -> str:
    urut = sorted(frasa, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, satu.split())) for satu in urut)


class Perangkat:
    """The organs of the parties of one document."""

    def __init__(self, naskah: Naskah) -> None:
        self._pola: dict[str, list[re.Pattern[str]]] = {}
        self.jenis: dict[str, str] = {}
        for pihak in naskah.pihak:
            lembaga = " ".join(pihak.lembaga.split())
            pola = [re.compile(r"\s+".join(map(re.escape, lembaga.split())), re.IGNORECASE)] if lembaga else []
            if cocok := _pola_lembaga().match(lembaga):
                jenis = list(_load())[(cocok.lastindex or 1) - 1]
                self.jenis[pihak.sebutan] = jenis
                pola.append(_pola_perangkat(jenis))
            self._pola[pihak.sebutan] = pola

    def find_owners(self, kantor: str) -> dict[str, int]:
        """Return the parties whose organ an office can be, each with where the words begin that say so."""
        hasil: dict[str, int] = {}
        for sebutan, semua in self._pola.items():
            ada = [cocok.start() for pola in semua if (cocok := pola.search(kantor))]
            if ada:
                hasil[sebutan] = min(ada)
        return hasil

    def knows(self, sebutan: str) -> bool:
        """Whether the kind of a party, and so its organs, is known."""
        return sebutan in self.jenis


def list_appointed(konteks: "Konteks") -> list[Kantor]:
    """Return the offices that a pasal appoints item by item: "PIHAK KESATU menunjuk: a. Kepala Dinas ...; b. ..."."""
    hasil: list[Kantor] = []
    sebutan = ""
    for bagian in konteks.bagian:
        if bagian.peran == "ayat":
            cocok = PIHAK_MENUNJUK.search(bagian.teks) if bagian.teks.rstrip().endswith(":") else None
            sebutan = " ".join(cocok["sebutan"].split()) if cocok else ""
        elif bagian.peran == "rincian" and sebutan and (kantor := _KANTOR.match(bagian.teks)):
            hasil.append(Kantor(sebutan, _EKOR.sub("", kantor["kantor"]), bagian, kantor.start("kantor")))
    return hasil


def list_responsible(naskah: Naskah) -> Iterator[Kantor]:
    """Yield the offices that the Rencana Kerja gives work to, for each party."""
    for lampiran in naskah.lampiran:
        for program in lampiran.tabel.program:
            for kegiatan in program.kegiatan:
                letak = f"Lampiran kegiatan {program.nomor}.{kegiatan.nomor}"
                for sebutan, tugas in zip(lampiran.tabel.pihak, kegiatan.tugas, strict=False):
                    for isi in tugas.penanggung_jawab:
                        yield Kantor(sebutan, _tidy(isi), Bagian(letak, "rencana-kerja", isi), 0)


def is_kantor(nama: str) -> bool:
    """Whether a name is that of one office."""
    return _KANTOR.match(nama) is not None


class Senama:
    """Offices, to be found by a name that differs from theirs in one long word by a letter or two."""

    def __init__(self) -> None:
        self._pola: dict[tuple[str, ...], tuple[Kantor, str]] = {}

    def add(self, kantor: Kantor) -> None:
        """Remember an office."""
        for pola, kata in _leave_out_each(kantor):
            self._pola.setdefault(pola, (kantor, kata))

    def find(self, kantor: Kantor) -> Kantor | None:
        """Return an office whose name this one seems to misspell, or that misspells this one."""
        for pola, kata in _leave_out_each(kantor):
            lain, kata_lain = self._pola.get(pola, (None, ""))
            if lain is not None and _is_typo(kata, kata_lain):
                return lain
        return None


# Shorter words differ by a letter and yet are both right.
_TERPENDEK = 7
_SANGAT_MIRIP = 0.88  # "pertanian" and "pertanahan" are less alike, and two affairs
# No name of an office has more words.
_KATA_TERBANYAK = 40


def _leave_out_each(kantor: Kantor) -> Iterator[tuple[tuple[str, ...], str]]:
    kata = [satu.strip(",.") for satu in kantor.inti.casefold().split()[:_KATA_TERBANYAK]]
    for i, satu in enumerate(kata):
        if len(satu) >= _TERPENDEK:
            yield (*kata[:i], "", *kata[i + 1 :]), satu


def _is_typo(satu: str, lain: str) -> bool:
    return satu != lain and SequenceMatcher(None, satu, lain, autojunk=False).ratio() > _SANGAT_MIRIP


def _tidy(isi: Isi) -> str:
    return _EKOR.sub("", " ".join(plain(isi).split()))
