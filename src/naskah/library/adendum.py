"""Reads the draft of an adendum."""

from dataclasses import dataclass

from naskah.library.validation import name_key, validate
from naskah.library.yaml_lines import Jalur, YamlBerbaris
from naskah.model.galat import Galat
from naskah.model.rancangan_adendum import RancanganAdendum


@dataclass(frozen=True)
class BerkasAdendum:
    """The draft of an adendum and the file it came from; makes errors that name file, line and key."""

    rancangan: RancanganAdendum
    yaml: YamlBerbaris

    @property
    def nama(self) -> str:
        """The path as the user gave it."""
        return self.yaml.berkas

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of this file."""
        return Galat(pesan, self.nama, self.yaml.find_line(jalur), name_key(jalur) or None)


def read_adendum(yaml: YamlBerbaris) -> BerkasAdendum:
    """Validate the draft of an adendum that was parsed; NaskahError with all its faults."""
    return BerkasAdendum(validate(RancanganAdendum, yaml), yaml)
