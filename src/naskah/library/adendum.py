"""Reads the draft of an adendum, or whichever kind of draft a file holds."""

from dataclasses import dataclass
from pathlib import Path

from naskah.library.drafts import Berkas, load_rancangan
from naskah.library.validation import name_key, validate
from naskah.library.yaml_lines import Jalur, YamlBerbaris, load_yaml
from naskah.model.galat import Galat
from naskah.model.jenis import JenisNaskah
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


def load_draft(path: Path) -> Berkas | BerkasAdendum:
    """Read and validate a draft of any kind; NaskahError with all its faults."""
    yaml = load_yaml(path)
    if isinstance(yaml.data, dict) and yaml.data.get("jenis") == JenisNaskah.ADENDUM:
        return BerkasAdendum(validate(RancanganAdendum, yaml), yaml)
    return load_rancangan(path)
