"""Whether references lead to what they speak of (UU 12/2011 Lampiran II angka 272 sampai dengan angka 279)."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.places import Denah, Tujuan
from naskah.checking.pointing import point_at
from naskah.checking.rule import Temu, aturan
from naskah.checking.subjects import find_subject, lacks, stands_elsewhere
from naskah.model.bacaan import JenisBacaan, NaskahPeraturan, Peran
from naskah.model.naskah import Naskah

if TYPE_CHECKING:
    from naskah.reading.facts import FaktaRujukan

_BATANG = ("ayat", "rincian")
# References of an adendum lead into its parent, which is not at hand.
_TANPA_TUJUAN = (JenisBacaan.ADENDUM, JenisBacaan.RENCANA_KERJA)
# The other document may be named before the place, or by an abbreviation after it.
_MILIK_LAIN = re.compile(r"(?:\bTahun\s+[0-9]{4}|\bKUH\w*|\bPerdata|\bUUD\s+[0-9]{4})[\s,]*$", re.IGNORECASE)
_MILIK_SESUDAH = re.compile(r"\s*(?:KUH|UUD|PP\b|UU\b|Perpres|Permen|Perda|Perjanjian\s+induk)", re.IGNORECASE)
_TERTINGGI = 300  # no agreement or regulation of a region has so many pasal: another document is meant
_MENUNJUK = re.compile(r"\b(?:dimaksud|diatur|ditetapkan|tercantum|pada|dalam|ketentuan)\b", re.IGNORECASE)


@aturan(
    "R01",
    Keparahan.GALAT,
    "rujukan ke tempat yang tidak ada",
    alasan=(
        "Setiap rujukan harus menunjuk pasal, ayat, huruf, angka, atau lampiran yang ada dalam naskah "
        "(UU 12/2011 Lampiran II angka 272 sampai dengan angka 279)."
    ),
    salah="Biaya sebagaimana dimaksud dalam Pasal 25 ditanggung PARA PIHAK. (naskah berakhir pada Pasal 12)",
    benar="Biaya sebagaimana dimaksud dalam Pasal 5 ditanggung PARA PIHAK.",
)
def check_existence(konteks: Konteks) -> Iterator[Temu]:
    """References of the body to its own places; those of considerations to each other."""
    if konteks.bacaan.jenis in _TANPA_TUJUAN:
        return
    denah = Denah(konteks)
    for satu in konteks.fakta.rujukan:
        bagian = satu.sumber.bagian
        if satu.milik or _belongs_elsewhere(satu):
            continue
        if satu.lampiran is not None:
            yield from _check_annex(konteks, satu)
        elif bagian.peran == "menimbang":
            yield from _check_consideration(konteks, satu)
        elif bagian.peran in _BATANG and _is_reference(satu):
            tujuan = denah.resolve(satu)
            if tujuan.kurang:
                yield point_at(satu.sumber, _name_missing(denah, satu, tujuan), "Perbaiki nomor yang dirujuk.")


def _is_reference(rujukan: "FaktaRujukan") -> bool:
    """Letters and numbers of a list are spoken of in other ways than by reference."""
    if rujukan.unit in ("pasal", "ayat") or "(" in rujukan.sumber.kutipan:
        return True
    return bool(_MENUNJUK.search(rujukan.pengantar)) or rujukan.sumber.kutipan.lower().startswith("pasal")


def _belongs_elsewhere(rujukan: "FaktaRujukan") -> bool:
    sumber = rujukan.sumber
    teks = sumber.bagian.teks
    if rujukan.pasal is not None and rujukan.pasal[:4].isdigit() and int(rujukan.pasal[:4]) > _TERTINGGI:
        return True
    depan, belakang = teks[max(sumber.awal - 40, 0) : sumber.awal], teks[sumber.akhir : sumber.akhir + 20]
    return bool(_MILIK_LAIN.search(depan)) or bool(_MILIK_SESUDAH.match(belakang))


def _name_missing(denah: Denah, rujukan: "FaktaRujukan", tujuan: Tujuan) -> str:
    if tujuan.pasal is None:
        nomor = denah.pasal
        ada = f"; naskah ini memuat Pasal {nomor[0]} sampai dengan Pasal {nomor[-1]}" if nomor else ""
        return f"{tujuan.kurang} tidak ada{ada}."
    di = f"Pasal {rujukan.pasal}"
    if rujukan.ayat is not None and not tujuan.kurang.startswith("ayat"):
        di += f" ayat ({rujukan.ayat})"
    if rujukan.huruf is not None and tujuan.kurang.startswith("angka"):
        di += f" huruf {rujukan.huruf}"
    banyak = [satu.nomor for satu in tujuan.pasal.ayat if satu.nomor]
    if tujuan.kurang.startswith("ayat"):
        ada = f"; ayat terakhirnya ({banyak[-1]})" if banyak else "; pasal itu tidak terbagi atas ayat"
        return f"{di} tidak memuat {tujuan.kurang}{ada}."
    return f"{di} tidak memuat {tujuan.kurang}."


def _check_consideration(konteks: Konteks, rujukan: "FaktaRujukan") -> Iterator[Temu]:
    naskah = konteks.bacaan.naskah
    if rujukan.unit != "huruf" or rujukan.pasal or not isinstance(naskah, NaskahPeraturan):
        return
    if rujukan.huruf and len(rujukan.huruf) == 1 and ord(rujukan.huruf) - ord("a") >= len(naskah.menimbang):
        yield point_at(rujukan.sumber, f"Menimbang tidak memuat huruf {rujukan.huruf}.", "Perbaiki huruf yang dirujuk.")


_NOMOR_LAMPIRAN = re.compile(r"\s*LAMPIRAN\s+(?P<nomor>[IVX]+)\b")


def _check_annex(konteks: Konteks, rujukan: "FaktaRujukan") -> Iterator[Temu]:
    """An annex that is nowhere: perhaps only not in this file. A plan that is missing is K03's."""
    naskah = konteks.bacaan.naskah
    judul = [satu for satu in konteks.bacaan.alinea if satu.peran is Peran.LAMPIRAN]
    ada = bool(naskah.lampiran or judul)
    rencana = isinstance(naskah, Naskah) and any(satu.nama == "Rencana Kerja" for satu in konteks.fakta.lampiran)
    saran = "Lampirkan, atau hapus rujukannya."
    if not ada:
        if not rencana:
            pesan = f"{rujukan.sumber.kutipan} tidak ada pada naskah ini."
            yield point_at(rujukan.sumber, pesan, saran, keparahan=Keparahan.PERINGATAN)
        return
    bernomor = {cocok["nomor"] for satu in judul if (cocok := _NOMOR_LAMPIRAN.match(satu.teks))}
    if rujukan.lampiran and bernomor and rujukan.lampiran not in bernomor:
        pesan = f"Lampiran {rujukan.lampiran} tidak ada; yang ada Lampiran {', '.join(sorted(bernomor))}."
        yield point_at(rujukan.sumber, pesan, saran)


