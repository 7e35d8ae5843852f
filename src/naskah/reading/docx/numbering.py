"""The numbers that Word prints before paragraphs: lists, their levels and counters (ECMA-376 17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import huruf, romawi
from naskah.reading.docx.package import W

BULIR = "\u2022"
_LETAK = re.compile(r"%([1-9])")
_GAYA_BERANTAI = 20  # styles based on one another; a circle ends there


@dataclass(frozen=True, slots=True)
class Tingkat:
    """One level of a list."""

    teks: str
    bentuk: str
    mulai: int
    ulang: int | None  # restarts after this level (1-based) or one above it; 0: never; None: after any above it
    desimal: bool  # all its numbers are shown as decimals


@dataclass(frozen=True, slots=True)
class _Daftar:
    """A list as paragraphs name it: its levels, the counters it shares, and where it starts anew."""

    kunci: str
    tingkat: dict[int, Tingkat]
    mulai_baru: dict[int, int]


class Penomoran:
    """Word's counters, advanced paragraph by paragraph."""

    def __init__(self, styles: Any | None, numbering: Any | None) -> None:
        self._gaya = {} if styles is None else {s.get(f"{W}styleId"): s for s in styles.iter(f"{W}style")}
        self._baku = next((n for n, s in self._gaya.items() if _is_default(s)), None)
        self._abstrak: dict[str, Any] = {}
        self._num: dict[str, Any] = {}
        for satu in numbering if numbering is not None else ():
            if satu.tag == f"{W}abstractNum":
                self._abstrak[satu.get(f"{W}abstractNumId")] = satu
            elif satu.tag == f"{W}num":
                self._num[satu.get(f"{W}numId")] = satu
        self._daftar: dict[str, _Daftar | None] = {}
        self._dari_gaya: dict[str | None, tuple[str, int] | None] = {}
        self._hitung: dict[str, dict[int, int]] = {}
        self._dimulai: set[tuple[str, int]] = set()

    def style_name(self, id_gaya: str | None) -> str:
        """Return the name of a style as Word shows it."""
        nama = self._gaya.get(id_gaya or self._baku)
        return (_val(nama, "name") if nama is not None else None) or id_gaya or ""

    def next_number(self, paragraf: Any) -> str:
        """Return the number of the next paragraph as printed: "Pasal 1", "(1)", "a.", a bullet, or ""."""
        letak = self._place(paragraf)
        daftar = self._list(letak[0]) if letak else None
        if letak is None or daftar is None or letak[1] not in daftar.tingkat:
            return ""
        num_id, tingkat = letak
        hitung = self._hitung.setdefault(daftar.kunci, {})
        self._start_anew(num_id, daftar, hitung, tingkat)
        lvl = daftar.tingkat[tingkat]
        hitung[tingkat] = hitung[tingkat] + 1 if tingkat in hitung else lvl.mulai
        for bawah in [t for t in hitung if t > tingkat and _restarts(daftar.tingkat.get(t), tingkat)]:
            del hitung[bawah]
        return _print(daftar, hitung, lvl)

    def _start_anew(self, num_id: str, daftar: _Daftar, hitung: dict[int, int], tingkat: int) -> None:
        """A list with a start of its own begins there when it is first used, once for each level."""
        if tingkat in daftar.mulai_baru and (num_id, tingkat) not in self._dimulai:
            self._dimulai.add((num_id, tingkat))
            hitung[tingkat] = daftar.mulai_baru[tingkat] - 1

    def _place(self, paragraf: Any) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, else those of its style; None: it has no number."""
        pr = paragraf.find(f"{W}pPr")
        gaya = _val(pr, "pStyle")
        sendiri = None if pr is None else pr.find(f"{W}numPr")
        num_id, ilvl = _val(sendiri, "numId"), _val(sendiri, "ilvl")
        if num_id is None:
            dari_gaya = self._of_style(gaya if gaya in self._gaya else self._baku)
            return dari_gaya if dari_gaya is None or ilvl is None else (dari_gaya[0], _number(ilvl))
        if num_id == "0":
            return None
        if ilvl is None:
            return num_id, self._level_of_style(num_id, gaya) or 0
        return num_id, _number(ilvl)

    def _of_style(self, gaya: str | None) -> tuple[str, int] | None:
        if gaya not in self._dari_gaya:
            self._dari_gaya[gaya] = self._look_up(gaya)
        return self._dari_gaya[gaya]

    def _look_up(self, gaya: str | None) -> tuple[str, int] | None:
        rantai, ilvl = [gaya], None
        for _ in range(_GAYA_BERANTAI):
            unsur = self._gaya.get(rantai[-1])
            if unsur is None:
                return None
            pr = unsur.find(f"{W}pPr/{W}numPr")
            ilvl = ilvl or _val(pr, "ilvl")
            num_id = _val(pr, "numId")
            if num_id == "0":
                return None
            if num_id is not None:
                terikat = (self._level_of_style(num_id, satu) for satu in rantai)
                tingkat = next((t for t in terikat if t is not None), None)
                return num_id, _number(ilvl) if tingkat is None else tingkat
            rantai.append(_val(unsur, "basedOn"))
        return None

    def _level_of_style(self, num_id: str, gaya: str | None) -> int | None:
        """The level that a list binds to a style."""
        abstrak = self._abstract(num_id)
        for lvl in abstrak.findall(f"{W}lvl") if abstrak is not None and gaya else ():
            if _val(lvl, "pStyle") == gaya:
                return _number(lvl.get(f"{W}ilvl"))
        return None

    def _abstract(self, num_id: str) -> Any | None:
        """The definition of a list; one that only names a list style is looked up there (17.9.21)."""
        for _ in range(_GAYA_BERANTAI):
            abstrak = self._abstrak.get(_val(self._num.get(num_id), "abstractNumId") or "")
            tautan = _val(abstrak, "numStyleLink")
            if tautan is None:
                return abstrak
            gaya = self._gaya.get(tautan)
            num_id = _val(gaya.find(f"{W}pPr/{W}numPr"), "numId") or "" if gaya is not None else ""
        return None

    def _list(self, num_id: str) -> _Daftar | None:
        if num_id not in self._daftar:
            self._daftar[num_id] = self._read_list(num_id)
        return self._daftar[num_id]

    def _read_list(self, num_id: str) -> _Daftar | None:
        abstrak = self._abstract(num_id)
        if abstrak is None:
            return None
        tingkat = {_number(lvl.get(f"{W}ilvl")): _read_level(lvl) for lvl in abstrak.findall(f"{W}lvl")}
        mulai_baru: dict[int, int] = {}
        for ganti in self._num[num_id].findall(f"{W}lvlOverride") if num_id in self._num else ():
            letak = _number(ganti.get(f"{W}ilvl"))
            lvl = ganti.find(f"{W}lvl")
            if lvl is not None:
                tingkat[letak] = _read_level(lvl)
            mulai = _val(ganti, "startOverride")
            if mulai is not None:
                mulai_baru[letak] = _number(mulai)
        return _Daftar(abstrak.get(f"{W}abstractNumId"), tingkat, mulai_baru)


def _read_level(lvl: Any) -> Tingkat:
    ulang = _val(lvl, "lvlRestart")
    bentuk = next((b for b in lvl.iter(f"{W}numFmt")), None)
    return Tingkat(
        teks=_val(lvl, "lvlText") or "",
        bentuk="decimal" if bentuk is None else bentuk.get(f"{W}val") or "decimal",
        mulai=_number(_val(lvl, "start")),
        ulang=None if ulang is None else _number(ulang),
        desimal=lvl.find(f"{W}isLgl") is not None,
    )


def _restarts(lvl: Tingkat | None, dipakai: int) -> bool:
    return lvl is None or lvl.ulang is None or dipakai < lvl.ulang


def _print(daftar: _Daftar, hitung: dict[int, int], lvl: Tingkat) -> str:
    if lvl.bentuk == "bullet":
        return _bullet(lvl.teks)

    def number(cocok: re.Match[str]) -> str:
        letak = int(cocok[1]) - 1
        atas = daftar.tingkat.get(letak)
        if atas is None:
            return ""
        nilai = hitung.get(letak, atas.mulai)
        return str(nilai) if lvl.desimal and atas.bentuk != "none" else format_number(nilai, atas.bentuk)

    return _LETAK.sub(number, lvl.teks).replace("\u00a0", " ")


def _bullet(teks: str) -> str:
    """A bullet as it looks; one of a symbol font has no character of its own."""
    return BULIR if not teks.strip() or any("\ue000" <= satu <= "\uf8ff" for satu in teks) else teks


def format_number(n: int, bentuk: str) -> str:
    """Return a number in one of Word's formats; one that Indonesian documents do not use is shown in digits."""
    buat = _BENTUK.get(bentuk)
    try:
        return str(n) if buat is None else buat(n)
    except BahasaError:  # no letter for 0, no Roman numeral for 4000
        return str(n)


_BENTUK: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "lowerLetter": huruf,
    "upperLetter": lambda n: huruf(n).upper(),
    "lowerRoman": lambda n: romawi(n).lower(),
    "upperRoman": romawi,
    "decimalZero": lambda n: f"{n:02}",
    "ordinal": lambda n: f"{n}.",
}


def _is_default(gaya: Any) -> bool:
    return gaya.get(f"{W}type") == "paragraph" and gaya.get(f"{W}default") in ("1", "true", "on")


def _val(unsur: Any | None, nama: str) -> str | None:
    ada = None if unsur is None else unsur.find(f"{W}{nama}")
    return None if ada is None else ada.get(f"{W}val")


def _number(teks: str | None) -> int:
    """A whole number of the file; 0 for what is none, and bounded, so that no number grows without end."""
    try:
        return max(0, min(int(teks or ""), 1_000_000))
    except ValueError:
        return 0
