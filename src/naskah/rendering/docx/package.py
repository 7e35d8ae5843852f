"""A .docx as a zip: read its members safely, and write a package without deflating again what did not change."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from naskah.model.galat import NaskahError

MAKS_BERKAS = 20_000_000
MAKS_ISI = 100_000_000
MAKS_BAGIAN = 1000

_DEFLATE = 8
_NAMA_UTF8 = 0x800
# 1 January 1980, 00.00: the date of every member, so that the same input gives the same bytes.
_TANGGAL = 33
_LOKAL = struct.Struct("<4s5H3L2H")
_PUSAT = struct.Struct("<4s6H3L5H2L")
_AKHIR = struct.Struct("<4s4H2LH")

# A document is 1% larger than at level 6, and is made a tenth faster.
_TINGKAT = 4
_KECIL = 10_000  # bytes of a part that is worth remembering

# An idle compressor keeps zlib's memory mapped between documents; without it each one maps and clears it anew.
_IDLE = zlib.compressobj(_TINGKAT, zlib.DEFLATED, -15)


@dataclass(frozen=True, slots=True)
class Anggota:
    """One member of a zip, its bytes as they lie in the file (deflated)."""

    nama: str
    crc: int
    ukuran: int
    data: bytes


def deflate(nama: str, isi: bytes) -> Anggota:
    """Return a member made of `isi`."""
    return _deflate_again(nama, isi) if len(isi) <= _KECIL else _deflate(nama, isi)


def _deflate(nama: str, isi: bytes) -> Anggota:
    mesin = zlib.compressobj(_TINGKAT, zlib.DEFLATED, -15)
    data = mesin.compress(isi) + mesin.flush()
    return Anggota(nama, zlib.crc32(isi), len(isi), data)


# Headers and footers come out the same for all documents of a batch.
_deflate_again = lru_cache(maxsize=64)(_deflate)


def inflate(anggota: Anggota) -> bytes:
    """Return the contents of a member."""
    return zlib.decompress(anggota.data, -15)


def write_package(anggota: Iterable[Anggota]) -> bytes:
    """Return the bytes of a zip holding these members, in this order."""
    potongan: list[bytes] = []
    pusat: list[bytes] = []
    letak = 0
    for satu in anggota:
        nama = satu.nama.encode()
        tanda = 0 if nama.isascii() else _NAMA_UTF8
        umum = (tanda, _DEFLATE, 0, _TANGGAL, satu.crc, len(satu.data), satu.ukuran, len(nama), 0)
        kepala = _LOKAL.pack(b"PK\x03\x04", 20, *umum)
        potongan += (kepala, nama, satu.data)
        pusat += (_PUSAT.pack(b"PK\x01\x02", 20, 20, *umum, 0, 0, 0, 0, letak), nama)
        letak += len(kepala) + len(nama) + len(satu.data)
    daftar = b"".join(pusat)
    jumlah = len(pusat) // 2
    potongan += (daftar, _AKHIR.pack(b"PK\x05\x06", 0, 0, jumlah, jumlah, len(daftar), letak, 0))
    return b"".join(potongan)


def read_package(berkas: bytes, nama: str) -> tuple[Anggota, ...]:
    """Return the members of a .docx; `nama` is how an error names the file.

    Raises:
        NaskahError: not a zip, damaged, encrypted, or larger than any template can be (a zip bomb).
    """
    import zipfile
    from io import BytesIO

    if len(berkas) > MAKS_BERKAS:
        raise NaskahError(
            f"{nama}: berkas lebih besar dari {MAKS_BERKAS // 1_000_000} MB; perkecil gambar di dalamnya."
        )
    try:
        with zipfile.ZipFile(BytesIO(berkas)) as arsip:
            daftar = arsip.infolist()
            if len(daftar) > MAKS_BAGIAN or sum(satu.file_size for satu in daftar) > MAKS_ISI:
                raise NaskahError(f"{nama}: isi berkas terlalu besar sesudah dibuka; simpan ulang templat dari Word.")
            if len({satu.filename for satu in daftar}) != len(daftar):
                raise NaskahError(f"{nama}: ada bagian yang tersimpan dua kali; simpan ulang templat dari Word.")
            # zipfile stops at the size that the directory states, so a member cannot grow beyond the sum above.
            isi = [(satu.filename, arsip.read(satu)) for satu in daftar if not satu.is_dir()]
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise NaskahError(f"{nama}: bukan berkas Word (.docx) yang utuh; buka dan simpan ulang dari Word.") from error
    return tuple(deflate(satu, data) for satu, data in isi)
