"""The regulations that a document cites and the library does not know: no rule says anything of them."""

from naskah.checking.context import Konteks


def list_unknown(konteks: Konteks) -> tuple[str, ...]:
    """Return the short names of the regulations that the library does not know, in the order of the document."""
    fakta = konteks.fakta
    dikutip = (satu.kunci for satu in (*fakta.dasar_hukum, *fakta.peraturan))
    return tuple(dict.fromkeys(kunci for kunci in dikutip if konteks.kenalan.find(kunci) is None))
