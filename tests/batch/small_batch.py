"""A draft of two parties and sheets for it, as small as a batch can be."""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from naskah.batch.run import Hasil, Lapor, Pilihan, run_batch
from naskah.batch.sheet import Lembar
from naskah.library.new_workspace import create_workspace
from naskah.model.galat import NaskahError

RANCANGAN = """\
jenis: perjanjian-kerja-sama
judul: Judul contoh
tanggal: 2026-03-16
tempat: Cempaka
pihak:
  - nama: Pemerintah Kabupaten Cempaka Raya
    nomor: 1/KS/2026
    kedudukan: Jalan Merdeka Nomor 1, Cempaka
    penandatangan: {nama: Sari Wulandari, jabatan: Bupati Cempaka Raya}
  - nama: Politeknik Pertanian Nusa
    nomor: 7/PPN/2026
    kedudukan: Jalan Kampus Nomor 7, Cempaka
    penandatangan: {nama: Bima Adisaputra, jabatan: Direktur}
pasal:
  - klausul: hak-kewajiban/per-pihak
    parameter:
      hak:
        kesatu: [memperoleh data, memperoleh penjelasan]
        kedua: [memperoleh data waktu tanam, memperoleh data hasil panen]
      kewajiban:
        kesatu: [menyebarluaskan data, memberikan data waktu tanam]
        kedua: [menyediakan data, menjelaskan data]
  - klausul: jangka-waktu/dengan-pemberitahuan
    parameter: {durasi: 3 tahun, pemberitahuan: 30 hari kalender}
  - judul: Sanksi
    muatan: [sanksi]
    isi: PIHAK yang tidak memenuhi kewajibannya ditegur secara tertulis oleh PIHAK lainnya.
  - klausul: perselisihan/musyawarah
"""
KOLOM = ("id", "judul", "tanggal", "pihak.1.nomor", "pihak.2.nama", "pihak.2.nomor", "pasal.jangka-waktu.durasi")


def make_row(i: int, **lain: Any) -> list[Any]:
    """The cells of a good row, with others in place of some of them."""
    isi = {
        "id": f"pks-{i}",
        "judul": f"Kerja Sama Desa {i}",
        "tanggal": f"{1 + i % 28} April 2026",
        "pihak.1.nomor": f"{i}/KS/2026",
        "pihak.2.nama": f"Desa {i}",
        "pihak.2.nomor": f"{i}/DS/2026",
        "pasal.jangka-waktu.durasi": f"{1 + i % 5} tahun",
    }
    return list((isi | {kunci.replace("__", "."): nilai for kunci, nilai in lain.items()}).values())


def write_csv(path: Path, baris: Iterable[Sequence[Any]], kolom: Sequence[str] = KOLOM) -> Path:
    with path.open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas)
        penulis.writerow(kolom)
        penulis.writerows(baris)
    return path


def write_xlsx(path: Path, baris: Iterable[Sequence[Any]], kolom: Sequence[str] = KOLOM) -> Path:
    buku = Workbook()
    lembar = buku.active
    for satu in (kolom, *baris):
        lembar.append(satu)
    buku.save(path)
    return path


class RuangBatch:
    """A workspace with the draft, and a way to run batches in it."""

    def __init__(self, folder: Path) -> None:
        create_workspace(folder)
        self.folder = folder
        self.rancangan = folder / "pks.yaml"
        self.rancangan.write_text(RANCANGAN, encoding="utf-8")
        self.hasil = folder / "hasil"
        self.registri = folder / "registry.db"

    def csv(self, baris: Iterable[Sequence[Any]], kolom: Sequence[str] = KOLOM) -> Path:
        return write_csv(self.folder / "data.csv", baris, kolom)

    def run(
        self,
        data: Path,
        *,
        daftarkan: bool = False,
        lapor: Lapor = lambda *_: None,
        kabar: Callable[[Hasil], None] = lambda _: None,
        **pilihan: Any,
    ) -> Hasil:
        registri = self.registri if daftarkan else None
        semua = Pilihan(self.rancangan, Lembar(data), self.hasil, registri=registri, oleh="uji", **pilihan)
        return run_batch(semua, lapor, kabar)

    def faults(self, data: Path, **pilihan: Any) -> str:
        """What the batch is refused for; nothing may have been written."""
        sebelum = self.documents()
        try:
            self.run(data, **pilihan)
        except NaskahError as error:
            assert self.documents() == sebelum
            return str(error)
        raise AssertionError("perintah massal ini seharusnya ditolak")

    def documents(self) -> list[str]:
        """The names of the documents, sorted."""
        return sorted(p.name for p in self.hasil.glob("*"))
