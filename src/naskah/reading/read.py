"""Reading a file by what its name ends with."""

from pathlib import Path

from naskah.model.bacaan import Bacaan
from naskah.model.galat import Galat, NaskahError

UKURAN_MAKSIMUM = 50 * 1024 * 1024
_TEKS = (".txt", ".md")


def read_document(path: Path) -> Bacaan:
    """Read a document that exists: .docx, .txt or .md.

    Raises:
        NaskahError: no such file, another format, too large, or damaged; the sentence says what to do.
    """
    nama = path.name
    try:
        ukuran = path.stat().st_size
        if not path.is_file():
            raise NaskahError(Galat("bukan berkas. Sebutkan berkas .docx, .txt, atau .md", nama))
        if ukuran > UKURAN_MAKSIMUM:
            pesan = f"terlalu besar ({ukuran // 1024**2} MB, paling besar {UKURAN_MAKSIMUM // 1024**2} MB)"
            raise NaskahError(Galat(f"{pesan}. Bagi menjadi beberapa berkas", nama))
        return _read(path)
    except OSError as error:
        alasan = "tidak ditemukan" if isinstance(error, FileNotFoundError) else f"tidak dapat dibaca ({error.strerror})"
        raise NaskahError(Galat(f"{alasan}. Periksa nama dan letaknya", nama)) from None


def _read(path: Path) -> Bacaan:
    akhiran = path.suffix.lower()
    if akhiran == ".docx":
        from naskah.reading.docx.read import read_docx

        return read_docx(path)
    if akhiran in _TEKS:
        from naskah.reading.text.read import read_text

        return read_text(path.name, path.read_bytes())
    pesan = f"berakhiran {akhiran or 'kosong'}, yang tidak dapat dibaca. Simpan sebagai .docx atau .txt lebih dahulu"
    raise NaskahError(Galat(pesan, path.name))
