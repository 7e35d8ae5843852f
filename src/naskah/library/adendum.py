"""Reads the draft of an adendum."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from naskah.library.validation import name_key, validate
from naskah.library.yaml_lines import Jalur, YamlBerbaris
from naskah.model.galat import Galat, NaskahError
from naskah.model.perubahan import Perubahan
from naskah.model.rancangan_adendum import PERUBAHAN_MAKSIMUM, RancanganAdendum


@dataclass(frozen=True)
class BerkasAdendum:
    """The draft of an adendum and the file it came from; makes errors that name file, line and key."""

    rancangan: RancanganAdendum
    yaml: YamlBerbaris
    # Changes that cannot be read are left out of `rancangan`, so that the others can be judged with them.
    cacat: tuple[Galat, ...] = ()
    urutan: tuple[int, ...] | None = None  # where each change that is left stands in the file

    @property
    def nama(self) -> str:
        """The path as the user gave it."""
        return self.yaml.berkas

    def iter_perubahan(self) -> Iterator[tuple[int, Perubahan]]:
        """Each change that could be read, with its place in the file (from 0)."""
        semua = self.rancangan.perubahan
        return zip(self.urutan or range(len(semua)), semua, strict=True)

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of this file."""
        return Galat(pesan, self.nama, self.yaml.find_line(jalur), name_key(jalur) or None)


def read_adendum(yaml: YamlBerbaris) -> BerkasAdendum:
    """Validate the draft of an adendum that was parsed.

    Raises:
        NaskahError: all its faults. Where only some of its changes are wrong they are kept in `cacat` instead, for
            whoever judges the others to tell all at once.
    """
    try:
        return BerkasAdendum(validate(RancanganAdendum, yaml), yaml)
    except NaskahError as error:
        sisa = _read_rest(yaml)
        if sisa is None:
            raise
        return BerkasAdendum(sisa[0], yaml, error.galat, sisa[1])


def _read_rest(yaml: YamlBerbaris) -> tuple[RancanganAdendum, tuple[int, ...]] | None:
    """The draft without the changes that cannot be read, and the places of those that can."""
    data = yaml.data
    semua = data.get("perubahan") if isinstance(data, dict) else None
    if not isinstance(semua, list) or len(semua) > PERUBAHAN_MAKSIMUM:
        return None
    baik = tuple(i for i, satu in enumerate(semua) if _is_readable(yaml, satu, i))
    try:
        return RancanganAdendum.model_validate({**data, "perubahan": [semua[i] for i in baik]}), baik
    except ValidationError:
        return None


def _is_readable(yaml: YamlBerbaris, satu: Any, i: int) -> bool:
    if any(jalur[:2] == ("perubahan", i) for jalur in yaml.galat):
        return False
    try:
        Perubahan.model_validate(satu)
    except ValidationError:
        return False
    return True
