"""What the document promises over time: its term, notice periods, recurring duties."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from naskah.bahasa.durasi import Durasi, parse_durasi
from naskah.bahasa.galat import BahasaError
from naskah.reading.facts.dates import to_date
from naskah.reading.facts.fakta import FaktaBatas, FaktaBerkala, FaktaDurasi, FaktaMasa, Sumber
from naskah.reading.parts import Bagian

_JUDUL_MASA = re.compile(r"jangka\s+waktu|masa\s+berlaku", re.IGNORECASE)
_BERLAKU = re.compile(
    r"\bberlaku(?:nya)?\b[^.;]{0,60}?\b(?:selama|untuk\s+jangka\s+waktu|dalam\s+jangka\s+waktu)\b|\bjangka\s+waktu\b[^.;]{0,80}?"
    r"\b(?:adalah|ditetapkan|selama)\b|\bberlaku\s+(?:efektif\s+)?(?=[0-9])",
    re.IGNORECASE,
)
_TANGGAL = r"(?P<tanggal>[0-9]{1,2}[\s./-]+(?:[A-Za-z]+|[0-9]{1,2})[\s./-]+[0-9]{4})"
_MULAI = re.compile(
    r"\b(?:terhitung\s+)?(?:sejak|mulai|dimulai)\b(?:\s+(?:berlaku|sejak|pada|dari))*\s+"
    rf"(?:(?:hari\s+dan\s+)?tanggal\s+)?(?:{_TANGGAL}|(?P<tanda>(?:di)?tanda\s?tangan\w*|penandatanganan|"
    r"(?:di)?sepakati|diundangkan|ditetapkan))",
    re.IGNORECASE,
)
_SAMPAI = re.compile(
    rf"\b(?:sampai\s+dengan|hingga|s\.?d\.?|berakhir(?:\s+pada|(?=\s+tanggal)))\s+(?:tanggal\s+)?{_TANGGAL}",
    re.IGNORECASE,
)
_DIPERPANJANG = re.compile(r"\b(?:di)?perpanjang(?:an|i)?\b", re.IGNORECASE)
_TIDAK = re.compile(r"\btidak\s+(?:dapat|bisa)\s+diperpanjang", re.IGNORECASE)

# These make a deadline of a length of time without a word for what it is counted from; others ("paling singkat",
# "paling lama") as often say how long something is.
_BATAS = re.compile(
    r"\b(?:paling\s+lambat|selambat-lambatnya|melebihi|lebih\s+dari|dalam\s+waktu|setelah)(?:\s+jangka\s+waktu)?\s*$",
    re.IGNORECASE,
)
_ARAH = re.compile(
    r"\s*(?P<arah>sebelum(?:nya)?|setelah|sesudah|sejak|terhitung(?:\s+(?:sejak|mulai))?)\b\s*(?P<acuan>[^.;,]{0,120})",
    re.IGNORECASE,
)
_AKHIR_MASA = re.compile(r"\b(?:berakhir(?:nya)?|akhir|habis(?:nya)?)\b", re.IGNORECASE)
# What is to be done, by the words of the sentence; "berakhirnya jangka waktu" is no act.
_HAL = (
    ("tanggapan-kahar", re.compile(r"\btanggapan\b|\bdianggap\s+(?:telah\s+)?(?:disetujui|menyetujui)", re.IGNORECASE)),
    ("keadaan-kahar", re.compile(r"\bkahar\b|\bforce\s+majeure\b|\bmemaksa\b", re.IGNORECASE)),
    ("perubahan-alamat", re.compile(r"\balamat\b|\bnarahubung\b", re.IGNORECASE)),
    ("perpanjangan", re.compile(r"\b(?:di|mem)?perpanjang\w*", re.IGNORECASE)),
    (
        "pengakhiran",
        re.compile(r"\b(?:pengakhiran|mengakhiri|diakhiri|pemutusan|memutuskan|diputus\w*)\b", re.IGNORECASE),
    ),
    ("pembayaran", re.compile(r"\b(?:pembayaran|dibayar\w*|membayar\w*)\b", re.IGNORECASE)),
    ("perubahan", re.compile(r"\b(?:perubahan|adendum|addendum)\b", re.IGNORECASE)),
    ("laporan", re.compile(r"\b(?:laporan|melapor\w*|dilapor\w*)\b", re.IGNORECASE)),
)
_BERKALA = re.compile(
    r"\b(?:setiap|tiap-tiap|tiap|per|sekali\s+dalam|(?:[0-9]+\s*\([^()]*\)|[0-9]+|satu|dua|tiga|empat)\s+kali\s+"
    r"(?:dalam|setiap|per|tiap))\s+(?P<lama>(?:(?:[0-9]+\s*(?:\([^()]*\))?|satu|dua|tiga|empat|enam)\s*)?"
    r"(?:tahun|semester|caturwulan|triwulan|bulan|minggu|pekan|hari(?:\s+kerja)?))\b(?!\s+(?:anggaran|[0-9]))",
    re.IGNORECASE,
)
_KALI = re.compile(
    r"(?P<kali>[0-9]+|satu|dua|tiga|empat)\s*(?:\([^()]*\))?\s+kali\s+(?:dalam|setiap|per|tiap)", re.IGNORECASE
)
_KALI_NILAI = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4}
_MONEV = re.compile(r"\b(?:monitoring|pemantauan|evaluasi|dimonitor\w*|dievaluasi|monev)\b", re.IGNORECASE)
_LAPOR = re.compile(r"\b(?:laporan|melapor\w*|dilapor\w*|pelaporan)\b", re.IGNORECASE)
# No sentence is longer; what is, is judged by the words around the place.
_KALIMAT_MAKSIMUM = 2_000
_KALIMAT = re.compile(r"(?<=[^\d\s].)[.;](?=\s+[A-Z])")


def iter_masa(bagian: Sequence[Bagian], durasi: Sequence[FaktaDurasi], judul: dict[str, str]) -> Iterator[FaktaMasa]:
    """Yield the statements of the term, with whether its pasal lets it be extended.

    Args:
        bagian: the texts of the ayat and items.
        durasi: all lengths of time.
        judul: headings of the pasal by number.
    """
    menurut_bagian = _by_part(durasi)
    pasal: dict[str | None, list[str]] = {}
    for satu in bagian:
        pasal.setdefault(satu.pasal, []).append(satu.teks)
    for satu in bagian:
        berjudul = bool(_JUDUL_MASA.search(judul.get(satu.pasal or "", "")))
        berlaku = next(iter(satu.find_all(_BERLAKU)), None)
        sampai = _SAMPAI.search(satu.teks) if berjudul else None
        if not (berlaku or sampai):
            continue
        lama = None
        if berlaku:
            ada = menurut_bagian.get(_identify(satu), ())
            lama = next((d for d in ada if d.sumber.awal >= berlaku.end() - 1), None)
        if (lama is None and sampai is None) or not (berjudul or _opens_term(satu, berlaku)):
            continue
        if lama is not None and _in_notice(satu, lama):
            continue
        yield _read_masa(satu, lama, pasal[satu.pasal], sampai)


def _by_part(durasi: Sequence[FaktaDurasi]) -> dict[int, list[FaktaDurasi]]:
    """Lengths of time by the text that they stand in."""
    hasil: dict[int, list[FaktaDurasi]] = {}
    for satu in durasi:
        hasil.setdefault(_identify(satu.sumber.bagian), []).append(satu)
    return hasil


def _identify(bagian: Bagian) -> int:
    """The same for a text and for the same text of another document, which a fact that was recalled stands in."""
    return id(bagian.memo)


def _opens_term(bagian: Bagian, berlaku: re.Match[str] | None) -> bool:
    """Outside the pasal of the term, only a sentence about the document itself states it."""
    return berlaku is not None and bool(re.search(r"\bini\s+berlaku\b", bagian.teks[: berlaku.end()], re.IGNORECASE))


def _in_notice(bagian: Bagian, durasi: FaktaDurasi) -> bool:
    """Whether it is the time before something, and so no term."""
    arah = _ARAH.match(bagian.teks, durasi.sumber.akhir)
    return arah is not None and arah["arah"].lower().startswith("sebelum")


def _read_masa(
    bagian: Bagian, lama: FaktaDurasi | None, pasal: Sequence[str], sampai: re.Match[str] | None
) -> FaktaMasa:
    mulai = _MULAI.search(bagian.teks)
    boleh = any(_DIPERPANJANG.search(teks) and not _TIDAK.search(teks) for teks in pasal)
    if lama is not None:
        sumber = lama.sumber
    else:
        assert sampai is not None  # a term is told by its length or its last day
        sumber = Sumber(bagian, sampai.start(), sampai.end())
    return FaktaMasa(
        lama.lama if lama else None,
        to_date(mulai["tanggal"]) if mulai else None,
        mulai is not None,
        " ".join(mulai[0].split()) if mulai else None,
        to_date(sampai["tanggal"]) if sampai else None,
        boleh,
        sumber,
    )


def iter_batas(durasi: Sequence[FaktaDurasi], judul: dict[str, str], masa: Sequence[FaktaMasa]) -> Iterator[FaktaBatas]:
    """Yield the deadlines: lengths of time that a "paling lambat" leads to, or that lie before or after something."""
    bukan = {id(satu.sumber) for satu in masa}
    for satu in durasi:
        bagian = satu.sumber.bagian
        if satu.lama is None or id(satu.sumber) in bukan or bagian.peran not in ("ayat", "rincian"):
            continue
        awal, akhir = _sentence(bagian.teks, satu.sumber.awal)
        depan = bagian.teks[max(awal, satu.sumber.awal - 70) : satu.sumber.awal]
        arah = _ARAH.match(bagian.teks, satu.sumber.akhir, akhir)
        if arah is None and not _BATAS.search(depan):
            continue
        kata = arah["arah"].lower() if arah else "setelah"
        acuan = " ".join(arah["acuan"].split()) if arah else ""
        sebelum = kata.startswith("sebelum")
        if sebelum and _AKHIR_MASA.search(acuan):
            acuan = "tanggal-berakhir-dikehendaki" if "dikehendaki" in acuan.lower() else "akhir-jangka-waktu"
        hal = _name_hal(bagian, awal, akhir, judul.get(bagian.pasal or "", ""))
        if arah is None and not hal:
            continue
        sumber = Sumber(bagian, awal, akhir)
        yield FaktaBatas(hal, satu, "sebelum" if sebelum else "setelah", acuan, sumber)


def _name_hal(bagian: Bagian, awal: int, akhir: int, judul: str) -> tuple[str, ...]:
    """What the deadline is for, by the words of its sentence, else by the heading of its pasal."""
    kalimat = bagian.teks[awal:akhir]
    hal = tuple(nama for nama, pola in _HAL if pola.search(kalimat))
    if not hal:
        hal = tuple(nama for nama, pola in _HAL if pola.search(judul))[:1]
    if hal[:1] in (("tanggapan-kahar",), ("keadaan-kahar",), ("perubahan-alamat",)):
        if hal[0] == "tanggapan-kahar" and "keadaan-kahar" not in hal and not _HAL[1][1].search(judul):
            return hal[1:] or ("tanggapan",)
        return hal[:1]
    return hal


def iter_berkala(
    bagian: Sequence[Bagian], durasi: Sequence[FaktaDurasi], judul: dict[str, str]
) -> Iterator[FaktaBerkala]:
    """Yield the recurring duties: "setiap 3 (tiga) bulan", "paling sedikit 1 (satu) kali dalam 1 (satu) tahun"."""
    menurut_letak = {(_identify(satu.sumber.bagian), satu.sumber.awal): satu for satu in durasi}
    for satu in bagian:
        if satu.peran not in ("ayat", "rincian", "rencana-kerja"):
            continue
        for cocok in satu.find_all(_BERKALA):
            setiap = _to_durasi(cocok["lama"])
            if setiap is None:
                continue
            ada = menurut_letak.get((_identify(satu), cocok.start("lama")))
            awal, akhir = _sentence(satu.teks, cocok.start())
            kali = _KALI.match(satu.teks, cocok.start())
            yield FaktaBerkala(
                _name_duty(satu.teks[awal:akhir], judul.get(satu.pasal or "", "")),
                _divide(setiap, kali),
                ada,
                Sumber(satu, cocok.start(), cocok.end()),
            )


def _name_duty(kalimat: str, judul: str) -> str:
    if _MONEV.search(kalimat):
        return "monev"
    if _LAPOR.search(kalimat):
        return "laporan"
    return "monev" if _MONEV.search(judul) else "lain"


def _divide(setiap: Durasi, kali: re.Match[str] | None) -> Durasi:
    """Two times a year is every six months, where the months come out even."""
    banyak = 1 if kali is None else _KALI_NILAI.get(kali["kali"].lower()) or int(kali["kali"])
    bulan = setiap.tahun * 12 + setiap.bulan
    if banyak <= 1 or not bulan or bulan % banyak:
        return setiap
    return Durasi(bulan=bulan // banyak)


def _sentence(teks: str, letak: int) -> tuple[int, int]:
    """The sentence around a place."""
    ujung = _sentence_ends(teks)
    i = bisect_left(ujung, letak)
    awal = max(ujung[i - 1] if i else 0, letak - _KALIMAT_MAKSIMUM)
    akhir = min(ujung[i] if i < len(ujung) else len(teks), letak + _KALIMAT_MAKSIMUM)
    while awal < letak and teks[awal].isspace():
        awal += 1
    return awal, akhir


@lru_cache(maxsize=16)
def _sentence_ends(teks: str) -> tuple[int, ...]:
    return tuple(cocok.end() for cocok in _KALIMAT.finditer(teks))


def _to_durasi(teks: str) -> Durasi | None:
    lama = re.sub(r"\s*\([^()]*\)", "", teks).strip()
    try:
        return parse_durasi(lama if lama[0].isdigit() or " " in lama else f"1 {lama}")
    except BahasaError:
        return None
