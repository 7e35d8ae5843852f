"""How references are worded (UU 12/2011 Lampiran II angka 84 dan angka 272 sampai dengan angka 279)."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu, aturan
from naskah.reading.parts import Bagian

if TYPE_CHECKING:
    from naskah.reading.facts import FaktaRujukan

# Considerations refer to each other with "dalam huruf a", and citations name pasal of other documents.
_ISI = ("ayat", "rincian", "penutup")
_UNIT = r"(?:pasal\s+[0-9]|ayat\s*\(\s*[0-9]|huruf\s+[a-z]\b|(?:angka|butir)\s+[0-9])"
_MENUNJUK = r"(?:dimaksud|diatur|ditetapkan|disebut|tersebut|ditentukan)(?:kan)?"


def _parts(konteks: Konteks) -> Iterator[Bagian]:
    return (bagian for bagian in konteks.bagian if bagian.peran in _ISI)


_DI_PASAL = re.compile(rf"\b{_MENUNJUK}\s+(?P<kata>pada|di)\s+(?:ketentuan\s+)?(?=pasal\s+[0-9])", re.IGNORECASE)
_DI_AYAT = re.compile(rf"\b{_MENUNJUK}\s+(?P<kata>dalam|di)\s+(?:ketentuan\s+)?(?=ayat\s*\(\s*[0-9])", re.IGNORECASE)

# A pasal of this document: no name of another follows, nor another pasal with which it makes one enumeration.
_AYAT_PASAL = re.compile(
    rf"\b{_MENUNJUK}\s+(?P<rujukan>(?:pada|dalam|di)\s+Pasal\s+(?P<pasal>[0-9]+[A-Z]?)\s+(?P<ayat>ayat\s*\([0-9]+[a-z]?\)))"
    r"(?!(?:\s+(?:huruf\s+[a-z]|angka\s+[0-9]+))*(?:,?\s+(?:dan|atau|sampai\s+dengan|serta)\s+Pasal|"
    r"\s+(?:[A-Z][a-z]|UU|PP\b|KUH)))"
)


@aturan(
    "R02",
    Keparahan.PERINGATAN,
    '"pada" dan "dalam" tertukar',
    alasan=(
        'Pasal lain dirujuk dengan "dalam Pasal ...", ayat dalam pasal yang sama dengan "pada ayat (...)" '
        "(UU 12/2011 Lampiran II angka 272)."
    ),
    salah="Laporan sebagaimana dimaksud pada Pasal 4 ayat (2) disampaikan kepada PARA PIHAK.",
    benar="Laporan sebagaimana dimaksud dalam Pasal 4 ayat (2) disampaikan kepada PARA PIHAK.",
    per_bagian=True,
)
def check_prepositions(konteks: Konteks) -> Iterator[Temu]:
    """The word between "dimaksud" and the place."""
    for bagian in _parts(konteks):
        sendiri = list(_find_own(bagian))
        for cocok in sendiri:
            awal, akhir = cocok.span("rujukan")
            pesan = f'"{bagian.teks[awal:akhir]}" menunjuk pasal ini sendiri.'
            ganti = f"pada {cocok['ayat']}"
            yield Temu(bagian, pesan, f'Tulis "{ganti}".', awal, akhir, ganti=ganti)
        terkena = {cocok.start("rujukan") for cocok in sendiri}
        for pola, apa, benar in ((_DI_PASAL, "Pasal", "dalam"), (_DI_AYAT, "ayat", "pada")):
            for cocok in pola.finditer(bagian.teks):
                if cocok.start("kata") in terkena:
                    continue
                pesan = f'Rujukan kepada {apa} memakai "{benar}", bukan "{cocok["kata"]}".'
                yield Temu(bagian, pesan, f'Pakai "{benar}".', *cocok.span("kata"), ganti=benar)


def _find_own(bagian: Bagian) -> Iterator[re.Match[str]]:
    """References to an ayat of the part's own pasal that name the pasal (Lampiran II angka 272)."""
    return (cocok for cocok in _AYAT_PASAL.finditer(bagian.teks) if cocok["pasal"] == bagian.pasal)


