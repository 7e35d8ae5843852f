"""A copy of a .docx in which some parts are others; every part that is not named stays as it is, byte for byte."""

import shutil
import zipfile
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Any

from lxml import etree

from naskah.library.sheet_output import replacing
from naskah.model.galat import Galat, NaskahError
from naskah.reading.docx.package import Paket, open_package

# What Word calls "Strict Open XML": its parts have namespaces of their own, which our elements do not fit.
_KETAT = b"http://purl.oclc.org/ooxml/"
_POTONG = 1 << 20


def open_copyable(asal: Path) -> Paket:
    """Open the .docx that a copy is to be made of; close `zip` of the result after use.

    Raises:
        NaskahError: it cannot be read, or not be changed.
    """
    if asal.suffix.lower() != ".docx":
        pesan = "hanya berkas .docx yang dapat diberi komentar atau diperbaiki; simpan dahulu sebagai .docx"
        raise NaskahError(Galat(pesan, str(asal)))
    paket = open_package(asal)
    try:
        _ = paket.document
        if _KETAT in paket.zip.read(paket.utama):
            pesan = 'tersimpan sebagai "Strict Open XML"; buka di Word, lalu simpan sebagai Dokumen Word (.docx) biasa'
            raise NaskahError(Galat(pesan, str(asal)))
    except BaseException:
        paket.zip.close()
        raise
    return paket


def write_copy(paket: Paket, tujuan: Path, bagian: Mapping[str, bytes]) -> None:
    """Write the copy with these parts put in or replaced; a file that stood there stays whole until it is done.

    Raises:
        OSError: the place cannot be written.
    """
    lain = dict(bagian)
    with replacing(tujuan) as sementara, zipfile.ZipFile(sementara, "w", zipfile.ZIP_DEFLATED) as hasil:
        for info in paket.zip.infolist():
            baru = copy(info)
            baru.compress_type = zipfile.ZIP_DEFLATED
            if info.filename in lain:
                hasil.writestr(baru, lain.pop(info.filename))
            else:
                with paket.zip.open(info) as dari, hasil.open(baru, "w") as ke:
                    shutil.copyfileobj(dari, ke, _POTONG)
        for nama, isi in lain.items():
            hasil.writestr(nama, isi)


def dump(akar: Any) -> bytes:
    """Return the bytes of a part."""
    hasil: bytes = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
    return hasil
