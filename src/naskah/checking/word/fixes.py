"""Safe remedies as tracked changes, in a copy of the file that was checked: accepted or refused in Word."""

from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from naskah.checking.finding import Perbaikan, Temuan
from naskah.checking.word.comments import PENULIS
from naskah.checking.word.copying import dump, open_copyable, write_copy
from naskah.checking.word.stretches import cut, matches, runs_between
from naskah.reading.docx.package import W
from naskah.reading.docx.runs import Potongan, iter_paragraphs, own_text

_SPASI = "{http://www.w3.org/XML/1998/namespace}space"
# Where a change can be put in; elsewhere it would stand in another's change, or in a field that Word makes anew.
_WADAH = (f"{W}p", f"{W}hyperlink", f"{W}smartTag", f"{W}sdtContent")


@dataclass(frozen=True, slots=True)
class HasilPerbaikan:
    """Which remedies were applied, and which were not, each with the reason."""

    diterapkan: tuple[Temuan, ...]
    dilewati: tuple[tuple[Temuan, str], ...]


def write_fixes(asal: Path, temuan: Sequence[Temuan], tujuan: Path, waktu: datetime) -> HasilPerbaikan:
    """Write a copy of `asal` with the remedies of these findings as tracked changes.

    Raises:
        NaskahError: the file cannot be read, or not be changed.
        OSError: the place cannot be written.
    """
    paket = open_copyable(asal)
    with paket.zip:
        perbaik = _Perbaik(paket.document, waktu)
        hasil = perbaik.apply(temuan)
        write_copy(paket, tujuan, {paket.utama: dump(paket.document)} if hasil.diterapkan else {})
    return hasil


class _Perbaik:
    """Puts tracked changes into a document."""

    def __init__(self, akar: Any, waktu: datetime) -> None:
        self._akar = akar
        self._sifat = {
            f"{W}author": PENULIS,
            f"{W}date": waktu.replace(microsecond=0, tzinfo=None).isoformat() + "Z",
        }
        ada = (satu.get(f"{W}id", "") for satu in akar.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"))
        self._nomor = max((int(n) for n in ada if n.isascii() and n.isdigit()), default=0)

    def apply(self, temuan: Sequence[Temuan]) -> HasilPerbaikan:
        """Apply the remedies; those that do not fit what stands there are left out."""
        paragraf = list(iter_paragraphs(self._akar))
        per_paragraf: dict[int, list[Temuan]] = defaultdict(list)
        dilewati: list[tuple[Temuan, str]] = []
        for satu in temuan:
            if satu.tempat and 0 <= satu.tempat.alinea < len(paragraf):
                per_paragraf[satu.tempat.alinea].append(satu)
            else:
                dilewati.append((satu, "tempatnya di luar isi dokumen"))
        diterapkan: list[Temuan] = []
        for di, isi in sorted(per_paragraf.items()):
            diterapkan += self._mend(paragraf[di], isi, dilewati)
        return HasilPerbaikan(tuple(diterapkan), tuple(dilewati))

    def _mend(self, paragraf: Any, temuan: Sequence[Temuan], dilewati: list[tuple[Temuan, str]]) -> list[Temuan]:
        cocok = _choose(own_text(paragraf), temuan, dilewati)
        potongan = cut(paragraf, {batas for _, p in cocok for batas in (p.awal, p.akhir)})
        bidang = _runs_in_fields(paragraf)
        hasil = []
        for satu, perbaikan in cocok:
            runs = runs_between(potongan, perbaikan.awal, perbaikan.akhir)
            dekat, sesudah = (runs[-1], True) if runs else _nearest(potongan, perbaikan.awal)
            if dekat is None or any(r.getparent().tag not in _WADAH or r in bidang for r in (*runs, dekat)):
                dilewati.append((satu, "tempatnya di dalam bidang Word atau perubahan terlacak orang lain"))
                continue
            self._replace(runs, dekat, perbaikan.ganti, sesudah=sesudah)
            hasil.append(satu)
        return hasil

    def _replace(self, runs: Sequence[Any], dekat: Any, ganti: str, *, sesudah: bool) -> None:
        """Delete runs, and insert text beside the run `dekat`."""
        if ganti:
            sisipan = self._change("ins")
            run = sisipan.makeelement(f"{W}r")
            sifat = dekat.find(f"{W}rPr")
            if sifat is not None:
                run.append(deepcopy(sifat))
            teks = run.makeelement(f"{W}t", {_SPASI: "preserve"})
            teks.text = ganti
            run.append(teks)
            sisipan.append(run)
            (dekat.addnext if sesudah else dekat.addprevious)(sisipan)
        for run in runs:
            hapusan = self._change("del")
            run.addprevious(hapusan)
            hapusan.append(run)
            for teks in run.findall(f"{W}t"):
                teks.tag = f"{W}delText"
                teks.set(_SPASI, "preserve")

    def _change(self, nama: str) -> Any:
        self._nomor += 1
        return self._akar.makeelement(f"{W}{nama}", {f"{W}id": str(self._nomor), **self._sifat})


def _choose(teks: str, temuan: Sequence[Temuan], dilewati: list[tuple[Temuan, str]]) -> list[tuple[Temuan, Perbaikan]]:
    """The remedies that fit the paragraph as it stands, in order; of two that overlap, the first."""
    hasil: list[tuple[Temuan, Perbaikan]] = []
    urut = sorted(((t, t.perbaikan) for t in temuan if t.perbaikan), key=lambda satu: (satu[1].awal, satu[1].akhir))
    for satu, perbaikan in urut:
        if not matches(teks, perbaikan.awal, perbaikan.akhir, satu.kutipan):
            dilewati.append((satu, "kata-katanya tidak utuh di satu alinea"))
        elif hasil and _touch(hasil[-1][1], perbaikan):
            dilewati.append((satu, "bersinggungan dengan perbaikan lain; periksa lagi sesudahnya"))
        else:
            hasil.append((satu, perbaikan))
    return hasil


def _touch(pertama: Perbaikan, kedua: Perbaikan) -> bool:
    """Whether two remedies overlap; what is only put in has no words of its own, so it may not stand at a border."""
    menyisip = pertama.awal == pertama.akhir or kedua.awal == kedua.akhir
    return kedua.awal < pertama.akhir or (menyisip and kedua.awal == pertama.akhir)


def _nearest(potongan: Sequence[Potongan], di: int) -> tuple[Any | None, bool]:
    """The run beside a place without text of its own, and whether the place is behind it."""
    for satu in potongan:
        if satu.run is not None and satu.awal + len(satu.teks) == di:
            return satu.run, True
        if satu.run is not None and satu.awal == di:
            return satu.run, False
    return None, False


def _runs_in_fields(paragraf: Any) -> set[Any]:
    """The runs between the begin and the end of a field: Word writes them anew."""
    hasil, dalam = set(), 0
    for unsur in paragraf.iter(f"{W}r", f"{W}fldChar"):
        if unsur.tag == f"{W}fldChar":
            dalam += {"begin": 1, "end": -1}.get(unsur.get(f"{W}fldCharType"), 0)
        elif dalam > 0:
            hasil.add(unsur)
    return hasil
