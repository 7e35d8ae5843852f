"""What people type for an event -> the values that are recorded; all that is wrong is said at once."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from naskah.bahasa.durasi import parse_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import parse_tanggal
from naskah.model.galat import Galat, NaskahError
from naskah.registry.lifecycle.kinds import JENIS_KEJADIAN, Bidang, JenisKejadian, Tipe

# What has a command of its own.
_PERINTAH_LAIN = {
    "didaftarkan": "naskah registri tambah RANCANGAN",
    "diperbarui": "naskah registri tambah RANCANGAN --perbarui",
    "dokumen-dicatat": "naskah registri tambah RANCANGAN",
    "kegiatan-dilaporkan": "naskah registri lapor",
    "diadendum": "naskah registri catat ID diadendum (satu per satu, tidak dari lembar)",
}

# Beyond this a field is no note any more.
_PANJANG_TERBANYAK = 2000


def find_kind(jenis: str) -> JenisKejadian:
    """Return the kind of event of this name.

    Raises:
        NaskahError: no such kind; the message names near ones.
    """
    kind = JENIS_KEJADIAN.get(jenis.strip().lower())
    if kind is None and (perintah := _PERINTAH_LAIN.get(jenis.strip().lower())):
        raise NaskahError(f'peristiwa "{jenis}" dicatat dengan: {perintah}')
    if kind is None:
        from difflib import get_close_matches

        mirip = get_close_matches(jenis.strip().lower(), JENIS_KEJADIAN, 3, 0.5)
        usul = f"Maksudnya {' atau '.join(mirip)}?" if mirip else f"Yang dikenal: {', '.join(JENIS_KEJADIAN)}."
        raise NaskahError(f'jenis peristiwa "{jenis}" tidak dikenal. {usul}')
    return kind


def read_fields(kind: JenisKejadian, isian: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of an event as recorded: dates as ISO text, empty fields left out.

    Args:
        kind: the kind of event.
        isian: field -> what was typed (text), or came from a spreadsheet (text, number or date).

    Raises:
        NaskahError: unknown fields, missing ones, values that cannot be read.
    """
    bidang = {satu.nama: satu for satu in kind.bidang}
    galat: list[Galat] = []
    hasil: dict[str, Any] = {}
    for nama, nilai in isian.items():
        if nama not in bidang:
            yang_ada = f"Yang ada: {', '.join(bidang)}." if bidang else "Jenis ini tidak berisian."
            galat.append(Galat(f'tidak dikenal pada peristiwa "{kind.jenis}". {yang_ada}', kunci=nama))
            continue
        if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
            continue
        try:
            hasil[nama] = _BACA[bidang[nama].tipe](nilai, bidang[nama])
        except (BahasaError, ValueError) as error:
            galat.append(Galat(str(error), kunci=nama))
    for satu in kind.bidang:
        if satu.wajib and satu.nama not in hasil and not any(g.kunci == satu.nama for g in galat):
            pesan = f'wajib diisi pada peristiwa "{kind.jenis}": {satu.keterangan}.'
            galat.append(Galat(pesan, kunci=satu.nama))
    if galat:
        raise NaskahError(galat)
    return hasil


def _read_teks(nilai: Any, bidang: Bidang) -> str:
    teks = " ".join(str(nilai).split())
    if not teks.isprintable():
        raise ValueError("memuat karakter kendali; tulis teks biasa")
    if len(teks) > _PANJANG_TERBANYAK:
        raise ValueError(f"terlalu panjang ({len(teks)} huruf); paling banyak {_PANJANG_TERBANYAK}")
    return teks


def _read_tanggal(nilai: Any, bidang: Bidang) -> str:
    if isinstance(nilai, date):
        return date(nilai.year, nilai.month, nilai.day).isoformat()
    return parse_tanggal(str(nilai)).isoformat()


def _read_durasi(nilai: Any, bidang: Bidang) -> str:
    return str(parse_durasi(str(nilai)))


def _read_bilangan(nilai: Any, bidang: Bidang) -> int:
    teks = str(nilai).strip()
    if not (teks.isascii() and teks.isdigit()) or int(teks) < 1:
        raise ValueError(f'"{teks}" bukan {bidang.tipe.value}; tulis bilangan bulat mulai dari 1')
    return int(teks)


def _read_pilihan(nilai: Any, bidang: Bidang) -> str:
    teks = str(nilai).strip().lower()
    if teks not in bidang.pilihan:
        raise ValueError(f'"{teks}" tidak ada dalam pilihan: {", ".join(bidang.pilihan)}')
    return teks


_BACA: dict[Tipe, Callable[[Any, Bidang], Any]] = {
    Tipe.TEKS: _read_teks,
    Tipe.TANGGAL: _read_tanggal,
    Tipe.DURASI: _read_durasi,
    Tipe.PIHAK: _read_bilangan,
    Tipe.PERISTIWA: _read_bilangan,
    Tipe.PERJANJIAN: _read_teks,
    Tipe.PILIHAN: _read_pilihan,
}
