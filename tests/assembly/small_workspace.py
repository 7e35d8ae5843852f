"""A workspace of a few lines: tiny clauses, two regulations, drafts as Python data or as text."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from naskah.assembly.assemble import Susunan, assemble
from naskah.library.drafts import Berkas, load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace
from naskah.library.yaml_lines import YamlBerbaris
from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Isi, Silang, Teks
from naskah.model.naskah import Ayat, Pasal, Rincian
from naskah.model.rancangan import Rancangan

SEKITAR = {
    "pembuka": "{{ naskah.pembuka_tanggal }}, bertanda tangan:",
    "komparisi": "{{ pihak.nama }} disebut {{ pihak.sebutan }}{{ akhiran }}",
    "setelah-pihak": "{{ naskah.sebutan_pihak }} disebut PARA PIHAK.",
    "premis": "Menyatakan:",
    "dasar-hukum": "Berdasarkan:",
    "memperhatikan": "Memperhatikan:",
    "kesepakatan": "Bersepakat tentang {{ naskah.judul }}:",
    "penutup": "Dibuat di {{ naskah.tempat }}.",
}
GAYA = {
    "tanggal": "kapital",
    "pihak": "romawi",
    "premis": "huruf",
    "tanda_tangan": "terbalik",
    "jabatan_di_tanda_tangan": False,
    "paraf": False,
}
SEMUA_JENIS = ["nota-kesepakatan", "kesepakatan-bersama", "perjanjian-kerja-sama"]
SEBUTAN = ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"]


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def to_yaml(data: object) -> str:
    """YAML that reads back as `data`, whatever characters it holds."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=False, width=10_000)


def make_pihak(jumlah: int = 2, **lain: Any) -> list[dict[str, Any]]:
    """Parties named A, B, C, ..., each signed for by someone of its own."""
    return [
        {
            "nama": f"Pemerintah {huruf}",
            "kedudukan": f"Jalan {huruf}",
            "penandatangan": {"nama": f"Nama {huruf}, S.H.", "jabatan": f"Kepala {huruf}"},
            **lain,
        }
        for huruf in "ABCDEFGH"[:jumlah]
    ]


def make_draft(pasal: Any = None, **lain: Any) -> dict[str, Any]:
    """A complete draft; `pasal` may be the text of one pasal, or a list of texts and dicts."""
    if pasal is None or isinstance(pasal, str):
        pasal = [pasal or "Bunyi pasal."]
    daftar = [{"judul": f"Judul {i}", "isi": p} if isinstance(p, str) else p for i, p in enumerate(pasal, 1)]
    dasar: dict[str, Any] = {
        "jenis": "nota-kesepakatan",
        "judul": "Uji Coba",
        "tanggal": "2026-01-02",
        "tempat": "Pasuruan",
        "pihak": make_pihak(),
        "pasal": daftar,
    }
    return dasar | lain


@dataclass
class SmallWorkspace:
    """A workspace folder with helpers to fill it and to assemble drafts in it."""

    folder: Path
    tersimpan: Pustaka | None = None

    def clause(self, nama: str, badan: str, **kepala: Any) -> Path:
        """Write a clause; the head is complete but for what `kepala` says."""
        isi = {"judul": "Judul", "versi": 1, "berlaku_untuk": SEMUA_JENIS, "keterangan": "contoh"} | kepala
        berkas = self.folder / "clauses" / f"{nama}.md"
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(f"---\n{to_yaml(isi)}---\n{badan}\n", encoding="utf-8")
        return berkas

    def write(self, nama: str, data: Any) -> Path:
        """Write a YAML file of the workspace, from data or from text."""
        berkas = self.folder / nama
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(data if isinstance(data, str) else to_yaml(data), encoding="utf-8")
        return berkas

    @property
    def pustaka(self) -> Pustaka:
        return Pustaka(Workspace(self.folder))

    def assemble(self, draft: Any = None) -> Susunan:
        """Assemble a draft given as data or as text of the file."""
        return assemble(
            load_rancangan(self.write("rancangan.yaml", make_draft() if draft is None else draft)), self.pustaka
        )

    def assemble_often(self, draft: dict[str, Any]) -> Susunan:
        """Assemble without reading anything twice: for properties of many examples."""
        if self.tersimpan is None:
            self.tersimpan = self.pustaka
        return assemble(Berkas(Rancangan.model_validate(draft), YamlBerbaris("rancangan.yaml", draft)), self.tersimpan)

    def faults(self, draft: Any = None) -> list[Galat]:
        """What assembling refuses, file names without their folder."""
        try:
            self.assemble(draft)
        except NaskahError as error:
            return [self._shorten(g) for g in error.galat]
        raise AssertionError("rancangan ini seharusnya ditolak")

    def warnings(self, draft: Any = None) -> list[str]:
        """The warnings of a draft that assembles."""
        return [str(self._shorten(g)) for g in self.assemble(draft).peringatan]

    def _shorten(self, g: Galat) -> Galat:
        return Galat(g.pesan, g.berkas and g.berkas.replace(f"{self.folder}/", ""), g.baris, g.kunci)


def make_workspace(folder: Path) -> SmallWorkspace:
    """A workspace with the parts around the pasal and an empty library of pasal."""
    ruang = SmallWorkspace(folder)
    for bagian, badan in SEKITAR.items():
        ruang.clause(f"{bagian}/umum", badan, bagian=bagian)
    bentuk = {"gaya": GAYA, "bagian": {bagian: f"{bagian}/umum" for bagian in SEKITAR}, "wajib": {}}
    ruang.write("clauses/bentuk.yaml", dict.fromkeys(SEMUA_JENIS, bentuk))
    ruang.write("peraturan.yaml", {})
    ruang.write("naskah.yaml", "tanggal_sama: false\n")
    return ruang


def show_isi(isi: Isi) -> str:
    """Spans with their kind: *italics*, [references]."""
    return "".join(
        f"[{s.teks}]" if isinstance(s, Silang) else f"*{s.teks}*" if isinstance(s, Teks) and s.miring else s.teks
        for s in isi
    )


def outline(pasal: Pasal) -> list[str]:
    """A pasal as indented lines: number and text of every unit."""
    return [
        baris
        for ayat in pasal.ayat
        for baris in (
            f"{f'({ayat.nomor}) ' if ayat.nomor else ''}{show_isi(ayat.isi)}",
            *_particulars(ayat, 1),
            *_items(ayat.rincian, 1),
        )
    ]


def _items(rincian: Iterable[Rincian], dalam: int) -> Iterable[str]:
    for satu in rincian:
        yield f"{'  ' * dalam}{satu.tanda} {show_isi(satu.isi)}"
        yield from _particulars(satu, dalam + 1)
        yield from _items(satu.rincian, dalam + 1)


def _particulars(unit: Ayat | Rincian, dalam: int) -> Iterable[str]:
    for isian in unit.isian:
        yield f"{'  ' * dalam}{isian.kunci}: {show_isi(isian.nilai)}"


def only_pasal(susunan: Susunan) -> Pasal:
    """The one pasal of a document."""
    (pasal,) = susunan.naskah.iter_pasal()
    return pasal
