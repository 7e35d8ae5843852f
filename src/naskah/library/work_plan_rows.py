"""Rows of a work plan's sheet -> the data of a RencanaKerja, and the cell that each value came from.

A row begins an activity when its cell under TAHAPAN KEGIATAN holds something of its own; other rows go on with the
activity above (an office each, a text broken over a page). A merged cell says the same for each activity it covers;
a blank programme is the one above. The table ends with the signatures, or with an empty row that no further programme
or activity follows. Nothing between its header and its end is left out unsaid.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from naskah.bahasa.terbilang import urutan
from naskah.library.sheet_cells import Sel
from naskah.library.sheet_merges import Gabungan
from naskah.library.sheet_values import DIBULATKAN, Rusak, is_rounded, name_cell
from naskah.library.work_plan_below import BatasTabel
from naskah.library.work_plan_header import Kepala
from naskah.library.yaml_lines import Jalur
from naskah.model.rencana_kerja import KEGIATAN_TERBANYAK

_YA = frozenset("vx✓✔√☑y")
_TIDAK = frozenset({"-", "–", "0", "tidak"})
_NOMOR_PROGRAM = re.compile(r"\d{1,3}[.)]\s+")
_HURUF = re.compile(r"([a-z])\1*[.)]\s+")
_BUTIR = re.compile(r"(?:[-•–*]|\d{1,2}[.)]|[a-z][.)])\s+")
_BERULANG = ("program", "lokasi", "sumber_dana", "output", "outcome", "berkala")


class PembacaBaris:
    """Collects programmes and activities, row after row; `sel` holds the cell of each path, `galat` the faults."""

    def __init__(self, kepala: Kepala, gabungan: Gabungan) -> None:
        self.kepala, self.gabungan = kepala, gabungan
        self.program: list[dict[str, Any]] = []
        self.sel: dict[Jalur, str] = {}
        self.galat: list[tuple[str, str]] = []
        self.jumlah = 0
        self._terbuka: dict[tuple[int, int], Sel] = {}  # first cells of merged ranges
        self._nama_program = ""

    def read_all(self, baris: Iterable[tuple[int, Mapping[int, Sel]]]) -> None:
        """Every row below the header. Stops at the bound: a longer sheet is no work plan."""
        batas = BatasTabel(self.kepala, self.gabungan, self.galat)
        for nomor, sel in baris:
            milik = {k: s for k, s in sel.items() if k in self.kepala.semua}
            if nomor <= self.kepala.akhir or not batas.holds_row(nomor, sel, milik):
                continue
            self._read_row(nomor, milik)
            if self.jumlah > KEGIATAN_TERBANYAK:
                pesan = f"lebih dari {KEGIATAN_TERBANYAK} kegiatan; bagi menjadi beberapa rencana kerja"
                self.galat.append((name_cell(nomor, self.kepala.kolom["nama"]), pesan))
                return

    @staticmethod
    def _text(milik: Mapping[int, Sel], kolom: int) -> str:
        return milik[kolom].teks if kolom in milik else ""

    def _read_row(self, nomor: int, milik: Mapping[int, Sel]) -> None:
        for kolom, sel in milik.items():
            if isinstance(sel.nilai, Rusak):
                self.galat.append((sel.alamat, f"sel ini {sel.nilai.sebab}"))
            elif is_rounded(sel.nilai):
                self.galat.append((sel.alamat, f"sel ini {DIBULATKAN}"))
            self._terbuka[nomor, kolom] = sel
        nama = self._text(milik, self.kepala.kolom["nama"])
        self._read_program(nomor, milik)
        if nama:
            self._start_activity(nomor, nama)
        elif any(k != self.kepala.kolom["program"] for k in milik):
            self._continue_activity(nomor, milik)

    def _find(self, nomor: int, kolom: int) -> str:
        """The text of a cell, or of the merged range that covers it."""
        sel = self._terbuka.get(self.gabungan.find(nomor, kolom) or (nomor, kolom))
        return sel.teks if sel is not None else ""

    def _read_program(self, nomor: int, milik: Mapping[int, Sel]) -> None:
        kolom = self.kepala.kolom["program"]
        nama = _join(_NOMOR_PROGRAM.sub("", self._text(milik, kolom), count=1))
        if nama and nama != self._nama_program:
            jalur = ("program", len(self.program))
            self.sel[jalur] = self.sel[*jalur, "nama"] = self.sel[*jalur, "kegiatan"] = name_cell(nomor, kolom)
            self.program.append({"nama": nama, "kegiatan": []})
            self._nama_program = nama

    def _start_activity(self, nomor: int, teks: str) -> None:
        if not self.program:
            alamat = name_cell(nomor, self.kepala.kolom["program"])
            self.galat.append((alamat, "program kegiatan ini belum disebut; isi pada baris pertamanya"))
            self.program.append({"nama": "?", "kegiatan": []})
        self.jumlah += 1
        kegiatan: dict[str, Any] = {}
        jalur: Jalur = ("program", len(self.program) - 1, "kegiatan", len(self.program[-1]["kegiatan"]))
        self.program[-1]["kegiatan"].append(kegiatan)
        self.sel[jalur] = name_cell(nomor, self.kepala.kolom["nama"])
        kegiatan["nama"], kegiatan["tahapan"] = _split_stages(teks)
        for kunci in _BERULANG[1:]:
            if kunci in self.kepala.kolom:
                self.sel[*jalur, kunci] = name_cell(nomor, self.kepala.kolom[kunci])
                if isi := _join(self._find(nomor, self.kepala.kolom[kunci])):
                    kegiatan[kunci] = isi
        self._read_years(nomor, jalur, kegiatan)
        self._read_tasks(nomor, jalur, kegiatan)

    def _read_years(self, nomor: int, jalur: Jalur, kegiatan: dict[str, Any]) -> None:
        self.sel[*jalur, "tahun"] = name_cell(nomor, min(self.kepala.tahun.values()))
        dipilih = {t for t, kolom in self.kepala.tahun.items() if self._is_marked(nomor, kolom)}
        kegiatan["tahun"] = sorted(dipilih | set(kegiatan.get("tahun", ())))

    def _is_marked(self, nomor: int, kolom: int) -> bool:
        teks = self._find(nomor, kolom).lower()
        if not teks or teks in _TIDAK:
            return False
        if teks in _YA or teks in ("ya", "true") or re.fullmatch(r"\d[\d.,]*\s*%?", teks):
            return True
        alamat = name_cell(nomor, kolom)
        self.galat.append((alamat, f"tanda {teks!r} tidak dikenal; isi V bila kegiatan berjalan pada tahun itu"))
        return False

    def _read_tasks(self, nomor: int, jalur: Jalur, kegiatan: dict[str, Any]) -> None:
        tugas: dict[str, dict[str, Any]] = {}
        self.sel[*jalur, "tugas"] = name_cell(nomor, min(self.kepala.tugas.values()))
        for (pihak, kunci), kolom in self.kepala.tugas.items():
            nama = urutan(pihak + 1)
            self.sel[*jalur, "tugas", nama, kunci] = name_cell(nomor, kolom)
            if teks := self._find(nomor, kolom):
                tugas.setdefault(nama, {})[kunci] = _split_offices(teks) if kunci != "kegiatan" else _join(teks)
        kegiatan["tugas"] = tugas

    def _continue_activity(self, nomor: int, milik: Mapping[int, Sel]) -> None:
        """Add a row without an activity of its own to the one above."""
        if not self.program or not self.program[-1]["kegiatan"]:
            alamat = name_cell(nomor, self.kepala.kolom["nama"])
            self.galat.append((alamat, "tahapan kegiatan pada baris ini belum diisi"))
            return
        kegiatan = self.program[-1]["kegiatan"][-1]
        for kunci in _BERULANG[1:]:
            if teks := _join(self._text(milik, self.kepala.kolom.get(kunci, 0))):
                kegiatan[kunci] = f"{kegiatan[kunci]} {teks}" if kunci in kegiatan else teks
        for (pihak, kunci), kolom in self.kepala.tugas.items():
            if not (teks := self._text(milik, kolom)):
                continue
            milik_pihak = kegiatan["tugas"].setdefault(urutan(pihak + 1), {})
            if kunci == "kegiatan":
                milik_pihak[kunci] = f"{milik_pihak[kunci]} {_join(teks)}" if kunci in milik_pihak else _join(teks)
            else:
                milik_pihak[kunci] = [*milik_pihak.get(kunci, ()), *_split_offices(teks)]
        tanda = {t for t, kolom in self.kepala.tahun.items() if kolom in milik and self._is_marked(nomor, kolom)}
        kegiatan["tahun"] = sorted(tanda | set(kegiatan["tahun"]))


def _join(teks: str) -> str:
    """A text broken over lines of its cell as one line."""
    return " ".join(teks.split())


def _split_offices(teks: str) -> list[str]:
    """Several offices in a cell: one a line, or with ";" between them."""
    butir = (_BUTIR.sub("", b.strip(), count=1).strip(" .,;") for b in re.split(r"[\n;]", teks))
    return [_join(b) for b in butir if b]


def _split_stages(teks: str) -> tuple[str, list[str]]:
    """The activity without its letter, and its own stages: the lines below it that bear a mark."""
    nama, *baris = [b.strip() for b in _HURUF.sub("", teks.strip(), count=1).split("\n") if b.strip()]
    tahapan: list[str] = []
    for satu in baris:
        if cocok := _BUTIR.match(satu):
            tahapan.append(satu[cocok.end() :].strip(" ;"))
        elif tahapan:
            tahapan[-1] += f" {satu}"
        else:
            nama += f" {satu}"
    return _join(nama), [_join(t) for t in tahapan]
