"""The file that shows that something was done: where it lies, and its sha256, so that a change shows later."""

from hashlib import file_digest
from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.publishing.registration import relative_path
from naskah.registry.documents import Bukti


def explain_outside(bukti: Bukti | None) -> str | None:
    """Return the sentence for evidence outside the workspace, which `registri verifikasi` will not open; or None."""
    if bukti is None or not Path(bukti.jalur).is_absolute():
        return None
    return (
        f"bukti {bukti.jalur} ada di luar ruang kerja, jadi kelak tidak dapat diperiksa. Salin ke dalam ruang kerja,"
        " lalu koreksi dan catat lagi dengan salinannya"
    )


def read_bukti(jalur: Path, akar: Path) -> Bukti:
    """The evidence at `jalur`, named relative to the workspace `akar` where it lies inside it.

    NaskahError: no such file, or it cannot be read.
    """
    try:
        with jalur.open("rb") as berkas:
            return Bukti(relative_path(jalur, akar), file_digest(berkas, "sha256").hexdigest())
    except FileNotFoundError:
        raise NaskahError(Galat("berkas bukti ini tidak ada; periksa nama dan foldernya", str(jalur))) from None
    except IsADirectoryError:
        raise NaskahError(Galat("ini folder; sebutkan satu berkas bukti di dalamnya", str(jalur))) from None
    except OSError as error:
        raise NaskahError(Galat(f"berkas bukti tidak dapat dibaca ({error.strerror})", str(jalur))) from None
