"""Lines of a text file, and what each shows by itself: indentation, a number, columns, capitals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from naskah.reading.structure.markers import Tanda, find_heading, find_item
from naskah.reading.text.marks import strip_line_marks

# Lines that `naskah` itself writes are this wide (rendering/text.py).
LEBAR_RAPI = 90
# A line longer than this is a whole paragraph.
_LEBAR_BARIS = 120
_KUNCI = re.compile(
    r"(?:alamat|telepon|telp|no\.? ?telp|nomor telepon|telepon/fax|faks(?:imile)?|fax|e-?mail|surel|narahubung"
    r"|pejabat penghubung|kode pos|u\.?p|jabatan|nama|website|situs|laman|kontak|hp|whatsapp|lokasi|sumber dana|tahun"
    r"|output|outcome|penanggung jawab|pihak ke\w+|pihak pertama)\.?\s*:(?:\s|$)",
    re.IGNORECASE,
)
_KUNCI_LAIN = re.compile(r"[^\W\d_][^:;.,]{0,38}? : +(?=\S)")
_AWAL_BAGIAN = re.compile(
    r"(?:Pada hari ini|Menimbang|Mengingat|Memperhatikan|Menetapkan|Demikian(?:lah)?|NOMOR|Nomor\s*:|LAMPIRAN"
    r"|PENJELASAN|Ditetapkan di|Diundangkan di|Disahkan di|Paraf)\b"
)


@dataclass(frozen=True)
class Baris:
    """One line that is not blank. `lekuk` counts columns before it, a mark of extraction included."""

    nomor: int
    mentah: str
    teks: str
    lekuk: int
    judul: bool
    blok: int  # lines between two blank ones have the same

    @property
    def patah(self) -> bool:
        """Whether it ends with a break (two spaces, in Markdown)."""
        return self.mentah.endswith("  ")

    @cached_property
    def tanda(self) -> Tanda | None:
        """The number it begins with."""
        return find_item(self.teks)

    @cached_property
    def kepala(self) -> bool:
        """Whether it begins as a heading does."""
        return self.judul or find_heading(self.teks) is not None

    @cached_property
    def kolom(self) -> bool:
        """Whether it is a row of a table: cells with tabs between."""
        if "\t" not in self.mentah.strip():
            return self.mentah.rstrip(" ").endswith("\t")
        sel = self.mentah.split("\t")
        return len(sel) > 2 and not any(satu.lstrip().startswith(":") for satu in sel) and not sel[0].endswith(":")

    @cached_property
    def kapital(self) -> bool:
        """Whether it is written in capitals."""
        return self.teks.upper() == self.teks and any(k.isalpha() for k in self.teks)

    @cached_property
    def berkunci(self) -> bool:
        """Whether it is a line of particulars ("Alamat : ...")."""
        return _KUNCI.match(self.teks) is not None

    @cached_property
    def kolom_nilai(self) -> int | None:
        """The column of the value in a line of the form "Key : value"."""
        cocok = _KUNCI_LAIN.match(self.teks)
        return self.lekuk + cocok.end() if cocok else None

    @cached_property
    def mulai_bagian(self) -> bool:
        """Whether it begins with words that begin a part of a document."""
        return _AWAL_BAGIAN.match(self.teks) is not None

    @property
    def kolom_isi(self) -> int:
        """The column where its text begins, after its number."""
        if self.tanda is None:
            return self.lekuk
        sisa = self.teks[self.tanda.akhir :]
        return self.lekuk + self.tanda.akhir + len(sisa) - len(sisa.lstrip())

    @property
    def tengah(self) -> bool:
        """Whether it stands in the middle of a page as wide as those of naskah."""
        panjang = len(self.teks.rstrip())
        return self.lekuk > 0 and panjang <= LEBAR_RAPI - 10 and abs(2 * self.lekuk + panjang - LEBAR_RAPI) <= 1


def read_lines(teks: str) -> list[Baris]:
    """Return the lines that are not blank."""
    hasil: list[Baris] = []
    blok = 0
    for nomor, mentah in enumerate(re.split(r"\r\n|\r|\n", teks), 1):
        if mentah.startswith("\f"):
            blok += 1
        isi = mentah.replace("\f", " ")
        if not isi.strip():
            blok += 1
            continue
        # A row keeps its empty first cells.
        lekuk = len(isi) - len(isi.lstrip(" "))
        bersih, judul = strip_line_marks(isi)
        hasil.append(Baris(nomor, isi, bersih.rstrip(), lekuk, judul, blok))
    return hasil


def measure_width(baris: Sequence[Baris]) -> tuple[int, bool]:
    """Return how wide the page is, and whether its lines are filled as `naskah` fills them.

    In lines so filled a word stands on the next line only when it did not fit; then a line that had room for it ends
    its paragraph. The width is 0 where lines are whole paragraphs.
    """
    if not baris:
        return 0, False
    panjang = [satu.lekuk + len(satu.teks) for satu in baris]
    panjang_wajar = [p for p, satu in zip(panjang, baris, strict=True) if p <= LEBAR_RAPI or " " in satu.teks.strip()]
    terpanjang = max(panjang_wajar, default=0)
    if terpanjang > _LEBAR_BARIS:
        return 0, False
    if terpanjang > LEBAR_RAPI or any(satu.judul for satu in baris):
        return terpanjang, False
    return LEBAR_RAPI, _is_filled(baris)


def _is_filled(baris: Sequence[Baris]) -> bool:
    """Whether lines that go on in small letters leave no room for the next word."""
    if not any(satu.tengah for satu in baris):
        return False  # naskah centres a title
    lanjut = cocok = 0
    for satu, berikut in zip(baris, baris[1:], strict=False):
        kata = berikut.teks.split(maxsplit=1)[0]
        if berikut.blok == satu.blok and kata[0].islower() and berikut.tanda is None and not berikut.berkunci:
            lanjut += 1
            cocok += not has_room(satu, kata, LEBAR_RAPI)
    return cocok >= 0.9 * lanjut


def has_room(baris: Baris, kata: str, lebar: int) -> bool:
    """Whether a word would have fitted at the end of a line."""
    return baris.lekuk + len(baris.teks) + 1 + len(kata) <= lebar
