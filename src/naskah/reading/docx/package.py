"""The zip of a .docx, read with bounds: nothing in it may grow beyond them, name an entity, or lead outside."""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO, Any

from lxml import etree

from naskah.model.galat import Galat, NaskahError

UKURAN_MAKSIMUM = 50 << 20  # bytes of the file
ISI_MAKSIMUM = 64 << 20  # bytes of one part, unpacked
# Tags of all parts together: trees of so many take about 250 MB. A long agreement has some 100 thousand.
TAG_MAKSIMUM = 700_000
ANGGOTA_MAKSIMUM = 5_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Parts of a file saved as "Strict Open XML" have namespaces of their own (ISO/IEC 29500-1).
_KETAT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_POTONG = 1 << 20
_UTAMA = "word/document.xml"


@dataclass(frozen=True)
class Paket:
    """An open .docx. Parts are unpacked when they are asked for."""

    nama: str
    zip: zipfile.ZipFile
    _tag: Counter[str] = field(default_factory=Counter, repr=False, compare=False)  # unpacked so far, by part

    @cached_property
    def utama(self) -> str:
        """The name of the part that holds the document."""
        for jenis, sasaran in self._relations("_rels/.rels", ""):
            if jenis == "officeDocument" and sasaran in self._nama:
                return sasaran
        return _UTAMA

    @cached_property
    def document(self) -> Any:
        """The root of the document.

        Raises:
            NaskahError: it is missing or damaged.
        """
        akar = self.part(self.utama)
        if akar is None:
            raise self._error("bukan dokumen Word: isi dokumennya tidak ada. Simpan ulang dari Word sebagai .docx.")
        if akar.tag != f"{W}document":
            raise self._error("bukan dokumen Word biasa. Simpan ulang dari Word sebagai Dokumen Word (.docx).")
        return akar

    def related(self, jenis: str) -> Iterator[Any]:
        """Yield the roots of the parts that the document names as `jenis` ("styles", "footer"), once each."""
        jalur = PurePosixPath(self.utama)
        relasi = str(jalur.parent / "_rels" / f"{jalur.name}.rels")
        sasaran = dict.fromkeys(s for j, s in self._relations(relasi, str(jalur.parent)) if j == jenis)
        for nama in sasaran:
            akar = self.part(nama)
            if akar is not None:
                yield akar

    def part(self, nama: str) -> Any | None:
        """Return the root of a part; None when there is no such part.

        Raises:
            NaskahError: it is damaged, too large, or has a document type (which can name entities).
        """
        if nama not in self._nama:
            return None
        isi = self._unpack(nama)
        for ketat, biasa in _KETAT:
            isi = isi.replace(ketat, biasa)
        try:
            akar = etree.fromstring(isi, _parser())
        except etree.XMLSyntaxError as error:
            raise self._error(
                f"bagian {nama} rusak pada baris {error.lineno}. Buka dan simpan ulang berkas ini dari Word."
            ) from error
        if akar.getroottree().docinfo.doctype:
            raise self._error(f"bagian {nama} memuat deklarasi DOCTYPE, yang tidak dibuat Word. Berkas ini ditolak.")
        return akar

    @cached_property
    def _nama(self) -> frozenset[str]:
        return frozenset(self.zip.namelist())

    def _unpack(self, nama: str) -> bytes:
        try:
            with self.zip.open(nama) as aliran:
                isi = self._read_bounded(nama, aliran)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise self._error(f"bagian {nama} rusak. Buka dan simpan ulang berkas ini dari Word.") from error
        except (RuntimeError, NotImplementedError) as error:  # a member with a password, or packed in an unusual way
            raise self._error(f"bagian {nama} terkunci atau dikemas dengan cara yang tidak dikenal.") from error
        return isi

    def _read_bounded(self, nama: str, aliran: IO[bytes]) -> bytes:
        """Unpack piece by piece, and stop where it grows too large or would make too large a tree."""
        isi = bytearray()
        self._tag[nama] = 0
        while potong := aliran.read(_POTONG):
            isi += potong
            self._tag[nama] += potong.count(b"<")
            if len(isi) > ISI_MAKSIMUM:
                pesan = f"bagian {nama} lebih dari {ISI_MAKSIMUM >> 20} MB setelah dibuka; berkas ini ditolak."
                raise self._error(pesan)
            if self._tag.total() > TAG_MAKSIMUM:
                raise self._error(f"bagian {nama} memuat terlalu banyak unsur. Bagi menjadi beberapa berkas.")
        return bytes(isi)

    def _relations(self, nama: str, folder: str) -> Iterator[tuple[str, str]]:
        """Yield kind and target of the relations inside the package."""
        akar = self.part(nama)
        for satu in akar if akar is not None else ():
            if not isinstance(satu.tag, str) or satu.get("TargetMode") == "External":
                continue
            sasaran = satu.get("Target", "")
            penuh = sasaran.lstrip("/") if sasaran.startswith("/") else str(PurePosixPath(folder) / sasaran)
            yield satu.get("Type", "").rpartition("/")[2], penuh

    def _error(self, pesan: str) -> NaskahError:
        return NaskahError(Galat(pesan, self.nama))


def open_package(jalur: Path) -> Paket:
    """Open a .docx; close `zip` of the result after use.

    Raises:
        NaskahError: not a .docx, locked by a password, too large, or damaged.
    """
    with jalur.open("rb") as berkas:
        kepala = berkas.read(8)
    galat = _refuse(jalur, kepala)
    if galat is not None:
        raise NaskahError(Galat(galat, jalur.name))
    try:
        arsip = zipfile.ZipFile(jalur)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        pesan = "berkas .docx rusak atau terpotong. Buka dan simpan ulang dari Word, atau minta salinan yang utuh."
        raise NaskahError(Galat(pesan, jalur.name)) from error
    if len(arsip.infolist()) > ANGGOTA_MAKSIMUM:
        arsip.close()
        raise NaskahError(Galat(f"memuat lebih dari {ANGGOTA_MAKSIMUM} bagian; berkas ini ditolak.", jalur.name))
    return Paket(jalur.name, arsip)


def _refuse(jalur: Path, kepala: bytes) -> str | None:
    ukuran = jalur.stat().st_size
    if not ukuran:
        return "berkas kosong. Pilih berkas lain."
    if ukuran > UKURAN_MAKSIMUM:
        return f"berkas lebih dari {UKURAN_MAKSIMUM >> 20} MB. Perkecil gambarnya di Word, lalu simpan ulang."
    if kepala == _OLE:
        return (
            "berkas terkunci kata sandi, atau dokumen Word lama (.doc)."
            " Buka di Word, lalu simpan sebagai .docx tanpa kata sandi."
        )
    if not kepala.startswith(b"PK"):
        return "isinya bukan .docx, apa pun namanya. Buka di Word, lalu simpan sebagai Dokumen Word (.docx)."
    return None


def _parser() -> etree.XMLParser:
    # A parser is not shared between threads, and this file comes from outside: no entities, no files, no network.
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