_INI = re.compile(
    r"(?P<rujukan>\b(?:ayat|huruf|angka)\s+\(?[0-9a-z]{1,3}\)?)?(?P<ini>\s?\b(?:pasal|ayat)\s+ini)\b",
    re.IGNORECASE,
)


@aturan(
    "R03",
    Keparahan.PERINGATAN,
    '"Pasal ini" atau "ayat ini"',
    alasan='Rujukan tidak memakai frasa "pasal ini" atau "ayat ini" (UU 12/2011 Lampiran II angka 275).',
    salah="Kewajiban sebagaimana dimaksud pada ayat (1) Pasal ini berlaku bagi PARA PIHAK.",
    benar="Kewajiban sebagaimana dimaksud pada ayat (1) berlaku bagi PARA PIHAK.",
    per_bagian=True,
)
def check_this(konteks: Konteks) -> Iterator[Temu]:
    """Superfluous after a place of the same pasal; elsewhere the place is to be named."""
    for bagian in _parts(konteks):
        for cocok in _INI.finditer(bagian.teks):
            kata = cocok["ini"].strip()
            lebih = bool(cocok["rujukan"])
            saran = f'Hapus "{kata}".' if lebih else "Sebut nomornya, atau tulis kalimatnya tanpa rujukan."
            awal = cocok.start("ini") + (0 if lebih else len(cocok["ini"]) - len(kata))
            ganti = "" if lebih else None
            yield Temu(bagian, f'Rujukan memakai "{kata}".', saran, awal, cocok.end("ini"), ganti=ganti)


_SEBUTAN = re.compile(r"(?P<sebutan>pasal|ayat|huruf|angka|butir)\s*\(?\s*[0-9a-z]+\s*\)?\s*$", re.IGNORECASE)


@aturan(
    "R04",
    Keparahan.SARAN,
    "sebutan tidak diulang pada rujukan berurutan",
    alasan=(
        'Setiap tempat yang dirujuk disebut lengkap: "huruf a dan huruf b", "ayat (1) dan ayat (2)" '
        "(UU 12/2011 Lampiran II angka 272 dan angka 273)."
    ),
    salah="Dokumen sebagaimana dimaksud pada huruf a dan b disimpan oleh PIHAK KESATU.",
    benar="Dokumen sebagaimana dimaksud pada huruf a dan huruf b disimpan oleh PIHAK KESATU.",
    per_bagian=True,
)
def check_repetition(konteks: Konteks) -> Iterator[Temu]:
    """Places of an enumeration that leave out the name of their level."""
    from naskah.reading.facts.references import iter_rujukan

    for bagian in _parts(konteks):
        if not _BERURUT.search(bagian.teks):
            continue
        rujukan = list(iter_rujukan(bagian))
        for i, satu in enumerate(rujukan):
            if satu.tanpa_sebutan and i:
                yield from _complete(bagian, rujukan, i)


_BERURUT = re.compile(r"(?:,|\bdan|\batau|\bserta|\bdengan|s\.?d\.?)\s+\(?\s*[0-9a-z]{1,3}\b(?![\w'-])")


def _complete(bagian: Bagian, rujukan: "Sequence[FaktaRujukan]", i: int) -> Iterator[Temu]:
    """Say it once for the whole enumeration, where its last named place is left, with the levels put in."""
    sebelum = rujukan[i - 1].sumber
    sebutan = _SEBUTAN.search(bagian.teks, sebelum.awal, sebelum.akhir)
    if sebutan is None:
        return
    awal, letak, hasil = sebutan.start(), sebutan.start(), ""
    nama = "Pasal" if sebutan["sebutan"].lower() == "pasal" else sebutan["sebutan"].lower()
    akhir = sebelum.akhir
    for satu in rujukan[i:]:
        if not satu.tanpa_sebutan:
            break
        hasil += f"{bagian.teks[letak : satu.sumber.awal]}{nama} "
        letak, akhir = satu.sumber.awal, satu.sumber.akhir
    hasil += bagian.teks[letak:akhir]
    pesan = f'"{bagian.teks[awal:akhir]}" tidak mengulang "{nama}".'
    yield Temu(bagian, pesan, f'Tulis "{hasil}".', awal, akhir, ganti=hasil)


