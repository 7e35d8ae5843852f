"""What a clause sees of the draft: `naskah` and its parties. Read-only, fields listed by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from naskah.assembly.environment import allow
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.tanggal import format_pembuka
from naskah.bahasa.terbilang import urutan
from naskah.model.bentuk import GayaBawaan
from naskah.model.ketentuan import Induk
from naskah.model.rancangan import Korespondensi, Penandatangan, Rancangan


@dataclass(frozen=True)
class PihakKonteks:
    """A party as a clause sees it."""

    urutan: int
    sebutan: str  # "PIHAK KESATU"
    nama: str
    nomor: str | None
    kedudukan: str
    bertindak_untuk: str
    penandatangan: Penandatangan
    korespondensi: Korespondensi | None

    naskah_terlihat = frozenset(
        ["urutan", "sebutan", "nama", "nomor", "kedudukan", "bertindak_untuk", "penandatangan", "korespondensi"]
    )


@dataclass(frozen=True)
class NaskahKonteks:
    """The draft as a clause sees it."""

    sebutan: str
    judul: str
    tempat: str
    tanggal: date
    pembuka_tanggal: str
    pihak: tuple[PihakKonteks, ...]
    topik: frozenset[str]
    induk: Induk | None = None
    berpremis: bool = True

    naskah_terlihat = frozenset(
        ["sebutan", "judul", "tempat", "tanggal", "pembuka_tanggal", "pihak", "para_pihak", "sebutan_pihak"]
        + ["jumlah_pihak", "ada", "induk", "berpremis"]
    )

    @property
    def para_pihak(self) -> str:
        """All parties together."""
        return "PARA PIHAK"

    @property
    def sebutan_pihak(self) -> str:
        """ "PIHAK KESATU dan PIHAK KEDUA" """
        return join_daftar([p.sebutan for p in self.pihak])

    @property
    def jumlah_pihak(self) -> int:
        """How many parties."""
        return len(self.pihak)

    @allow
    def ada(self, topik: str) -> bool:
        """Whether the draft has a pasal on that topic."""
        return topik in self.topik


def make_context(rancangan: Rancangan, gaya: GayaBawaan, topik: Sequence[str]) -> NaskahKonteks:
    """The view of a draft for its clauses; `topik` are the labels of its pasal."""
    tempat_di_pembuka = None
    if gaya.tempat_di_pembuka:
        tempat_di_pembuka = rancangan.tempat
    return NaskahKonteks(
        sebutan=rancangan.jenis.sebutan,
        judul=rancangan.judul,
        tempat=rancangan.tempat,
        tanggal=rancangan.tanggal,
        pembuka_tanggal=format_pembuka(rancangan.tanggal, gaya.tanggal, tempat_di_pembuka),
        pihak=tuple(
            PihakKonteks(
                urutan=i,
                sebutan=f"PIHAK {urutan(i).upper()}",
                nama=p.nama,
                nomor=p.nomor,
                kedudukan=p.kedudukan,
                bertindak_untuk=p.bertindak_untuk or p.nama,
                penandatangan=p.penandatangan,
                korespondensi=p.korespondensi,
            )
            for i, p in enumerate(rancangan.pihak, 1)
        ),
        topik=frozenset(topik),
        induk=rancangan.induk,
        berpremis=bool(rancangan.premis),
    )
