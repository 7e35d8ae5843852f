"""A rancangan to its files, and to the registry where asked: validate, assemble, render, write, register."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from naskah.assembly.assemble import Susunan, assemble
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Naskah
from naskah.publishing.files import staged_files
from naskah.publishing.review import Pemeriksa
from naskah.rendering.formats import Format, render

if TYPE_CHECKING:
    from naskah.assembly.adendum.assemble import SusunanAdendum

HasilDaftar = Literal["baru", "sama", "diperbarui", "dokumen-dicatat"]
# Registers files (path -> bytes) in a registry, for the workspace at a folder; what became of it, and its id.
Pencatat = Callable[[Mapping[Path, bytes], Path, Path], tuple[HasilDaftar, str]]


@dataclass(frozen=True, slots=True)
class Terbitan:
    """What came of a draft: the files, warnings, and how the registry took it (None: not registered)."""

    susunan: "Susunan | SusunanAdendum"
    berkas: tuple[Path, ...]
    pendaftaran: HasilDaftar | None
    id: str | None
    dibiarkan: tuple[Path, ...] = ()  # existing files with other contents, left as they are
    tanpa_pdf: tuple[Galat, ...] = ()  # why there is no PDF beside the Word file
    saran: tuple[Galat, ...] = ()  # what the checker would have written otherwise


@dataclass(frozen=True, slots=True)
class Pilihan:
    """How to publish."""

    tujuan: Path  # the file's path without its extension
    format: tuple[Format, ...] = ("docx",)
    templat: Path | None = None  # another Word template than the kind's own
    ketat: bool = False  # warnings are errors
    timpa: bool = False  # an existing file with other contents may be replaced
    biarkan: bool = False  # an existing file with other contents is left, and said so
    registri: Path | None = None  # register there
    perbarui: bool = False
    oleh: str = ""
    registri_induk: Path | None = None  # where the parent of an adendum is looked up; the workspace's own unless named


def publish(berkas: Berkas, pustaka: Pustaka, pilihan: Pilihan) -> Terbitan:
    """Make the files of a draft and register it. NaskahError: nothing was written, nothing registered."""
    susunan, asal = assemble(berkas, pustaka), Path(berkas.nama)
    saran = Pemeriksa(pustaka).review(susunan.naskah, berkas)

    def record(tetap: Mapping[Path, bytes], registri: Path, akar: Path) -> tuple[HasilDaftar, str]:
        from naskah.publishing.corrections import check_correction
        from naskah.publishing.registration import make_pendaftaran
        from naskah.registry.database import open_registry
        from naskah.registry.registration import register

        pendaftaran = make_pendaftaran(susunan, asal, tetap, akar)
        with open_registry(registri, create=True) as basis:
            if pilihan.perbarui:
                check_correction(basis, pendaftaran)
            return register(basis, pendaftaran, oleh=pilihan.oleh, perbarui=pilihan.perbarui), pendaftaran.id

    return replace(place(susunan, asal, pustaka, pilihan, record), saran=saran)


def place(
    susunan: "Susunan | SusunanAdendum", asal: Path, pustaka: Pustaka, pilihan: Pilihan, record: Pencatat
) -> Terbitan:
    """Render what was put together, write it, and `record` it where asked: all or nothing, for every kind."""
    berat = [g for g in susunan.peringatan if g.tingkat == "galat"]
    if pilihan.ketat and berat:
        raise NaskahError(berat)
    templat = pilihan.templat or pustaka.ruang.templates / f"{susunan.naskah.jenis}.docx"
    # What LibreOffice cannot do costs nobody the Word file.
    tanpa_pdf: list[Galat] = []
    isi = render_all(susunan.naskah, pilihan, templat, asal.parent, tanpa_pdf)
    baru, dibiarkan = choose_new(isi, pilihan)
    hasil, nama = None, None
    # Registered before the files get their names: a registry that refuses leaves no file, and a crash in
    # between is healed by running the same command again, which finds the row and writes the files.
    with staged_files(baru):
        if pilihan.registri is not None:
            # A PDF is made anew from the Word file at any time, with other bytes each time: it is not registered.
            tetap = {jalur: data for jalur, data in isi.items() if jalur.suffix != ".pdf" and jalur not in dibiarkan}
            hasil, nama = record(tetap, pilihan.registri, pustaka.ruang.akar or pilihan.registri.parent)
    return Terbitan(susunan, tuple(isi), hasil, nama, dibiarkan, tanpa_pdf=tuple(tanpa_pdf))


def render_all(
    naskah: Naskah, pilihan: Pilihan, templat: Path, aset: Path, tanpa_pdf: list[Galat] | None = None
) -> dict[Path, bytes]:
    """The files to be. A PDF that belongs to an unchanged Word file is not made again.

    Why there is none beside a Word file goes to `tanpa_pdf` where that is given.
    """

    def name(satu: str) -> Path:
        return pilihan.tujuan.with_name(f"{pilihan.tujuan.name}.{satu}")

    lain: list[Format] = [f for f in pilihan.format if f != "pdf"]
    isi = {name(satu): data for satu, data in render(naskah, lain, templat, aset).items()}
    if "pdf" in pilihan.format:
        from naskah.rendering.pdf import PdfGagalError

        docx, pdf = name("docx"), name("pdf")
        terkini = pdf.is_file() and docx in isi and docx.is_file() and docx.read_bytes() == isi[docx]
        if not terkini and not (pilihan.biarkan and pdf.exists()):
            try:
                isi[pdf] = render(naskah, ["pdf"], templat, aset)["pdf"]
            except PdfGagalError as error:
                if tanpa_pdf is None or docx not in isi:
                    raise
                tanpa_pdf += (Galat(satu.pesan, str(pdf)) for satu in error.galat)
    return isi


def choose_new(isi: Mapping[Path, bytes], pilihan: Pilihan) -> tuple[dict[Path, bytes], tuple[Path, ...]]:
    """What must be written, and what is left as it is; NaskahError for a file somebody may have edited on."""
    if pilihan.timpa:
        return dict(isi), ()
    baru: dict[Path, bytes] = {}
    lain = []
    for jalur, data in isi.items():
        if not jalur.exists():
            baru[jalur] = data
        elif jalur.is_dir() or jalur.read_bytes() != data:
            lain.append(jalur)
    if lain and not pilihan.biarkan:
        pesan = "sudah ada dengan isi lain; pakai --timpa untuk menggantinya, atau -o untuk nama lain"
        raise NaskahError(Galat(pesan, str(jalur)) for jalur in lain)
    return baru, tuple(lain)
