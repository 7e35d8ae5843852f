"""What a deadline is called, for every display, and which one people mean by what they type."""

from collections.abc import Iterable

from naskah.registry.recurring import KEGIATAN, KEWAJIBAN_BERKALA


def name_tenggat(jenis: str, hal: str) -> str:
    """Return the one name of a deadline: what comes back is called by what it is about, the rest by its kind."""
    return hal if jenis in (KEWAJIBAN_BERKALA, KEGIATAN) else jenis


def find_meant(diketik: str, ada: Iterable[str]) -> list[str]:
    """Return the names that a typed text means: the one it equals, or else all of which it is a part.

    Letter case does not matter, and a hyphen is a space.
    """
    dicari = _fold(diketik)
    semua = list(dict.fromkeys(ada))
    sama = [nama for nama in semua if nama == diketik] or [nama for nama in semua if _fold(nama) == dicari]
    return sama[:1] or [nama for nama in semua if dicari and dicari in _fold(nama)]


def _fold(teks: str) -> str:
    return " ".join(teks.replace("-", " ").casefold().split())
