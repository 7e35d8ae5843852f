"""How long a Rencana Kerja of 20, 500 and 5,000 rows takes: its XML, the whole Word file, the sheet read, the registry.

    python benchmarks/rencana_kerja.py

Sixteen columns as in the Nota Kesepakatan of Jakarta (two parties, five years). The best of several runs.
"""

import gc
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from naskah.assembly.work_plan import build_tabel
from naskah.library.work_plans import load_rencana
from naskah.model.isi import isi
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import BlokTandaTangan, GayaDaftar, Kepala, Lampiran, Naskah
from naskah.model.rencana_kerja import RencanaKerja
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.docx.work_plan_table import table_xml

AKAR = Path(__file__).resolve().parents[1]
PIHAK = ("PIHAK KESATU", "PIHAK KEDUA")
SEPROGRAM = 100


def make_plan(baris: int) -> dict:
    """A plan whose texts all differ, so that nothing is gained by writing one of them twice."""

    def kegiatan(i: int) -> dict:
        tugas = {
            kunci: {
                "penanggung_jawab": [f"Dinas Tenaga Kerja, Transmigrasi dan Energi {kunci} {i}", f"Dinas Sosial {i}"],
                "kegiatan": f"Menyelenggarakan sosialisasi dan seminar bagi pekerja penerima upah, kegiatan {i}",
            }
            for kunci in ("kesatu", "kedua")
        }
        return {
            "nama": f"Sosialisasi dan pembinaan program jaminan sosial ketenagakerjaan {i}",
            "sumber_dana": f"APBN, APBD, dan anggaran PIHAK KEDUA {i}",
            "tahun": [2025 + i % 5, 2029],
            "tugas": tugas,
            "output": f"Terselenggaranya sosialisasi dan seminar {i}",
            "outcome": f"Masyarakat dan pekerja lebih sadar akan pentingnya kepesertaan {i}",
        }

    program = [
        {"nama": f"Program {awal}", "kegiatan": [kegiatan(i) for i in range(awal, min(awal + SEPROGRAM, baris))]}
        for awal in range(0, baris, SEPROGRAM)
    ]
    return {"tahun": "2025-2029", "lokasi": "Provinsi Daerah Khusus Ibukota Jakarta", "program": program}


def make_naskah(rencana: RencanaKerja) -> Naskah:
    blok = ((BlokTandaTangan("PIHAK KEDUA", None, "B"), BlokTandaTangan("PIHAK KESATU", None, "A")),)
    tabel = build_tabel(rencana, PIHAK)
    return Naskah(
        jenis=JenisNaskah.RENCANA_KERJA,
        kepala=Kepala("DOKUMEN RENCANA KERJA", ("A", "B"), isi("UJI"), ("1", "2")),
        pembuka=isi("Pembuka."),
        gaya_pihak=GayaDaftar.ROMAWI,
        pihak=(),
        setelah_pihak=(),
        premis=None,
        dasar=(),
        kesepakatan=(),
        batang=(),
        penutup=(isi("Penutup."),),
        tanda_tangan=blok,
        lampiran=(Lampiran((), (), (), tabel, ()),),
    )


def make_sheet(data: dict, jalur: Path) -> None:
    """The plan as a user's sheet: made from the blank one."""
    from io import BytesIO

    from openpyxl import load_workbook

    from naskah.library.work_plan_form import make_blank_sheet

    buku = load_workbook(BytesIO(make_blank_sheet(2, range(2025, 2030))))
    lembar = buku["Rencana Kerja"]
    nomor = 7
    for program in data["program"]:
        for k in program["kegiatan"]:
            tugas = [sel for t in k["tugas"].values() for sel in ("\n".join(t["penanggung_jawab"]), t["kegiatan"])]
            tahun = ["V" if t in k["tahun"] else None for t in range(2025, 2030)]
            isi_baris = [None, program["nama"], k["nama"], data["lokasi"], k["sumber_dana"], *tahun, *tugas]
            for kolom, nilai in enumerate([*isi_baris, k["output"], k["outcome"]], 1):
                lembar.cell(nomor, kolom, nilai)
            nomor += 1
    buku.save(jalur)


def measure(kerja: Callable[[], object], kali: int) -> float:
    """The shortest of some runs, in milliseconds."""
    waktu = []
    for _ in range(kali):
        mulai = time.perf_counter()
        kerja()
        waktu.append((time.perf_counter() - mulai) * 1000)
    return min(waktu)


def measure_registry(naskah: Naskah, folder: Path) -> float:
    from naskah.model.pendaftaran import Pendaftaran
    from naskah.publishing.registration import iter_kegiatan
    from naskah.registry.database import open_registry
    from naskah.registry.registration import register

    kegiatan = tuple(iter_kegiatan(naskah))
    nomor = iter(range(1000))
    with open_registry(folder / "registry.db", create=True) as basis:

        def once() -> None:
            pihak = ()
            satu = Pendaftaran(
                id=f"rk-{len(kegiatan)}-{next(nomor)}",
                jenis=JenisNaskah.RENCANA_KERJA,
                judul=f"Uji {len(kegiatan)} {next(nomor)}",
                tanggal=date(2025, 2, 4),
                tempat="Jakarta",
                pihak=pihak,
                kegiatan=kegiatan,
            )
            register(basis, satu, oleh="uji")

        return measure(once, 3)


def main() -> None:
    gc.set_threshold(200_000)  # as the command line does (cli/__init__.py)
    templat = compile_template(AKAR / "templates" / "rencana-kerja.docx")
    print(
        f"{'baris':>6} {'XML ms':>9} {'us/baris':>9} {'docx ms':>9} {'susun ms':>9} {'xlsx ms':>9} {'registri ms':>11}"
    )
    with TemporaryDirectory() as folder:
        for baris in (20, 500, 5000):
            kali = max(3, 2000 // baris)
            data = make_plan(baris)
            rencana = RencanaKerja.model_validate(data)
            naskah = make_naskah(rencana)
            xml = measure(lambda naskah=naskah: table_xml(naskah.lampiran[0].tabel), kali)
            docx = measure(lambda naskah=naskah: render_docx(naskah, templat), max(3, kali // 5))
            susun = measure(lambda rencana=rencana: build_tabel(rencana, PIHAK), kali)
            lembar = Path(folder, f"{baris}.xlsx")
            make_sheet(data, lembar)
            xlsx = measure(lambda lembar=lembar: load_rencana(lembar), 3)
            registri = measure_registry(naskah, Path(folder))
            satuan = xml * 1000 / baris
            print(f"{baris:>6} {xml:>9.2f} {satuan:>9.1f} {docx:>9.1f} {susun:>9.2f} {xlsx:>9.1f} {registri:>11.1f}")


if __name__ == "__main__":
    sys.exit(main())
