"""Reads a rancangan: YAML -> Rancangan, remembering where each value stands."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from naskah.library.validation import name_key, validate
from naskah.library.work_plans import RencanaTerbaca, find_faults, resolve_rencana
from naskah.library.yaml_lines import Jalur, YamlBerbaris, load_yaml
from naskah.model.galat import Galat, NaskahError
from naskah.model.rancangan import Rancangan


@dataclass(frozen=True)
class Berkas:
    """A rancangan and the file it came from; makes errors that name file, line and key."""

    rancangan: Rancangan
    yaml: YamlBerbaris

    @cached_property
    def rencana(self) -> RencanaTerbaca | None:
        """Its work plan, from the draft itself or from the file it names; NaskahError with the plan's faults."""
        return resolve_rencana(self.rancangan.rencana_kerja, self.yaml)

    @property
    def nama(self) -> str:
        """The path as the user gave it."""
        return self.yaml.berkas

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of this file."""
        return Galat(pesan, self.nama, self.yaml.find_line(jalur), name_key(jalur) or None)


def load_rancangan(path: Path) -> Berkas:
    """Read and validate a rancangan; NaskahError with all its faults."""
    return read_rancangan(load_yaml(path))


def read_rancangan(yaml: YamlBerbaris) -> Berkas:
    """Validate a rancangan that was parsed; NaskahError with all its faults."""
    try:
        rancangan = validate(Rancangan, yaml)
    except NaskahError as error:
        raise NaskahError((*error.galat, *find_faults(yaml))) from None
    berkas = Berkas(rancangan, yaml)
    _ = berkas.rencana  # its faults belong to reading, before anything is put together
    return berkas
