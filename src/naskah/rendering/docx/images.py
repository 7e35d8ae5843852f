"""Logos at the head of a document: pictures as media parts, in a bounded size."""

import stat
import struct
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from naskah.model.galat import Galat, NaskahError
from naskah.rendering.docx.package import Anggota, deflate

MAKS_GAMBAR = 5_000_000
MAKS_PIKSEL = 5_000  # a side; a small file can claim a picture that no memory holds
# English metric units: 360,000 to the centimetre. A logo fits a square of 2.5 cm.
_SISI = 900_000
_RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Above the ids that Word gives to the pictures of a template.
_ID_PERTAMA = 90_001


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture: its media type ("png" or "jpeg"), its contents, its size in pixels."""

    jenis: str
    isi: bytes
    lebar: int
    tinggi: int


def _png_size(isi: bytes) -> tuple[int, int]:
    lebar, tinggi = struct.unpack(">2L", isi[16:24])
    return lebar, tinggi


def _jpeg_size(isi: bytes) -> tuple[int, int]:
    letak = 2
    while letak + 9 <= len(isi) and isi[letak] == 0xFF:
        penanda, panjang = isi[letak + 1], int.from_bytes(isi[letak + 2 : letak + 4])
        # Start of frame: C0..CF but for the three that hold tables.
        if 0xC0 <= penanda <= 0xCF and penanda not in (0xC4, 0xC8, 0xCC):
            tinggi, lebar = struct.unpack(">2H", isi[letak + 5 : letak + 9])
            return lebar, tinggi
        letak += 2 + panjang
    raise struct.error


def read_image(nama: str, aset: Path | None) -> Gambar:
    """Read a logo, a PNG or JPEG inside the folder `aset` (the current folder when None).

    Raises:
        NaskahError: the file is missing, outside the folder, no file but a device, too large, or no such picture.
    """
    folder = (aset or Path()).resolve()

    def refuse(pesan: str) -> NaskahError:
        return NaskahError(Galat(f"logo “{nama}” {pesan}", str(folder / nama)))

    try:
        berkas = (folder / nama).resolve()
        di_dalam = berkas.is_relative_to(folder)
        keadaan = berkas.stat() if di_dalam else None
        # A pipe or a device may have no end, or no beginning.
        biasa = keadaan is not None and stat.S_ISREG(keadaan.st_mode)
        isi = berkas.read_bytes() if biasa and keadaan and keadaan.st_size <= MAKS_GAMBAR else b""
    except (OSError, ValueError, RuntimeError) as error:
        raise refuse("tidak dapat dibaca; periksa nama dan izin berkasnya") from error
    if not di_dalam:
        raise refuse(f"berada di luar folder {folder}; salin gambar itu ke dalam folder tersebut")
    if not biasa:
        raise refuse("bukan berkas biasa; ganti dengan berkas gambar PNG atau JPEG")
    if not isi:
        raise refuse(f"kosong atau lebih besar dari {MAKS_GAMBAR // 1_000_000} MB; ganti gambarnya")
    jenis = "png" if isi.startswith(b"\x89PNG\r\n\x1a\n") else "jpeg" if isi.startswith(b"\xff\xd8") else ""
    try:
        lebar, tinggi = _png_size(isi) if jenis == "png" else _jpeg_size(isi) if jenis else (0, 0)
    except (struct.error, IndexError):
        lebar, tinggi = 0, 0
    if not (lebar and tinggi):
        raise refuse("bukan gambar PNG atau JPEG yang utuh; simpan ulang gambar itu sebagai PNG")
    if max(lebar, tinggi) > MAKS_PIKSEL:
        raise refuse(f"berukuran {lebar} x {tinggi} piksel; perkecil sampai paling besar {MAKS_PIKSEL} piksel sesisi")
    return Gambar(jenis, isi, lebar, tinggi)


def _drawing_xml(nomor: int, gambar: Gambar) -> str:
    skala = _SISI / max(gambar.lebar, gambar.tinggi)
    cx, cy = max(1, round(gambar.lebar * skala)), max(1, round(gambar.tinggi * skala))
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    nama = f'id="{_ID_PERTAMA + nomor}" name="Logo {nomor + 1}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr {nama} descr="Logo"/>'
        f'<a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}">'
        f"<pic:nvPicPr><pic:cNvPr {nama}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip xmlns:r="{_RELASI}" r:embed="{_rel_id(nomor)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _rel_id(nomor: int) -> str:
    return f"rIdLogo{nomor + 1}"


def _part_name(nomor: int, gambar: Gambar) -> str:
    return f"media/logo{nomor + 1}.{gambar.jenis}"


def logo_run(gambar: tuple[Gambar, ...]) -> Markup:
    """Return the logos side by side, as runs."""
    jarak = '<w:r><w:t xml:space="preserve">          </w:t></w:r>'
    return Markup(jarak.join(_drawing_xml(i, satu) for i, satu in enumerate(gambar)))


def add_images(gambar: tuple[Gambar, ...], jenis_isi: str, relasi: str) -> tuple[str, str, list[Anggota]]:
    """Return the content types and the document's relationships with the logos added, and their media parts."""
    bagian = []
    for i, satu in enumerate(gambar):
        if f'Extension="{satu.jenis}"' not in jenis_isi:
            tambahan = f'<Default Extension="{satu.jenis}" ContentType="image/{satu.jenis}"/>'
            letak = jenis_isi.index(">", jenis_isi.index("<Types")) + 1
            jenis_isi = jenis_isi[:letak] + tambahan + jenis_isi[letak:]
        nama = _part_name(i, satu)
        satu_relasi = f'<Relationship Id="{_rel_id(i)}" Type="{_RELASI}/image" Target="{nama}"/>'
        relasi = relasi.replace("</Relationships>", f"{satu_relasi}</Relationships>")
        bagian.append(deflate(f"word/{nama}", satu.isi))
    return jenis_isi, relasi, bagian
