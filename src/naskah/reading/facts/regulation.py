"""When and where a regulation was enacted: "Ditetapkan di ... pada tanggal ...", "Diundangkan di ..."."""

import re
from collections.abc import Sequence
from datetime import date

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import parse_tanggal
from naskah.reading.parts import Bagian

_PENGUNDANGAN = re.compile(
    r"\b(?P<kata>Ditetapkan|Diundangkan)\s+di\s+(?P<tempat>[A-Z][\w .'-]*?)\s*,?\s+(?:pada\s+)?tanggal\s+"
    r"(?P<tanggal>[0-9]{1,2}\s+[A-Za-z]+\s+[0-9]{4})",
    re.IGNORECASE,
)


def read_enactment(penutup: Sequence[Bagian]) -> tuple[date | None, str | None]:
    """Return day and place of enactment, else of promulgation; None where the closing does not tell."""
    teks = " ".join(b.teks for b in penutup)
    cocok = sorted(_PENGUNDANGAN.finditer(teks), key=lambda satu: satu["kata"].lower() != "ditetapkan")
    for satu in cocok:
        try:
            return parse_tanggal(satu["tanggal"]), satu["tempat"].strip().title()
        except BahasaError:
            continue
    return None, None
