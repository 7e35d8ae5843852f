"""Reads a draft of whichever kind its file says it is. What only an adendum needs is loaded only for one."""

from pathlib import Path
from typing import TYPE_CHECKING

from naskah.library.drafts import Berkas, read_rancangan
from naskah.library.hand_entries import is_hand_entry
from naskah.library.yaml_lines import load_yaml
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah

if TYPE_CHECKING:
    from naskah.library.adendum import BerkasAdendum


def load_draft(path: Path) -> "Berkas | BerkasAdendum":
    """Read and validate a draft of any kind; NaskahError with all its faults."""
    yaml = load_yaml(path)
    if isinstance(yaml.data, dict) and yaml.data.get("jenis") == JenisNaskah.ADENDUM:
        from naskah.library.adendum import read_adendum

        return read_adendum(yaml)
    if is_hand_entry(yaml.data):
        pesan = "ini catatan tentang naskah yang tidak dibuat di sini; daftarkan dengan: naskah registri tambah"
        raise NaskahError(Galat(f"{pesan} {path}", str(path), yaml.find_line(("ketentuan",))))
    return read_rancangan(yaml)
