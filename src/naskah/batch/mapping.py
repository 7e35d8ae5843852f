"""The mapping file: which column of the sheet fills which key, where their names differ."""

from dataclasses import dataclass, field
from pathlib import Path

from naskah.library.validation import validate
from naskah.library.yaml_lines import YamlBerbaris, load_yaml
from naskah.model.galat import Galat
from naskah.model.tipe import Model, TeksIsi


class IsiPeta(Model):
    """The keys of a mapping file."""

    kolom: dict[TeksIsi, TeksIsi] = {}
    abaikan: tuple[TeksIsi, ...] = ()  # columns that fill nothing


@dataclass(frozen=True)
class Peta:
    """A mapping and where it was read from; without a file it maps nothing."""

    isi: IsiPeta = field(default_factory=IsiPeta)
    yaml: YamlBerbaris | None = None

    def galat(self, kunci: tuple[str | int, ...], pesan: str) -> Galat:
        """A fault at a key of the file."""
        if self.yaml is None:
            return Galat(pesan)
        return Galat(pesan, self.yaml.berkas, self.yaml.find_line(kunci), str(kunci[-1]))


def load_mapping(path: Path | None) -> Peta:
    """Read a mapping file; NaskahError with all its faults."""
    if path is None:
        return Peta()
    yaml = load_yaml(path)
    return Peta(validate(IsiPeta, yaml), yaml)
