"""Whether two registrations of one id state the same facts."""

from collections.abc import Iterable, Mapping
from json import loads
from typing import Any

from pydantic import ValidationError

from naskah.model.galat import Galat, NaskahError
from naskah.model.pendaftaran import Pendaftaran


def list_differences(lama: str, baru: Mapping[str, Any], *, jalur: bool) -> list[str]:
    """Return the keys in which the facts differ; `jalur` also counts the mere place of a file."""
    try:
        # Read through the model: facts recorded before a key existed are not other facts.
        isi = Pendaftaran.model_validate_json(lama).model_dump(mode="json", exclude_none=True)
    except ValidationError:
        isi = loads(lama)
    kunci = [k for k in dict.fromkeys((*baru, *isi)) if isi.get(k) != baru.get(k)]
    if kunci == ["dokumen"] and not jalur and _sidik(isi) == _sidik(baru):
        return []  # the same file at another place
    return kunci


def _sidik(isi: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(d["peran"], d["sidik"]) for d in isi.get("dokumen", ())]


def conflict(perjanjian: str, berbeda: Iterable[str]) -> NaskahError:
    """Return the error for facts other than those registered."""
    galat = Galat(
        f"sudah terdaftar dengan isi lain (berbeda pada: {', '.join(berbeda)})."
        " Bila perjanjian ini memang berubah, ulangi dengan --perbarui; bila ini perjanjian lain, beri id lain.",
        kunci=perjanjian,
    )
    return NaskahError(galat)
