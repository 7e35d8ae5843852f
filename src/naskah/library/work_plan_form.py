"""A blank sheet for a Rencana Kerja: the header as the document prints it, rows to fill, and how to fill them."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from naskah.bahasa.terbilang import urutan
from naskah.library.sheet_values import name_cell, name_column

BARIS_KOSONG = 30
_KIRI = (("No", 5), ("PROGRAM / KEGIATAN", 26), ("TAHAPAN KEGIATAN", 34), ("LOKASI", 20), ("SUMBER DANA", 20))
_KANAN = (("OUTPUT", 28), ("OUTCOME", 28), ("BERKALA", 12))
_PETUNJUK = (
    "Satu baris satu kegiatan. Program cukup ditulis pada baris kegiatannya yang pertama; nomor dan huruf dihitung.",
    "Tahapan suatu kegiatan ditulis di bawah namanya dalam sel yang sama, setiap baris diawali '- '.",
    "Isi V pada setiap tahun kegiatan itu berjalan. Kolom tahun boleh ditambah atau dihapus.",
    "Beberapa penanggung jawab dalam satu sel: satu di setiap baris (Alt+Enter), atau dipisahkan titik koma.",
    "Lokasi, sumber dana, output, dan outcome yang sama boleh digabung selnya ke bawah.",
    "BERKALA hanya diisi bila kegiatan diulang, misalnya 3 bulan; kolomnya boleh dihapus.",
    "Rumus tidak dibaca: salin, lalu tempel sebagai nilai.",
    "Periksa dengan: naskah rencana periksa BERKAS",
)


def make_blank_sheet(pihak: int, tahun: Sequence[int]) -> bytes:
    """The bytes of an .xlsx with the header for so many parties and these years; the same input, the same sheet."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    buku = Workbook()
    # A fixed date instead of that of the making.
    buku.properties.created = buku.properties.modified = datetime(2026, 1, 1)
    lembar: Any = buku.active
    lembar.title = "Rencana Kerja"
    lembar["A1"] = "DOKUMEN RENCANA KERJA"
    awal = 3
    lebar = _fill_header(lembar, awal, pihak, tahun)
    garis = Border(*(Side(style="thin"),) * 4)
    for baris in lembar.iter_rows(awal, awal + 3 + BARIS_KOSONG, 1, len(lebar)):
        for sel in baris:
            kepala = sel.row <= awal + 3
            tengah = kepala or 5 < sel.column <= 5 + len(tahun)
            sel.border, sel.font = garis, Font(bold=sel.row < awal + 3, size=10)
            sel.alignment = Alignment("center" if tengah else None, "center" if kepala else "top", wrap_text=True)
    for i, satu in enumerate(lebar, 1):
        lembar.column_dimensions[name_column(i)].width = satu
    lembar["A1"].font = Font(bold=True, size=12)
    lembar.freeze_panes = name_cell(awal + 4, 4)
    lembar.print_title_rows = f"{awal}:{awal + 3}"
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    petunjuk = buku.create_sheet("Petunjuk")
    petunjuk.column_dimensions["A"].width = 110
    for teks in _PETUNJUK:
        petunjuk.append([teks])
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _fill_header(lembar: Any, awal: int, pihak: int, tahun: Sequence[int]) -> list[float]:
    """Write the header's four rows; returns the widths of all columns."""
    n = len(tahun)
    lebar: list[float] = [satu for _, satu in _KIRI]
    for i, (judul, _) in enumerate(_KIRI, 1):
        _merge(lembar, judul, awal, i, awal + 2, i)
    _merge(lembar, "TAHUN", awal, 6, awal + 1, 5 + n)
    for i, satu in enumerate(tahun):
        lembar.cell(awal + 2, 6 + i, satu)
    lebar += [7.0] * n
    kolom = 6 + n
    _merge(lembar, "TUGAS DAN TANGGUNG JAWAB", awal, kolom, awal, kolom + 2 * pihak - 1)
    for i in range(pihak):
        _merge(lembar, f"PIHAK {urutan(i + 1).upper()}", awal + 1, kolom, awal + 1, kolom + 1)
        lembar.cell(awal + 2, kolom, "PENANGGUNG JAWAB")
        lembar.cell(awal + 2, kolom + 1, "KEGIATAN")
        kolom += 2
        lebar += [26.0, 34.0]
    for judul, satu in _KANAN:
        _merge(lembar, judul, awal, kolom, awal + 2, kolom)
        kolom += 1
        lebar.append(satu)
    for i in range(1, kolom):
        lembar.cell(awal + 3, i, f"({i})")
    return lebar


def _merge(lembar: Any, teks: str, atas: int, kiri: int, bawah: int, kanan: int) -> None:
    lembar.cell(atas, kiri, teks)
    if (atas, kiri) != (bawah, kanan):
        lembar.merge_cells(start_row=atas, start_column=kiri, end_row=bawah, end_column=kanan)
