"""The form of each kind of naskah: clauses/bentuk.yaml."""

from pathlib import Path

from naskah.library.validation import validate
from naskah.library.yaml_lines import load_yaml
from naskah.model.bentuk import Bentuk
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah


def load_bentuk(folder: Path, jenis: JenisNaskah) -> Bentuk:
    """The form of a kind, from `clauses/bentuk.yaml`."""
    berkas = folder / "bentuk.yaml"
    yaml = load_yaml(berkas)
    if not isinstance(yaml.data, dict) or jenis.value not in yaml.data:
        raise NaskahError(Galat(f"bentuk {jenis.value!r} belum ada; tambahkan sebagai kunci", str(berkas)))
    return validate(Bentuk, yaml, (jenis.value,))
