"""The parties: what each is called, who signs for it, and by what right."""

import re
from collections.abc import Iterator, Mapping, Sequence

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import parse_urutan
from naskah.bahasa.terbilang import urutan as sebut_urutan
from naskah.model.isi import plain
from naskah.model.naskah import Naskah, PihakNaskah
from naskah.reading.facts.authority import iter_wewenang
from naskah.reading.facts.capitals import capitalize
from naskah.reading.facts.fakta import FaktaPihak, Sumber
from naskah.reading.parts import Bagian

_KEDUDUKAN = re.compile(
    r"\b(?:berkedudukan|beralamat|berkantor)(?:\s+dan\s+(?:berkantor|beralamat|berkedudukan))?\s+di\s+(?P<isi>.+?)"
    r"(?=[\s,;.]+(?:berdasarkan|dalam\s+hal\s+ini|yang\s+diangkat|diangkat|bertindak|oleh\s+karena|untuk\s+dan|untuk\s+selanjutnya"
    r"|selanjutnya|yang\s+selanjutnya|dan\s+bertindak|menjalani|menjabat|sesuai|sebagai)\b|[;.]?\s*$|\.\s+(?-i:(?=[A-Z][a-z]+\s+[a-z])))",
    re.IGNORECASE | re.DOTALL,
)
_ATAS_NAMA = re.compile(
    r"\batas\s+nama\s+(?P<isi>.+?)(?=[\s,;.]+(?:yang\s+)?(?:untuk\s+)?(?:selanjutnya|berdasarkan|berkedudukan)\b|[,;]|\.(?:\s|$)|$)",
    re.IGNORECASE | re.DOTALL,
)
_DISEBUT = re.compile(
    r"\bselanjutnya\s+(?:di)?sebut\s*(?:sebagai\s+)?[\"“']?(?P<sebutan>PIHAK\s+[A-Z]+)", re.IGNORECASE
)


def read_pihak(naskah: Naskah, bagian: Mapping[str, Sequence[Bagian]]) -> tuple[FaktaPihak, ...]:
    """Return the parties in the order of the document.

    Args:
        naskah: the tree of an agreement.
        bagian: the texts that present the parties, by the party's name in the document.
    """
    if naskah.pihak:
        return tuple(
            _read(i, satu, bagian.get(satu.sebutan, ()), naskah.kepala.nomor) for i, satu in enumerate(naskah.pihak, 1)
        )
    return tuple(_read_heading(naskah))


def _read_heading(naskah: Naskah) -> Iterator[FaktaPihak]:
    """The parties of a document that presents none (a Rencana Kerja): those of its heading, with their signatures."""
    blok = {number_pihak(b.sebutan): b for baris in naskah.tanda_tangan for b in baris}
    for i, nama in enumerate(naskah.kepala.pihak, 1):
        satu = blok.get(i)
        nomor = naskah.kepala.nomor[i - 1] if i <= len(naskah.kepala.nomor) else None
        yield FaktaPihak(
            satu.sebutan if satu else f"PIHAK {sebut_urutan(i).upper()}",
            i,
            capitalize(nama),
            satu.nama if satu else "",
            capitalize(satu.jabatan or "") if satu else "",
            nomor,
            None,
            None,
            (),
            None,
        )


def _read(urutan: int, pihak: PihakNaskah, bagian: Sequence[Bagian], nomor: Sequence[str]) -> FaktaPihak:
    teks = " ".join(plain(isi) for isi in pihak.komparisi)
    sebutan = pihak.sebutan
    if not sebutan and (disebut := _DISEBUT.search(teks)):
        sebutan = disebut["sebutan"]
    atas_nama = _first(_ATAS_NAMA, teks)
    return FaktaPihak(
        sebutan,
        number_pihak(sebutan) or urutan,
        pihak.lembaga or atas_nama or "",
        pihak.nama_penandatangan,
        pihak.jabatan,
        # Number lines stand in the order of the parties.
        nomor[urutan - 1] if urutan <= len(nomor) else None,
        _first(_KEDUDUKAN, teks),
        atas_nama,
        tuple(satu for b in bagian for satu in iter_wewenang(b)),
        Sumber(bagian[0], 0, len(bagian[0].teks)) if bagian else None,
    )


def number_pihak(sebutan: str) -> int | None:
    """Return the place that a party's name tells: "PIHAK KESATU" and "PIHAK PERTAMA" are 1."""
    try:
        return parse_urutan(sebutan.rpartition(" ")[2])
    except BahasaError:
        return None


def _first(pola: re.Pattern[str], teks: str) -> str | None:
    cocok = pola.search(teks)
    return " ".join(cocok["isi"].split()).strip(" ,;.") or None if cocok else None
