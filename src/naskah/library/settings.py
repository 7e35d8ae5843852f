"""The settings of a workspace: naskah.yaml."""

from pathlib import Path

from naskah.library.validation import validate
from naskah.library.yaml_lines import load_yaml
from naskah.model.tipe import Model, Tanggal, TeksIsi


class Pengaturan(Model):
    """What a bureau sets once. Every key may be left out."""

    unit: TeksIsi | None = None
    # The last day in force is the anniversary itself instead of the day before (tanggal.md 2).
    tanggal_sama: bool = False
    libur: dict[Tanggal, TeksIsi] = {}  # local days off beside the national ones
    masuk: tuple[Tanggal, ...] = ()  # national days off on which this office works after all


def load_settings(path: Path) -> Pengaturan:
    """Read naskah.yaml; an empty file means all defaults."""
    yaml = load_yaml(path)
    return Pengaturan() if yaml.data is None else validate(Pengaturan, yaml)
