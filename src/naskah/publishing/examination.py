"""A file of any kind, checked: Word, text, or the draft of a document that is still to be made."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from naskah.checking.context import Konteks
from naskah.checking.finding import Temuan
from naskah.checking.kamus import Kamus, build_kamus
from naskah.checking.report import Laporan, Sisa
from naskah.checking.rule import Aturan
from naskah.checking.run import as_bacaan, check_codes, check_konteks, choose_rules
from naskah.checking.unknown import list_unknown
from naskah.library.drafts import Berkas
from naskah.library.os_errors import explain_os_error
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import PENGATURAN, Workspace, find_workspace
from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Naskah
from naskah.model.tempat import Tempat
from naskah.publishing.draft_places import find_key

_RANCANGAN = (".yaml", ".yml")


def examine(jalur: Path, abaikan: Collection[str] = ()) -> Laporan:
    """Check a file. A file that cannot be read is a report that says why.

    Args:
        jalur: a .docx, a text file, or a rancangan.
        abaikan: codes or groups that are switched off beside those of the workspace.

    Raises:
        NaskahError: the settings of the workspace or the codes are wrong.
    """
    pustaka = _open_library(_choose_folder(jalur))
    aturan = choose_rules({*abaikan, *_read_switched_off(pustaka)})
    try:
        if jalur.suffix.lower() in _RANCANGAN:
            return _examine_draft(jalur, pustaka, aturan)
        return _examine_document(jalur, pustaka, aturan)
    except NaskahError as error:
        # A reader knows the file by its name alone; of many files the folder tells which.
        return Laporan(str(jalur), galat=tuple(_name_in_full(satu, jalur) for satu in error.galat))
    except OSError as error:
        return Laporan(str(jalur), galat=(Galat(explain_os_error(error), str(jalur)),))


def _examine_document(jalur: Path, pustaka: Pustaka, aturan: Sequence[Aturan]) -> Laporan:
    from naskah.reading.read import read_document

    bacaan = read_document(jalur)
    if not any(alinea.teks.strip() for alinea in bacaan.alinea):
        pesan = "tidak memuat teks yang dapat diperiksa; bila isinya gambar pindaian, ubah dahulu menjadi teks"
        raise NaskahError(Galat(pesan, str(jalur)))
    konteks = Konteks(bacaan, pustaka.peraturan, _load_words(pustaka))
    temuan = check_konteks(konteks, aturan)
    sisa = tuple(Sisa(a.tempat.baris, a.teks, a.catatan) for a in bacaan.sisa)
    return Laporan(str(jalur), bacaan.jenis.value, tuple(temuan), sisa, list_unknown(konteks))


def _examine_draft(jalur: Path, pustaka: Pustaka, aturan: Sequence[Aturan]) -> Laporan:
    """A draft is put together, and its document checked; places are also lines of the draft."""
    from naskah.library.any_draft import load_draft

    berkas = load_draft(jalur)
    if isinstance(berkas, Berkas):
        from naskah.assembly.assemble import assemble

        susunan = assemble(berkas, pustaka)
        naskah, catatan = susunan.naskah, susunan.peringatan
    else:
        from naskah.assembly.adendum.assemble import assemble_adendum
        from naskah.publishing.parents import load_induk

        adendum = assemble_adendum(berkas, pustaka, load_induk(berkas, pustaka, None))
        naskah, catatan = adendum.naskah, adendum.peringatan
    konteks = Konteks(as_bacaan(naskah, str(jalur)), pustaka.peraturan, _load_words(pustaka))
    temuan = check_konteks(konteks, aturan)
    if isinstance(berkas, Berkas):
        temuan = [_locate(satu, naskah, berkas) for satu in temuan]
    return Laporan(str(jalur), naskah.jenis.value, tuple(temuan), (), list_unknown(konteks), catatan=catatan)


def _locate(temuan: Temuan, naskah: Naskah, berkas: Berkas) -> Temuan:
    jalur = find_key(temuan.letak, naskah, berkas)
    baris = berkas.yaml.find_line(jalur) if jalur else None
    return replace(temuan, tempat=Tempat(0, baris)) if baris is not None else temuan


def _name_in_full(galat: Galat, jalur: Path) -> Galat:
    return replace(galat, berkas=str(jalur)) if galat.berkas == jalur.name else galat


def _choose_folder(jalur: Path) -> Path | None:
    """The workspace that the file lies in; of a file from elsewhere, that of the current folder."""
    return find_workspace(jalur.parent).akar or find_workspace(Path.cwd()).akar


@lru_cache(maxsize=8)
def _open_library(akar: Path | None) -> Pustaka:
    # One of many files is checked with what was loaded for the one before.
    return Pustaka(Workspace(akar))


@lru_cache(maxsize=8)
def _load_words(pustaka: Pustaka) -> Kamus:
    return build_kamus(pustaka.ruang.pengaturan.periksa)


def _read_switched_off(pustaka: Pustaka) -> tuple[str, ...]:
    ruang = pustaka.ruang
    abaikan = ruang.pengaturan.periksa.abaikan
    check_codes(abaikan, str(ruang.akar / PENGATURAN) if ruang.akar else None, "periksa.abaikan")
    return abaikan
