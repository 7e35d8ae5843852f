"""A tree as canonical JSON and back: what the registry keeps, without understanding it, to consolidate from.

One text for one tree: fields in the order of their definition, those with their default left out. A field that is
added to the model later, with a default, therefore changes neither the text nor the hash of what is stored.
"""

from functools import cache

from pydantic import TypeAdapter, ValidationError

from naskah.model.galat import NaskahError
from naskah.model.langkah import PerubahanNaskah
from naskah.model.naskah import Naskah


@cache
def _naskah() -> TypeAdapter[Naskah]:
    # Built on first use: only what registers or consolidates pays for it.
    return TypeAdapter(Naskah)


@cache
def _perubahan() -> TypeAdapter[PerubahanNaskah]:
    return TypeAdapter(PerubahanNaskah)


def dump_naskah(naskah: Naskah) -> bytes:
    """The tree as canonical JSON."""
    return _naskah().dump_json(naskah, exclude_defaults=True)


def load_naskah(data: bytes) -> Naskah:
    """The tree again; NaskahError when it is not one."""
    try:
        return _naskah().validate_json(data)
    except ValidationError as error:
        raise NaskahError(_explain("naskah", error)) from None


def dump_perubahan(perubahan: PerubahanNaskah) -> bytes:
    """The steps of an adendum as canonical JSON."""
    return _perubahan().dump_json(perubahan, exclude_defaults=True)


def load_perubahan(data: bytes) -> PerubahanNaskah:
    """The steps again; NaskahError when they are none."""
    try:
        return _perubahan().validate_json(data)
    except ValidationError as error:
        raise NaskahError(_explain("perubahan", error)) from None


def _explain(hal: str, error: ValidationError) -> str:
    rinci = error.errors()[0]["msg"]
    return f"{hal} yang tersimpan di registri tidak terbaca ({rinci}). Jalankan: naskah registri verifikasi"