_SEBAGAIMANA = re.compile(
    rf"\b(?:(?P<kurang>sebagaimana\s+(?:ter(?:sebut|maktub)\s+)?(?:pada|dalam|di))\s+(?:ketentuan\s+)?(?={_UNIT})"
    r"|(?P<yang>sebagaimana\s+yang\s+(?:telah\s+)?dimaksud(?:kan)?)\b"
    rf"|(?P<langsung>(?:sebagaimana\s+)?dimaksud(?:kan)?)\s+(?={_UNIT}))",
    re.IGNORECASE,
)


@aturan(
    "R05",
    Keparahan.PERINGATAN,
    "frasa rujukan tidak lengkap atau tidak lazim",
    alasan=(
        'Rujukan berbunyi "sebagaimana dimaksud dalam Pasal ..." atau "sebagaimana dimaksud pada ayat (...)" '
        "(UU 12/2011 Lampiran II angka 272)."
    ),
    salah="Kewajiban sebagaimana pada ayat (1) dilaksanakan setiap bulan.",
    benar="Kewajiban sebagaimana dimaksud pada ayat (1) dilaksanakan setiap bulan.",
    per_bagian=True,
)
def check_phrase(konteks: Konteks) -> Iterator[Temu]:
    """ "sebagaimana pada", "sebagaimana yang dimaksud", "dimaksud ayat"."""
    for bagian in _parts(konteks):
        for cocok in _SEBAGAIMANA.finditer(bagian.teks):
            kata = next(satu for satu in ("kurang", "yang", "langsung") if cocok[satu])
            asli = cocok[kata]
            depan = "Sebagaimana" if asli[0].isupper() else "sebagaimana"
            kepada = "dalam" if bagian.teks[cocok.end() :].lstrip()[:5].lower() == "pasal" else "pada"
            if kata == "yang":
                ganti = f"{depan} dimaksud"
            elif kata == "kurang":
                ganti = f"{depan} dimaksud {kepada}"
            else:
                ganti = f"{asli} {kepada}"
            yield Temu(bagian, f'"{asli}" tidak lazim.', f'Tulis "{ganti}".', *cocok.span(kata), ganti=ganti)


_HURUF_BESAR = re.compile(
    r"(?<=[\w,)] )(?P<kata>(?:Ayat|Angka)(?=\s*\(?\s*[0-9])|AYAT(?=\s*\([0-9])|Huruf(?=\s+[a-z]\b)|pasal(?=\s+[0-9]))"
)


@aturan(
    "R06",
    Keparahan.SARAN,
    "huruf kapital pada rujukan",
    alasan=(
        '"ayat", "huruf", dan "angka" ditulis dengan huruf kecil, "Pasal" dengan huruf kapital '
        "(UU 12/2011 Lampiran II angka 84)."
    ),
    salah="Laporan sebagaimana dimaksud pada Ayat (1) disampaikan setiap bulan.",
    benar="Laporan sebagaimana dimaksud pada ayat (1) disampaikan setiap bulan.",
    per_bagian=True,
)
def check_case(konteks: Konteks) -> Iterator[Temu]:
    """The name of a level amid a sentence."""
    for bagian in _parts(konteks):
        if bagian.teks.isupper():
            continue
        for cocok in _HURUF_BESAR.finditer(bagian.teks):
            kata = cocok["kata"]
            benar = "Pasal" if kata == "pasal" else kata.lower()
            yield Temu(bagian, f'"{kata}" ditulis "{benar}".', f'Pakai "{benar}".', *cocok.span("kata"), ganti=benar)
