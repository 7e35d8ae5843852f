"""A rancangan to its files, and to the registry where asked: validate, assemble, render, write, register."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from naskah.assembly.assemble import Susunan, assemble
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.model.galat import Galat, NaskahError
from naskah.publishing.files import staged_files
from naskah.rendering.formats import Format, render

HasilDaftar = Literal["baru", "sama", "diperbarui"]


@dataclass(frozen=True, slots=True)
class Terbitan:
    """What came of a draft: the files, warnings, and how the registry took it (None: not registered)."""

    susunan: Susunan
    berkas: tuple[Path, ...]
    pendaftaran: HasilDaftar | None
    id: str | None


@dataclass(frozen=True, slots=True)
class Pilihan:
    """How to publish."""

    tujuan: Path  # the file's path without its extension
    format: tuple[Format, ...] = ("docx",)
    templat: Path | None = None  # another Word template than the kind's own
    ketat: bool = False  # warnings are errors
    timpa: bool = False  # an existing file with other contents may be replaced
    registri: Path | None = None  # register there
    perbarui: bool = False
    oleh: str = ""


def publish(berkas: Berkas, pustaka: Pustaka, pilihan: Pilihan) -> Terbitan:
    """Make the files of a draft and register it. NaskahError: nothing was written, nothing registered."""
    susunan = assemble(berkas, pustaka)
    if pilihan.ketat and susunan.peringatan:
        raise NaskahError(susunan.peringatan)
    asal = Path(berkas.nama)
    templat = pilihan.templat or pustaka.ruang.templates / f"{susunan.naskah.jenis}.docx"
    isi = {
        pilihan.tujuan.with_name(f"{pilihan.tujuan.name}.{satu}"): data
        for satu, data in render(susunan.naskah, pilihan.format, templat, asal.parent).items()
    }
    baru = isi if pilihan.timpa else _keep_equal(isi)
    if pilihan.registri is None:
        with staged_files(baru):
            pass
        return Terbitan(susunan, tuple(isi), None, None)
    from naskah.publishing.registration import make_pendaftaran
    from naskah.registry.database import open_registry
    from naskah.registry.registration import register

    akar = pustaka.ruang.akar or pilihan.registri.parent
    # A PDF is made anew from the Word file at any time, with other bytes each time: it is not registered.
    tetap = {jalur: data for jalur, data in isi.items() if jalur.suffix != ".pdf"}
    pendaftaran = make_pendaftaran(susunan, asal, tetap, akar)
    # Registered before the files get their names: a registry that refuses leaves no file, and a crash in
    # between is healed by running the same command again, which finds the row and writes the files.
    with staged_files(baru), open_registry(pilihan.registri, create=True) as registri:
        hasil = register(registri, pendaftaran, oleh=pilihan.oleh, perbarui=pilihan.perbarui)
    return Terbitan(susunan, tuple(isi), hasil, pendaftaran.id)


def _keep_equal(isi: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Only what is not there yet; NaskahError for a file that somebody may have edited on."""
    baru: dict[Path, bytes] = {}
    galat = []
    for jalur, data in isi.items():
        if not jalur.exists():
            baru[jalur] = data
        elif jalur.is_dir() or jalur.read_bytes() != data:
            pesan = "sudah ada dengan isi lain; pakai --timpa untuk menggantinya, atau -o untuk nama lain"
            galat.append(Galat(pesan, str(jalur)))
    if galat:
        raise NaskahError(galat)
    return baru