@aturan(
    "R07",
    Keparahan.PERINGATAN,
    "hal yang dirujuk tidak ada pada tempat yang dirujuk",
    alasan=(
        "Rujukan menunjuk tempat yang memuat hal itu; bila tempatnya tidak menyebutnya, pembaca tidak tahu ketentuan "
        "mana yang berlaku (UU 12/2011 Lampiran II angka 272)."
    ),
    salah="(1) Naskah ini dapat diperpanjang. (2) Pengakhiran sebagaimana dimaksud pada ayat (1) diajukan tertulis.",
    benar="(1) Naskah ini dapat diperpanjang. (2) Perpanjangan sebagaimana dimaksud pada ayat (1) diajukan tertulis.",
)
def check_subject(konteks: Konteks) -> Iterator[Temu]:
    """The noun before "sebagaimana dimaksud" against the texts of all places that the phrase names."""
    if konteks.bacaan.jenis in _TANPA_TUJUAN:
        return
    denah = Denah(konteks)
    semua = (s for s in konteks.fakta.rujukan if s.sumber.bagian.peran in _BATANG and "dimaksud" in s.pengantar.lower())
    for _, kelompok in groupby(semua, key=lambda s: (s.sumber.letak, s.pengantar, _phrase_start(s))):
        rujukan = list(kelompok)
        if any(satu.milik or satu.lampiran is not None or _belongs_elsewhere(satu) for satu in rujukan):
            continue
        tujuan = [denah.resolve(satu) for satu in rujukan]
        if any(satu.kurang for satu in tujuan):
            continue
        awal, sumber = _phrase_start(rujukan[0]), rujukan[0].sumber
        if awal < 0:
            continue
        pokok = find_subject(sumber.bagian.teks, awal)
        teks = "\n".join(map(denah.read, tujuan))
        letak = _name_places(rujukan)
        if kurang := lacks(pokok, teks):
            pesan = f'"{kurang}" tidak disebut pada {letak}.'
            saran = "Perbaiki rujukannya, atau atur hal itu di sana."
        elif lain := stands_elsewhere(denah, pokok, tujuan, sumber.bagian):
            pesan = f'"{pokok.teks}" diatur pada {lain}, bukan pada {letak}.'
            saran = f"Rujuk {lain}."
        else:
            continue
        yield Temu(sumber.bagian, pesan, saran, pokok.awal, rujukan[-1].sumber.akhir)


def _phrase_start(rujukan: "FaktaRujukan") -> int:
    """Where "sebagaimana dimaksud" begins that leads to a reference; -1 where other words do."""
    sumber = rujukan.sumber
    return sumber.bagian.teks.lower().rfind("sebagaimana", max(sumber.awal - 80, 0), sumber.awal)


def _name_places(rujukan: "list[FaktaRujukan]") -> str:
    """The places as the text names them, from the pasal."""
    pertama = rujukan[0]
    kata = pertama.sumber.bagian.teks[pertama.sumber.awal : rujukan[-1].sumber.akhir]
    return kata if kata.lower().startswith("pasal") else f"Pasal {pertama.pasal} {kata[0].lower()}{kata[1:]}"
