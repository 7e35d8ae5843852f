"""What the user says of a register beside what is recognised: its columns, its kinds, who keeps it."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from naskah.exchange.terms import fold, load_istilah
from naskah.library.validation import validate
from naskah.library.yaml_lines import load_yaml
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisTerdaftar
from naskah.model.tipe import Model, TeksIsi

BERURUT = ("pihak", "nomor", "penandatangan", "jabatan")
ABAIKAN = "abaikan"
ADENDUM = "adendum"
_PIHAK_TERBANYAK = 20


class IsiPeta(Model):
    """The keys of a mapping file."""

    kolom: dict[TeksIsi, TeksIsi] = {}
    jenis: dict[TeksIsi, JenisTerdaftar] = {}
    abaikan: tuple[TeksIsi, ...] = ()
    pihak_kesatu: TeksIsi | None = Field(default=None)


class Peta(NamedTuple):
    """What the user says: by folded name of a column its key, by folded text of a cell the kind."""

    kolom: dict[str, str] = {}
    jenis: dict[str, str] = {}
    jenis_bawaan: str | None = None  # of rows that name none
    pihak_kesatu: str | None = None  # who keeps the register, where it names only the other party


def known_keys() -> list[str]:
    """The keys that a column can fill."""
    semua = [k for k in load_istilah()["kolom"] if "." not in k]
    return [*semua, *(f"{k}.{n}" for k in BERURUT for n in (1, 2))]


def make_mapping(
    berkas: Path | None,
    kolom: Iterable[str] = (),
    *,
    jenis: str | None = None,
    pihak_kesatu: str | None = None,
) -> Peta:
    """A mapping from a file and from "Kolom=kunci" on the command line, which wins.

    Raises:
        NaskahError: every fault of both.
    """
    peta: dict[str, str] = {}
    galat: list[Galat] = []
    isi = IsiPeta()
    if berkas is not None:
        yaml = load_yaml(berkas)
        isi = validate(IsiPeta, yaml)
        for nama, kunci in isi.kolom.items():
            if not _is_key(kunci):
                galat.append(Galat(_unknown(kunci), yaml.berkas, yaml.find_line(("kolom", nama)), nama))
            peta[fold(nama)] = kunci
        peta |= {fold(nama): ABAIKAN for nama in isi.abaikan}
    for satu in kolom:
        nama, tanda, kunci = satu.rpartition("=")
        if not tanda or not fold(nama):
            galat.append(Galat(f'tulis --kolom "Nama Kolom=kunci", bukan {satu!r}'))
        elif not _is_key(kunci.strip()):
            galat.append(Galat(_unknown(kunci.strip()), kunci=f"--kolom {satu!r}"))
        peta[fold(nama)] = kunci.strip()
    if galat:
        raise NaskahError(galat)
    return Peta(
        peta,
        {fold(nama): satu.value for nama, satu in isi.jenis.items()},
        jenis,
        pihak_kesatu or isi.pihak_kesatu,
    )


def _is_key(kunci: str) -> bool:
    dasar, titik, nomor = kunci.partition(".")
    if titik:
        return dasar in BERURUT and nomor in {str(n) for n in range(1, _PIHAK_TERBANYAK + 1)}
    return dasar in load_istilah()["kolom"]


def _unknown(kunci: str) -> str:
    return f"kunci {kunci!r} tidak dikenal; yang ada: {', '.join(known_keys())}"
