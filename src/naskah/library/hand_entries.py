"""Reads what somebody entered by hand of an agreement or regulation that was not made with naskah."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from naskah.library.validation import name_key, validate
from naskah.library.yaml_lines import Jalur, YamlBerbaris, load_yaml
from naskah.model.catatan import PERATURAN, Catatan
from naskah.model.galat import Galat
from naskah.model.jenis import JenisTerdaftar

# Kinds that are never put together from clauses.
_HANYA_DICATAT = (*PERATURAN, JenisTerdaftar.PERJANJIAN_LAIN)


@dataclass(frozen=True)
class BerkasCatatan:
    """A hand entry and the file it came from; makes errors that name file, line and key."""

    catatan: Catatan
    yaml: YamlBerbaris

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of this file."""
        return Galat(pesan, self.yaml.berkas, self.yaml.find_line(jalur), name_key(jalur) or None)


def load_hand_entry(path: Path) -> BerkasCatatan | None:
    """Read a hand entry; None when the file is something else (a draft).

    A hand entry lists what was promised, under `ketentuan`, where a draft has its pasal; a regulation is never a draft.

    Raises:
        NaskahError: every fault of the entry, or a file that is no YAML.
    """
    yaml = load_yaml(path)
    return BerkasCatatan(validate(Catatan, yaml), yaml) if is_hand_entry(yaml.data) else None


def is_hand_entry(data: Any) -> bool:
    """Whether the contents of a file are a hand entry."""
    if not isinstance(data, dict) or "pasal" in data:
        return False
    return "ketentuan" in data or data.get("jenis") in _HANYA_DICATAT
