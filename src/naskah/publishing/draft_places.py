"""Where in the file of a draft a place of its document was written."""

import re

from naskah.library.drafts import Berkas
from naskah.library.yaml_lines import Jalur
from naskah.model.naskah import Naskah

_PASAL = re.compile(r"Pasal (\d+)\b")
_BUTIR = re.compile(r"(.+) butir (\d+)")
# How the places begin that are not pasal (see reading/parts.py), and the keys that make them.
_KUNCI = (
    ("Judul lampiran", "rencana_kerja"),
    ("Judul", "judul"),
    ("Pembukaan", "tanggal"),
    ("Lampiran", "rencana_kerja"),
    ("Nomor", "pihak"),
    ("Kesepakatan", "judul"),
    ("Penutup", "bagian"),
)


def find_key(letak: str, naskah: Naskah, berkas: Berkas) -> Jalur:
    """Return the path of the key that wrote a place ("Pasal 6 ayat (1)"); empty when no single key did."""
    if cocok := _PASAL.match(letak):
        return _existing(berkas, "pasal", int(cocok[1]) - 1)
    for nomor, pihak in enumerate(naskah.pihak):
        if letak == f"Komparisi {pihak.sebutan}":
            return _existing(berkas, "pihak", nomor)
    if cocok := _BUTIR.match(letak):
        if cocok[1] == "Premis":
            return _existing(berkas, "premis", int(cocok[2]) - 1)
        # Legal bases are put into the order of the hierarchy: the number is not that of the draft.
        return ("memperhatikan",) if cocok[1].casefold().startswith("memperhatikan") else ("dasar_hukum",)
    return next(((kunci,) for awal, kunci in _KUNCI if letak.startswith(awal) and (kunci,) in berkas.yaml.baris), ())


def _existing(berkas: Berkas, kunci: str, nomor: int) -> Jalur:
    return (kunci, nomor) if (kunci, nomor) in berkas.yaml.baris else (kunci,)
