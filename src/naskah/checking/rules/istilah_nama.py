"""One name, one spelling: who signs, places, offices, abbreviations (UU 12/2011 Lampiran II angka 248)."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from sys import intern

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.organs import Kantor, Senama, is_kantor, list_appointed, list_responsible
from naskah.checking.pointing import point_at, point_outside
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import Peran
from naskah.model.naskah import Naskah, PihakNaskah
from naskah.reading.parts import Bagian

_DATA = Path(__file__).parents[1] / "data" / "nama_tempat.json"
_GELAR_DEPAN = re.compile(r"^(?:(?:Prof|Drs?|Dra|Ir|Hj?|KH|dr|drg|Apt|Ns|St)\.\s*)+(?=\w)", re.IGNORECASE)
_MIRIP = 0.75


@aturan(
    "I05",
    Keparahan.PERINGATAN,
    "satu nama dengan dua ejaan",
    alasan=(
        "Nama orang, tempat, dan lembaga ditulis sama di seluruh naskah; nama penanda tangan sama dengan yang pada "
        "komparisi, supaya jelas siapa yang mengikatkan diri (KUH Perdata Pasal 1320; Lampiran II angka 248)."
    ),
    salah="Komparisi: SARI WULANDARI. Tanda tangan: SARI WULANDARY.",
    benar="Komparisi: SARI WULANDARI. Tanda tangan: SARI WULANDARI.",
)
def check_names(konteks: Konteks) -> Iterator[Temu]:
    """Signatures against the presentation of the parties, places, abbreviations, and offices of the Rencana Kerja."""
    naskah = konteks.perjanjian
    if naskah is not None:
        yield from _check_signatories(konteks, naskah)
        yield from _check_offices([*list_appointed(konteks), *list_responsible(naskah)])
    yield from _check_places(konteks)
    yield from _check_abbreviations(konteks)


def _check_signatories(konteks: Konteks, naskah: Naskah) -> Iterator[Temu]:
    pihak = {_fold(satu.sebutan): satu for satu in naskah.pihak}
    for nama, baris in (
        ("Blok tanda tangan", naskah.tanda_tangan),
        *(("Blok tanda tangan lampiran", satu.tanda_tangan) for satu in naskah.lampiran),
    ):
        for blok in (satu for sebaris in baris for satu in sebaris):
            siapa = pihak.get(_fold(blok.sebutan))
            if siapa is None or not _strip(blok.nama) or not _strip(siapa.nama_penandatangan):
                continue
            if _strip(siapa.nama_penandatangan) != _strip(blok.nama):
                yield _say_signatory(konteks, siapa, blok.nama, nama)
            elif abs(len(_list_words(siapa.nama_penandatangan)) - len(_list_words(blok.nama))) == 1:
                yield _say_signatory(konteks, siapa, blok.nama, nama, Keparahan.PERINGATAN)


def _strip(nama: str) -> str:
    """A name without titles before and after it, its letters only."""
    return _fold("".join(_list_words(nama)))


def _list_words(nama: str) -> list[str]:
    return _GELAR_DEPAN.sub("", nama.partition(",")[0].strip()).split()


def _say_signatory(
    konteks: Konteks, pihak: PihakNaskah, nama: str, letak: str, keparahan: Keparahan = Keparahan.GALAT
) -> Temu:
    semula = pihak.nama_penandatangan
    if SequenceMatcher(None, _strip(semula), _strip(nama), autojunk=False).ratio() >= _MIRIP:
        pesan = f'{pihak.sebutan} pada komparisi "{semula}", di sini "{nama}".'
        saran = "Samakan ejaannya; cocokkan dengan kartu identitas atau surat pengangkatannya."
    else:
        pesan = f'Yang menandatangani bagi {pihak.sebutan} "{nama}", padahal pada komparisi "{semula}".'
        saran = "Periksa siapa yang menandatangani."
    return point_outside(konteks, Peran.TANDA_TANGAN, nama, letak, pesan, saran, keparahan)


_KATA_NAMA = re.compile(r"\b[A-Z][a-z]+\b")
# Shorter pairs join to a word by chance.
_TERPENDEK = 7


@cache
def _load_places() -> dict[str, str]:
    """Official names of places by their letters."""
    return {_fold(satu): satu for satu in json.loads(_DATA.read_bytes())}


def _check_places(konteks: Konteks) -> Iterator[Temu]:
    """A name of two words that also stands as one, of any place, street, or firm."""
    # Hardly a document has any: first only whether, then where.
    nama = [bagian.recall(_list_names) for bagian in konteks.bagian]
    satu, dua = (set[str]().union(*(himpunan[i] for himpunan in nama)) for i in (0, 1))
    kembar = (satu & dua) - konteks.kamus.kata_baku.keys()
    if not kembar:
        return
    satu_kata: dict[str, list[tuple[Bagian, int, int]]] = defaultdict(list)
    dua_kata: dict[str, list[tuple[Bagian, int, int]]] = defaultdict(list)
    for bagian in konteks.bagian:
        for huruf, awal, akhir, terpisah in bagian.recall(_iter_names):
            (dua_kata if terpisah else satu_kata)[huruf].append((bagian, awal, akhir))
    for gabung in sorted(kembar):
        resmi = _load_places().get(gabung)
        gabung_benar = " " not in resmi if resmi else len(satu_kata[gabung]) >= len(dua_kata[gabung])
        salah, benar = (dua_kata, satu_kata) if gabung_benar else (satu_kata, dua_kata)
        yield _say_place(salah[gabung], benar[gabung][0], resmi)


def _list_names(bagian: Bagian) -> tuple[frozenset[str], frozenset[str]]:
    """The words with a capital, and those that two in a row join to."""
    semua = bagian.recall(_iter_names)
    return frozenset(huruf for huruf, *_, dua in semua if not dua), frozenset(huruf for huruf, *_, dua in semua if dua)


def _iter_names(bagian: Bagian) -> Iterator[tuple[str, int, int, bool]]:
    """Yield the words with a capital, and two in a row joined to one: the word, where it stands, whether it is two."""
    lalu: re.Match[str] | None = None
    for kata in _KATA_NAMA.finditer(bagian.teks):
        huruf = kata[0].casefold()
        if len(huruf) >= _TERPENDEK:
            yield intern(huruf), kata.start(), kata.end(), False
        if lalu is not None and bagian.teks[lalu.end() : kata.start()].isspace():
            gabung = lalu[0].casefold() + huruf
            if len(gabung) >= _TERPENDEK:
                yield intern(gabung), lalu.start(), kata.end(), True
        lalu = kata


def _say_place(salah: Sequence[tuple[Bagian, int, int]], benar: tuple[Bagian, int, int], resmi: str | None) -> Temu:
    bagian, awal, akhir = salah[0]
    lain, dari, sampai = benar
    ejaan = lain.teks[dari:sampai]
    pesan = f'Nama ini di sini "{bagian.teks[awal:akhir]}", pada {lain.letak} "{ejaan}".'
    saran = f'Nama resminya "{resmi}".' if resmi else f'Samakan; yang lebih sering dipakai "{ejaan}".'
    keparahan = None if resmi else Keparahan.SARAN  # two names may differ by a space alone
    return Temu(bagian, pesan, saran, awal, akhir, keparahan=keparahan)


def _check_abbreviations(konteks: Konteks) -> Iterator[Temu]:
    """Two short forms for one name, and one for two names."""
    semua = konteks.fakta.singkatan
    panjang = {_fold(satu.kepanjangan): satu for satu in reversed(semua) if satu.kepanjangan}
    pendek = {satu.singkatan: satu for satu in reversed(semua) if satu.kepanjangan}
    for satu in semua:
        teks = satu.sumber.bagian.teks[: satu.sumber.awal]
        if not satu.kepanjangan:
            # Its letters do not fit the words before it; do those of another short form for the same words?
            depan = _fold(teks[-200:])
            lain = next((p for nama, p in panjang.items() if depan.endswith(nama)), None)
            if lain is not None and lain.singkatan != satu.singkatan:
                kini = f'"{lain.kepanjangan}" disingkat "{satu.singkatan}" di sini'
                pesan = f'{kini}, "{lain.singkatan}" pada {lain.sumber.letak}.'
                yield point_at(satu.sumber, pesan, f'Pakai satu singkatan; hurufnya cocok dengan "{lain.singkatan}".')
        elif _fold(pendek[satu.singkatan].kepanjangan) != _fold(satu.kepanjangan):
            lain = pendek[satu.singkatan]
            pesan = f'"{satu.singkatan}" di sini "{satu.kepanjangan}", pada {lain.sumber.letak} "{lain.kepanjangan}".'
            yield point_at(satu.sumber, pesan, "Pakai singkatan lain untuk salah satunya.")


def _check_offices(semua: Sequence[Kantor]) -> Iterator[Temu]:
    """Offices whose names differ by a mark or by a few letters of one word."""
    menurut_huruf: dict[str, Kantor] = {}
    senama = Senama()
    for satu in semua:
        if not is_kantor(satu.nama):
            continue
        huruf = _fold(satu.inti)
        lain = menurut_huruf.get(huruf) or senama.find(satu)
        menurut_huruf[huruf] = satu  # said once for each change
        senama.add(satu)
        if lain is None or _squeeze(lain.inti) == _squeeze(satu.inti):
            continue
        pesan = f'Kantor ini ditulis "{satu.inti}" di sini, "{lain.inti}" pada {lain.bagian.letak}.'
        keparahan = Keparahan.SARAN if _fold(lain.inti) == huruf else None
        akhir = satu.awal + len(satu.inti)
        yield Temu(satu.bagian, pesan, "Samakan dengan nama resminya.", satu.awal, akhir, keparahan=keparahan)


def _squeeze(teks: str) -> str:
    return " ".join(teks.casefold().split())


def _fold(teks: str) -> str:
    return re.sub(r"[\W_]+", "", teks).casefold()
