"""The term: the years of its plan, its beginning, and the notice periods (tanggal.md, "Durations")."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.bahasa.durasi import Durasi
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.pointing import point_at, point_outside
from naskah.checking.rule import Temu, aturan
from naskah.checking.term import find_term
from naskah.model.bacaan import Peran

if TYPE_CHECKING:
    from naskah.reading.facts import FaktaBatas, FaktaMasa


@aturan(
    "A08",
    Keparahan.GALAT,
    "tahun Rencana Kerja tidak sesuai dengan jangka waktu",
    alasan=(
        "Rencana Kerja merinci pelaksanaan selama naskah induknya berlaku; tahun di luar jangka waktu tidak mempunyai "
        "dasar, dan tahun yang tidak direncanakan tidak dapat dilaksanakan (PP 28/2018; Permendagri 22/2020)."
    ),
    salah="Berlaku 5 Mei 2031 sampai dengan 4 Mei 2033; kolom tahun Rencana Kerja: 2031, 2032, 2033, 2034.",
    benar="Berlaku 5 Mei 2031 sampai dengan 4 Mei 2033; kolom tahun Rencana Kerja: 2031, 2032, 2033.",
    peraturan=False,
)
def check_plan_years(konteks: Konteks) -> Iterator[Temu]:
    """Years outside the term are wrong; one inside it without a column probably, unless it is its first or last."""
    naskah = konteks.perjanjian
    jangka = find_term(konteks.fakta)
    if naskah is None or jangka is None:
        return
    mulai, akhir = jangka
    berlaku = f"naskah berlaku {format_tanggal(mulai)} sampai dengan {format_tanggal(akhir)}"
    for lampiran in naskah.lampiran:
        rencana = {*lampiran.tabel.tahun, *(n for p in lampiran.tabel.program for k in p.kegiatan for n in k.tahun)}
        if not rencana:
            continue
        for tahun in sorted(rencana - set(range(mulai.year, akhir.year + 1))):
            pesan = f"Rencana Kerja memuat tahun {tahun}, padahal {berlaku}."
            saran = "Hapus tahun itu, atau sesuaikan jangka waktunya."
            yield point_outside(konteks, Peran.LAMPIRAN, str(tahun), "Lampiran", pesan, saran)
        for tahun in sorted(set(range(mulai.year, akhir.year + 1)) - rencana):
            # The convention is a column for each calendar year of a whole plan: a last year of a few weeks has none.
            tepi = tahun in (mulai.year, akhir.year)
            pesan = f"Rencana Kerja tidak memuat tahun {tahun}, padahal {berlaku}."
            saran = f"Tambahkan kolom {tahun}, atau pastikan tidak ada kegiatan pada tahun itu."
            keparahan = Keparahan.SARAN if tepi else Keparahan.PERINGATAN
            yield point_outside(konteks, Peran.LAMPIRAN, str(max(rencana)), "Lampiran", pesan, saran, keparahan)


# Acts of which a document knows one notice period. A payment or a report has as many as it has stages.
_SATU_TENGGAT = ("perpanjangan", "pengakhiran", "keadaan-kahar", "perubahan-alamat", "perubahan")
_MEMBERITAHU = re.compile(
    r"\b(?:(?:mem|di)beritahu\w*|(?:mem|di)\s?beri\s+tahu\w*|pemberitahuan\w*|(?:meng|di|peng)aju\w+|"
    r"(?:meny|di)ampaikan\w*|disampaikan\w*|permohonan|usul\w*|pengusulan|mengusulkan|diusulkan)\b",
    re.IGNORECASE,
)
_PIHAK = re.compile(r"\bPIHAK\s+(?:KE[A-Z]+|PERTAMA)\b")


@aturan(
    "A09",
    Keparahan.PERINGATAN,
    "dua tenggat berbeda untuk perbuatan yang sama",
    alasan=(
        "Satu perbuatan hanya mempunyai satu tenggat; bila ada dua, tidak jelas kapan pemberitahuan terlambat "
        "(KUH Perdata Pasal 1343; UU 12/2011 Lampiran II angka 256)."
    ),
    salah="Pasal 5: pengakhiran diberitahukan 1 (satu) bulan sebelumnya. Pasal 9: 3 (tiga) bulan sebelumnya.",
    benar="Pasal 5: perpanjangan diusulkan 1 (satu) bulan sebelumnya. Pasal 9: pengakhiran, 3 (tiga) bulan.",
    peraturan=False,
)
def check_notice(konteks: Konteks) -> Iterator[Temu]:
    """Notices of one act before, or after, the same thing that are to be given in different times."""
    dikenal: dict[tuple[str, ...], list[FaktaBatas]] = {}
    for satu in konteks.fakta.batas:
        if not _MEMBERITAHU.search(satu.sumber.kutipan):
            continue
        for kunci in _list_acts(satu):
            lalu = dikenal.setdefault(kunci, [])
            berbeda = [dua for dua in lalu if _length(dua) != _length(satu)]
            lain = next((dua for dua in berbeda if _binds_same(dua, satu)), None)
            if lain is not None:
                yield _contradict(kunci[0], lain, satu)
                break
            if len(berbeda) == len(lalu):
                lalu.append(satu)


def _contradict(hal: str, lalu: "FaktaBatas", kini: "FaktaBatas") -> Temu:
    a, b = lalu.durasi.sumber, kini.durasi.sumber
    pesan = (
        f'Pemberitahuan mengenai {hal.replace("-", " ")} paling lambat "{b.kutipan}" menurut {b.letak}, tetapi '
        f'"{a.kutipan}" menurut {a.letak}.'
    )
    return point_at(b, pesan, "Samakan tenggatnya, atau bedakan perbuatannya dengan tegas.")


def _list_acts(satu: "FaktaBatas") -> Iterator[tuple[str, ...]]:
    """The acts of a deadline, each with what it is counted from: there is one end, but many things come after."""
    acuan = () if satu.arah == "sebelum" else tuple(satu.acuan.lower().split()[:2])
    if satu.arah == "sebelum" or acuan:
        yield from ((hal, satu.arah, *acuan) for hal in satu.hal if hal in _SATU_TENGGAT)


def _binds_same(satu: "FaktaBatas", dua: "FaktaBatas") -> bool:
    """Whether two deadlines stand in different sentences and bind the same party."""
    a, b = satu.sumber, dua.sumber
    if a.letak == b.letak and a.awal == b.awal:
        return False
    pihak = [set(_PIHAK.findall(s.kutipan)) for s in (a, b)]
    return not all(pihak) or bool(pihak[0] & pihak[1])


def _length(satu: "FaktaBatas") -> tuple[int, int, int] | None:
    lama: Durasi | None = satu.durasi.lama
    return (lama.tahun * 12 + lama.bulan, lama.hari, lama.hari_kerja) if lama else None


_MULAI_BERLAKU = re.compile(
    r"\bmulai\s+berlaku|\bberlaku\s+(?:efektif\s+)?(?:sejak|mulai|terhitung|pada\s+(?:tanggal|saat))"
    r"|\b(?:sejak|mulai|terhitung)\b(?:\s+\w+){0,3}?\s+(?:di)?tanda\s?tangan",
    re.IGNORECASE,
)
_DIHITUNG = re.compile(r"\b(?:terhitung|dihitung|dimulai)\s+(?:sejak|mulai|dari|pada)\b", re.IGNORECASE)


@aturan(
    "A10",
    Keparahan.PERINGATAN,
    "jangka waktu tanpa saat mulai",
    alasan=(
        "Jangka waktu memuat lama dan saat mulainya; tanpa saat mulai, hari berakhirnya tidak dapat dihitung "
        "(PP 28/2018 Pasal 19 ayat (2); Permendagri 22/2020)."
    ),
    salah="Perjanjian Kerja Sama ini berlaku 3 (tiga) tahun.",
    benar="Perjanjian Kerja Sama ini berlaku 3 (tiga) tahun terhitung sejak tanggal penandatanganan.",
    peraturan=False,
)
def check_start(konteks: Konteks) -> Iterator[Temu]:
    """The first statement of the term where nothing in the document says when it begins."""
    masa = konteks.fakta.masa
    if not masa or any(satu.mulai_disebut for satu in masa):
        return
    satu = masa[0]
    if _says_start(konteks, satu):
        return
    # A named last day leaves only the beginning open.
    keparahan = Keparahan.SARAN if satu.akhir is not None else None
    saran = 'Tambahkan saat mulainya, misalnya "terhitung sejak tanggal penandatanganan".'
    yield point_at(satu.sumber, "Jangka waktu ini tidak menyebut kapan mulai berlaku.", saran, keparahan=keparahan)


def _says_start(konteks: Konteks, masa: "FaktaMasa") -> bool:
    pasal = masa.sumber.bagian.pasal
    for bagian in konteks.bagian:
        if bagian.peran not in ("ayat", "rincian", "penutup"):
            continue
        if _MULAI_BERLAKU.search(bagian.teks) or (bagian.pasal == pasal and _DIHITUNG.search(bagian.teks)):
            return True
    return False
