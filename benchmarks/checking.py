"""Recall and precision of the checker, by code, over documents whose faults are known; and how fast it is.

    .venv/bin/python benchmarks/checking.py FOLDER EXPECTED [--judged JUDGED] [--show] [--speed]

EXPECTED (.yaml or .csv) lists the findings that must be there:

    - {berkas: 000, kode: A05, letak: Komparisi PIHAK KESATU, kata: 6 Januari}

`berkas` is how the file's name begins; `kode` may name several ("I03 | K01"); `letak` and `kata` (both may be left
out) must occur in the place and in the words or sentences of the finding, whatever their case. JUDGED has the same
columns and `benar: true` or `false`: every finding that was judged by hand. Without it a finding counts as right
when it was expected, and the rest is shown as not judged.
"""

import argparse
import csv
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from naskah.checking.finding import Keparahan, Temuan
from naskah.checking.report import Laporan
from naskah.publishing.examination import examine

DIBACA = (".docx", ".txt", ".md")
BENAR = {"true", "ya", "benar", "1"}


@dataclass(frozen=True)
class Harapan:
    """A finding that must be there, or that was judged."""

    berkas: str
    kode: tuple[str, ...]
    letak: str
    kata: str
    benar: bool

    def matches(self, laporan: Laporan, temuan: Temuan) -> bool:
        if temuan.kode not in self.kode or not Path(laporan.berkas).name.startswith(self.berkas):
            return False
        bunyi = " ".join((temuan.kutipan, temuan.pesan, temuan.saran, temuan.sebelum, temuan.sesudah))
        return _holds(temuan.letak, self.letak) and _holds(bunyi, self.kata)


def _holds(teks: str, dicari: str) -> bool:
    return " ".join(dicari.split()).casefold() in " ".join(teks.split()).casefold()


def load(path: Path) -> list[Harapan]:
    """Read a list of findings."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as berkas:
            data: list[dict[str, Any]] = list(csv.DictReader(berkas))
    else:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_read(satu) for satu in data]


def _read(data: dict[str, Any]) -> Harapan:
    kode = tuple(satu.strip() for satu in str(data["kode"]).split("|"))
    benar = str(data.get("benar", "true")).strip().lower() in BENAR
    berkas = data["berkas"]
    # YAML reads 000 as a number.
    nama = f"{berkas:03}" if isinstance(berkas, int) else str(berkas)
    return Harapan(nama, kode, str(data.get("letak") or ""), str(data.get("kata") or ""), benar)


def print_recall(semua: Sequence[Laporan], harapan: Sequence[Harapan]) -> None:
    ditemukan: dict[str, list[bool]] = defaultdict(list)
    hilang = []
    for satu in harapan:
        ada = any(satu.matches(laporan, t) for laporan in semua for t in laporan.temuan)
        ditemukan[satu.kode[0]].append(ada)
        if not ada:
            hilang.append(satu)
    print(f"{'code':<6}{'expected':>10}{'found':>8}{'recall':>8}")
    for kode, hasil in sorted(ditemukan.items()):
        print(f"{kode:<6}{len(hasil):>10}{sum(hasil):>8}{sum(hasil) / len(hasil):>8.0%}")
    jumlah = sum(map(sum, ditemukan.values()))
    print(f"{'all':<6}{len(harapan):>10}{jumlah:>8}{jumlah / max(len(harapan), 1):>8.0%}")
    for satu in hilang:
        print(f"  missing: {satu.berkas} {'|'.join(satu.kode)} {satu.letak!r} {satu.kata!r}")


def print_precision(
    semua: Sequence[Laporan], harapan: Sequence[Harapan], dinilai: Sequence[Harapan], *, show: bool
) -> None:
    hitung: dict[str, Counter[str]] = defaultdict(Counter)
    for laporan in semua:
        for temuan in laporan.temuan:
            nilai = judge(laporan, temuan, harapan, dinilai)
            berat = "saran" if temuan.keparahan is Keparahan.SARAN else "galat, peringatan"
            for baris in (temuan.kode, f"all {berat}"):
                hitung[baris][nilai] += 1
            if show or nilai != "right":
                tempat = f"{laporan.satuan} {temuan.tempat.baris}" if temuan.tempat else "-"
                nama = Path(laporan.berkas).name[:12]
                print(f"  {nilai:<11} {nama} {temuan.kode} {temuan.keparahan} {temuan.letak} ({tempat})")
                print(f"              {temuan.pesan} | {' '.join(temuan.kutipan.split())[:80]}")
    print(f"{'code':<24}{'right':>7}{'wrong':>7}{'not judged':>12}{'precision':>11}")
    for kode, satu in sorted(hitung.items()):
        pasti = satu["right"] + satu["wrong"]
        ketepatan = f"{satu['right'] / pasti:.0%}" if pasti else "-"
        print(f"{kode:<24}{satu['right']:>7}{satu['wrong']:>7}{satu['not judged']:>12}{ketepatan:>11}")


def judge(laporan: Laporan, temuan: Temuan, harapan: Iterable[Harapan], dinilai: Iterable[Harapan]) -> str:
    """Whether a finding is right, by the list of the judged, else by the list of the expected."""
    for satu in dinilai:
        if satu.matches(laporan, temuan):
            return "right" if satu.benar else "wrong"
    return "right" if any(satu.matches(laporan, temuan) for satu in harapan) else "not judged"


def print_speed(berkas: Sequence[Path], putaran: int = 5) -> None:
    examine(berkas[0])  # loads the rules
    for satu in berkas:
        waktu = []
        for _ in range(putaran):
            mulai = time.process_time()
            examine(satu)
            waktu.append(time.process_time() - mulai)
        print(f"{satu.name:<40}{satu.stat().st_size // 1000:>7} kB{min(waktu) * 1000:>9.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description="Recall and precision of the checker.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("expected", type=Path)
    parser.add_argument("--judged", type=Path)
    parser.add_argument("--show", action="store_true", help="every finding, not only those that are not right")
    parser.add_argument("--speed", action="store_true", help="CPU time of each file, best of five")
    pilihan = parser.parse_args()
    berkas = sorted(satu for satu in pilihan.folder.iterdir() if satu.suffix in DIBACA)
    if not berkas:
        print(f"no documents in {pilihan.folder}", file=sys.stderr)
        return 2
    semua = [examine(satu) for satu in berkas]
    for laporan in semua:
        for galat in laporan.galat:
            print(f"not read: {galat}")
        print(f"{Path(laporan.berkas).name}: {laporan.jenis}, {len(laporan.temuan)} findings, ", end="")
        print(f"{len(laporan.sisa)} paragraphs not understood, {len(laporan.asing)} regulations unknown")
    harapan = load(pilihan.expected)
    print_recall(semua, harapan)
    print_precision(semua, harapan, load(pilihan.judged) if pilihan.judged else [], show=pilihan.show)
    if pilihan.speed:
        print_speed(berkas)
    return 0


if __name__ == "__main__":
    sys.exit(main())
