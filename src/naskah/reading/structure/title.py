"""The title block of an agreement: kind, parties, subject, number lines."""

import re
from collections.abc import Iterator, Sequence

from naskah.model.isi import Isi
from naskah.model.naskah import Kepala
from naskah.reading.structure.pieces import Potongan, join_isi

_KATA = re.compile(r"(?P<kata>ATAS|ANTARA|TENTANG|DAN|DENGAN)(?=\s|$)")
_NOMOR = re.compile(r"(?:NOMOR|Nomor|NO\.)\s*:?\s*")
_AKHIR_KATA = re.compile(r"\s+(?P<kata>ATAS|ANTARA|TENTANG|DAN)$")


def read_title(potongan: Sequence[Potongan]) -> Kepala:
    """Read the lines of the title in whichever order they stand: "TENTANG" before "ANTARA" occurs too."""
    jenis: list[str] = []
    atas: list[str] = []
    pihak: list[list[str]] = []
    nomor: list[str] = []
    tentang: list[Isi] = []
    bagian = "JENIS"
    for kata, satu in _iter_words(potongan):
        if kata in ("DAN", "DENGAN"):
            # "DAN" also stands at the end of a line of the subject.
            if bagian == "ANTARA":
                pihak.append([])
        elif kata:
            bagian = kata
            if kata == "ANTARA":
                pihak.append([])
        if satu is None:
            continue
        teks = satu.teks.strip()
        if cocok := _NOMOR.match(teks):
            bagian = "NOMOR"
            nomor.append(" ".join(teks[cocok.end() :].split()))
        elif bagian == "NOMOR" and nomor:
            nomor[-1] = f"{nomor[-1]} {teks}".strip()
        elif bagian == "ANTARA":
            pihak[-1].append(teks)
        elif bagian == "TENTANG":
            tentang.append(satu.isi)
        else:
            (atas if bagian == "ATAS" else jenis).append(teks)
    return Kepala(
        " ".join(jenis),
        tuple(" ".join(satu) for satu in pihak if satu),
        join_isi(tentang),
        tuple(nomor),
        (),
        " ".join(atas) or None,
    )


def _iter_words(potongan: Sequence[Potongan]) -> Iterator[tuple[str, Potongan | None]]:
    """Yield each line with the word of the title block that it begins with, and that word alone at its end."""
    bagian = ""
    for satu in potongan:
        satu = satu.unmarked()
        kata = ""
        cocok = _KATA.match(satu.teks)
        # Within the subject only a line of its own separates.
        if cocok and (bagian != "TENTANG" or cocok["kata"] == "ANTARA" and cocok.end() == len(satu.teks.strip())):
            kata = cocok["kata"]
            if kata not in ("DAN", "DENGAN") or bagian == "ANTARA" and cocok.end() == len(satu.teks.strip()):
                bagian = kata if kata not in ("DAN", "DENGAN") else bagian
                satu = satu.without_first(cocok.end())
            else:
                kata = ""
        akhir = _AKHIR_KATA.search(satu.teks) if bagian != "TENTANG" else None
        if akhir and not (akhir["kata"] == "DAN" and bagian != "ANTARA"):
            yield kata, Potongan(satu.urutan, satu.alinea, None, satu.awal, satu.awal + akhir.start())
            bagian = akhir["kata"] if akhir["kata"] != "DAN" else bagian
            yield akhir["kata"], None
            continue
        if _NOMOR.match(satu.teks):
            bagian = "NOMOR"
        yield kata, satu if satu.teks.strip() else None
