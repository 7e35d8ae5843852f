"""The clause library: finds, reads and validates `clauses/<topik>/<varian>.md`."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from naskah.library.validation import validate
from naskah.library.yaml_lines import decode_text, parse_yaml, read_bounded
from naskah.model.galat import Galat, NaskahError
from naskah.model.klausul import KepalaKlausul
from naskah.model.tipe import find_tak_tercetak

UKURAN_KLAUSUL = 100_000  # bytes
_NAMA = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Klausul:
    """One clause as read from its file. `baris_badan` lines stand before `badan` in the file."""

    nama: str
    berkas: str
    kepala: KepalaKlausul
    badan: str
    baris_badan: int
    sidik: str  # sha256 of the file

    @property
    def topik(self) -> str:
        """The folder: what the clause is about. It is also the label of its pasal."""
        return self.nama.partition("/")[0]

    @property
    def muatan(self) -> tuple[str, ...]:
        """The mandatory elements that it covers."""
        return self.kepala.muatan or (self.topik,)


def list_names(folder: Path) -> list[str]:
    """The names of all clauses in `folder`, sorted."""
    return sorted(f"{p.parent.name}/{p.stem}" for p in folder.glob("*/*.md"))


def load_klausul(folder: Path, nama: str) -> Klausul:
    """Read the clause `nama`; NaskahError with near names when there is none, or with all its faults."""
    jalur = folder / f"{nama}.md"
    if not _NAMA.fullmatch(nama):
        pesan = f"nama klausul {nama!r} harus topik/varian dengan huruf kecil, angka, dan tanda hubung"
        raise NaskahError(Galat(pesan))
    if not jalur.is_file():
        raise NaskahError(Galat(_explain_unknown(folder, nama)))
    if not jalur.resolve().is_relative_to(folder.resolve()):
        raise NaskahError(Galat("klausul ini menunjuk keluar dari folder clauses; hapus tautannya", str(jalur)))
    return parse_klausul(read_bounded(jalur, UKURAN_KLAUSUL), nama, str(jalur))


def parse_klausul(isi: bytes, nama: str, berkas: str) -> Klausul:
    """A clause from the bytes of its file."""
    teks = decode_text(isi, berkas)
    baris = teks.split("\n")
    if baris[0].strip() != "---" or "---" not in (b.strip() for b in baris[1:]):
        pesan = "klausul harus diawali kepala YAML di antara dua baris '---'; lihat docs/klausul.md"
        raise NaskahError(Galat(pesan, berkas, 1))
    akhir = next(i for i, b in enumerate(baris[1:], 1) if b.strip() == "---")
    kepala = validate(KepalaKlausul, parse_yaml("\n".join(baris[1:akhir]), berkas, 1))
    badan = "\n".join(baris[akhir + 1 :])
    if cocok := find_tak_tercetak(badan):
        di = badan.count("\n", 0, cocok.start()) + akhir + 2
        raise NaskahError(Galat(f"memuat karakter U+{ord(cocok[0]):04X} yang tidak dapat dicetak; hapus", berkas, di))
    if not badan.strip():
        raise NaskahError(Galat("klausul ini belum berisi teks", berkas, akhir + 1))
    return Klausul(nama, berkas, kepala, badan, akhir + 1, sha256(isi).hexdigest())


def load_all(folder: Path) -> tuple[list[Klausul], list[Galat]]:
    """Every clause of `folder` that can be read, and the faults of those that cannot."""
    klausul: list[Klausul] = []
    galat: list[Galat] = []
    for nama in list_names(folder):
        try:
            klausul.append(load_klausul(folder, nama))
        except NaskahError as error:
            galat += error.galat
    return klausul, galat


def _explain_unknown(folder: Path, nama: str) -> str:
    ada = list_names(folder)
    mirip = get_close_matches(nama, ada, 3, 0.5)
    topik = nama.partition("/")[0]
    setopik = [n for n in ada if n.startswith(f"{topik}/")]
    if usul := list(dict.fromkeys(setopik + mirip)):
        return f"klausul {nama!r} tidak ada; mungkin maksudnya {', '.join(usul[:6])}"
    return f"klausul {nama!r} tidak ada; lihat 'naskah klausul daftar'"
