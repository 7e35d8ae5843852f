"""The entries of a register: rows put together where one entry takes several, and what is no entry left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from naskah.exchange.headers import Kepala, is_column_numbers
from naskah.exchange.mapping import ABAIKAN
from naskah.exchange.terms import find_jenis_within, fold
from naskah.library.sheet_cells import to_text
from naskah.library.sheet_values import BarisData, Nilai, Rusak, is_blank

# Keys whose cells may go on in the rows below an entry.
_BERLANJUT = ("pihak", "nomor", "penandatangan", "jabatan", "mitra")
_JUMLAH = ("jumlah", "total", "jumlah total")


@dataclass(slots=True)
class Rekaman:
    """One entry: the row it begins in, its cells by key, and what was noticed while reading them."""

    nomor: int
    isi: dict[str, Nilai]
    jenis: str | None = None  # of the heading that it stands under
    galat: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BukanData:
    """A row that is no entry: a heading, a sum, a note, a signature."""

    nomor: int
    teks: str


def iter_records(semua: Iterable[BarisData], kepala: Kepala) -> Iterator[Rekaman | BukanData]:
    """The entries below the header, in order, each when its last row is read.

    A row of a single cell is a heading (whose kind of agreement counts for the entries below it), a note, or the
    rest of a list of parties or numbers. A row without title, day and number of its own goes on with the entry above,
    and so does one that repeats the number of its entry (cells merged over both).
    """
    kunci = {k.letak: k.kunci for k in kepala.kolom if k.kunci and k.kunci != ABAIKAN}
    nama = {k.letak: fold(k.nama) for k in kepala.kolom}
    terakhir: Rekaman | None = None
    jenis: str | None = None
    for baris in semua:
        if baris.nomor <= kepala.baris or is_column_numbers(baris) or _repeats_header(baris, nama):
            continue
        satu = _read_row(baris, kunci)
        tunggal = _find_single(baris)
        if tunggal is not None and not _continues(satu, terakhir, tunggal):
            jenis = find_jenis_within(tunggal) or jenis
            yield BukanData(baris.nomor, tunggal)
        elif fold(to_text(satu.isi.get("no"))) in _JUMLAH or fold(to_text(satu.isi.get("judul"))) in _JUMLAH:
            yield BukanData(baris.nomor, " ".join(to_text(sel) for sel in baris.nilai if not is_blank(sel)))
        elif terakhir is not None and _continues(satu, terakhir, tunggal):
            _merge(terakhir, satu)
        else:
            if terakhir is not None:
                yield terakhir
            satu.jenis = jenis
            terakhir = satu
    if terakhir is not None:
        yield terakhir


def _read_row(baris: BarisData, kunci: Mapping[int, str]) -> Rekaman:
    hasil = Rekaman(baris.nomor, {})
    for letak, nama in kunci.items():
        sel = baris.nilai[letak] if letak < len(baris.nilai) else None
        if isinstance(sel, Rusak):
            sel = _take_doubtful(sel, hasil, diam=nama == "no")
        if not is_blank(sel):
            hasil.isi[nama] = sel.strip() if isinstance(sel, str) else sel
    return hasil


def _take_doubtful(sel: Rusak, hasil: Rekaman, *, diam: bool) -> Nilai:
    """What a cell shows that is not to be relied on; said, so that a person looks."""
    if sel.jenis == "gabungan":
        return None  # its value stands in the first column of the range
    if sel.jenis == "rumus" and not is_blank(sel.nilai) and not isinstance(sel.nilai, Rusak):
        if not diam:
            hasil.catatan.append(f"sel {sel.sel} berisi rumus; yang dipakai hasil terakhirnya")
        return sel.nilai
    if not diam:
        hasil.galat.append(sel.pesan)
    return None


def _find_single(baris: BarisData) -> str | None:
    """The text of a row in which one cell says all there is."""
    isi = {to_text(sel) for sel in baris.nilai if not is_blank(sel)}
    return isi.pop() if len(isi) == 1 else None


def _continues(satu: Rekaman, terakhir: Rekaman | None, tunggal: str | None) -> bool:
    if terakhir is None:
        return False
    if tunggal is not None:
        return bool(satu.isi) and all(_base(k) in _BERLANJUT for k in satu.isi)
    if "no" in satu.isi:
        sama = all(satu.isi.get(k) == terakhir.isi.get(k) for k in ("no", "judul", "tanggal"))
        return sama and "judul" in satu.isi
    return bool(satu.isi) and "tanggal" not in satu.isi and ("judul" not in satu.isi or "no" in terakhir.isi)


def _merge(terakhir: Rekaman, satu: Rekaman) -> None:
    for kunci, sel in satu.isi.items():
        ada = terakhir.isi.get(kunci)
        if ada is None:
            terakhir.isi[kunci] = sel
        elif ada != sel:
            antara = " " if kunci == "judul" else "\n"
            terakhir.isi[kunci] = f"{to_text(ada)}{antara}{to_text(sel)}"
    terakhir.galat += satu.galat
    terakhir.catatan += satu.catatan


def _base(kunci: str) -> str:
    return kunci.partition(".")[0]


def _repeats_header(baris: BarisData, nama: dict[int, str]) -> bool:
    """Whether a row repeats the header, as printed pages do."""
    isi = {i: fold(to_text(sel)) for i, sel in enumerate(baris.nilai) if not is_blank(sel)}
    return len(isi) >= 3 and all(nama.get(i) == teks for i, teks in isi.items())
