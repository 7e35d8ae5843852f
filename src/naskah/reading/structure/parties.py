"""The parties: who acts, in which office, for whom, and what the document calls them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import parse_romawi
from naskah.model.isi import Isi, plain
from naskah.model.naskah import GayaDaftar, PihakNaskah
from naskah.reading.structure.markers import Bentuk
from naskah.reading.structure.pieces import Potongan, drop, join_isi, take

_DISEBUT = re.compile(r"\bdisebut(?:\s+sebagai)?\s+[“\"']?(?P<sebutan>PIHAK\s+[A-Z]+)")
_ATAS_NAMA = re.compile(
    r"\b(?:untuk dan )?atas nama\s+(?P<lembaga>.+?)\s*(?:,?\s+(?:yang\s+|untuk\s+)?(?:selanjutnya|dalam hal ini)\b"
    r"|,?\s+berkedudukan\b|[.;]|$)",
    re.DOTALL,
)
_JABATAN = re.compile(
    r"(?P<jabatan>.+?)\s*(?:(?<!Plt)(?<!Plh)(?<!Pj)(?<!Pjs)[.;]"
    r"|,?\s+(?:yang\s+)?(?:berkedudukan|berkantor|diangkat|bertindak|dalam hal ini"
    r"|dalam jabatan|berdasarkan|beralamat|selaku|untuk dan atas nama|bertempat tinggal)\b|$)",
    re.DOTALL,
)
_NAMA = re.compile(r"(?P<nama>[^:]{2,120}?)\s*:\s+")
_LABEL_NAMA = re.compile(
    r"Nama(?:\s+[Ll]engkap)?\s*:\s*(?P<nama>.{2,120}?)\s*(?=[;,]?\s+[A-Z][a-z/. ]{1,20}\s*:\s|[;,]?$)", re.DOTALL
)
_LABEL_JABATAN = re.compile(r"[;,]?\s*Jabatan\s*:\s*")
_LABEL = re.compile(
    r"(?<!\S)(?P<kunci>NIP|NIK|Pekerjaan|Alamat|Instansi|Pangkat(?:/Golongan)?|Jabatan|Kedudukan)(?P<titik>\s+):(?=\s)"
)
_KANTOR = (
    r"(?:selaku\s+)?(?:Pl[th]\.|Pjs?\.|(?:Wakil\s+)?(?:Gubernur|Bupati|Wali\s?[Kk]ota|Ketua|Direktur|Kepala|Dekan"
    r"|Rektor|Presiden)|Camat|Menteri|Sekretaris|Pimpinan|Manajer)\b"
)
_PANGKAT = r"(?:(?:[A-Z][A-Za-z]{0,4}\.|Hj?\b|(?:Brig|Ir|Ma|Let|Kom)jen|Kombes|AKBP|AKP|Kolonel|Letkol|Mayor)\s*)*"
_GELAR = r"(?:,\s*(?:[A-Z][A-Za-z]{0,5}\.\s?)+(?:[A-Z][A-Za-z]{0,5}\b\.?)?(?:\([A-Z][a-z]+\))?)*"
# Without a colon a name is known by its capitals, or by the office behind it.
_NAMA_KAPITAL = re.compile(
    rf"(?P<nama>{_PANGKAT}[A-Z][A-Z'.-]+(?:\s[A-Z][A-Z'.-]*)*{_GELAR})(?:\s*,\s+(?:selaku\s+)?|\s+selaku\s+|\s{{2,}}|\s+(?=[A-Z][a-z]))"
)
_NAMA_BERJABATAN = re.compile(
    rf"(?P<nama>{_PANGKAT}[A-Z][\w'.-]+(?:\s[A-Z][\w'.-]*){{0,5}}{_GELAR})\s*,\s+(?={_KANTOR})(?:selaku\s+)?"
)
_BUKAN_NAMA = re.compile(
    r"\b(?:berkedudukan|beralamat|alamat|jabatan|selaku|bertindak|berdasarkan|nama)\b", re.IGNORECASE
)
_SESUDAH = re.compile(
    r"(?:PARA PIHAK\b|PIHAK (?:KE\w+|PERTAMA)\s*(?:,|dan)|(?:Dalam|Untuk selanjutnya|Selanjutnya)\b.*\bPARA PIHAK\b"
    r"|Berdasarkan\b|Dengan (?:ini|memperhatikan)\b|Kedua belah|Ketiga pihak|Masing-masing)",
    re.DOTALL,
)
# Words of a name that a scan put into the text beside it stand among the first ones.
_KATA_NAMA = 14
_KAPITAL = re.compile(r"\b[A-Z][A-Z'.]{2,}\b\s*")


@dataclass
class _Pihak:
    nomor: str
    bentuk: Bentuk
    lekuk: int
    nama: str
    komparisi: list[list[Isi]] = field(default_factory=list)
    sebutan: str = ""
    jabatan: str = ""  # by its label

    def add(self, isi: Isi, *, lanjut: bool = False) -> None:
        """Enter a paragraph, or what goes on with the last one."""
        if not self.sebutan and (cocok := _DISEBUT.search(plain(isi))):
            self.sebutan = " ".join(cocok["sebutan"].split())
        if lanjut:
            self.komparisi[-1].append(isi)
        else:
            self.komparisi.append([isi])


def read_parties(
    potongan: Sequence[Potongan], penanda: Collection[str]
) -> tuple[GayaDaftar, tuple[PihakNaskah, ...], int]:
    """Return how the parties are numbered, the parties, and how many pieces they took.

    Args:
        potongan: the pieces below the opening sentence.
        penanda: names in the signature blocks, to find words of a name that a scan put elsewhere.
    """
    pihak: list[_Pihak] = []
    i = 0
    while i < len(potongan):
        satu = potongan[i]
        if _begins(satu, pihak):
            assert satu.tanda is not None
            baru = _Pihak(satu.tanda.nomor, satu.tanda.bentuk, satu.alinea.lekuk, "")
            _take_name(baru, satu)
            pihak.append(baru)
        elif pihak and not _is_after(satu, pihak[-1]):
            _add_paragraph(pihak[-1], satu.unmarked())
        else:
            break
        i += 1
    gaya = _style(pihak[0]) if pihak else GayaDaftar.ROMAWI
    return gaya, tuple(_build(satu, penanda) for satu in pihak), i


def _begins(satu: Potongan, pihak: Sequence[_Pihak]) -> bool:
    """Whether a piece begins a party: numbered in the same way, with a name and a colon or an office."""
    if satu.tanda is None or satu.bentuk not in (Bentuk.KAPITAL, Bentuk.ANGKA, Bentuk.HURUF):
        return False
    if pihak:
        return satu.bentuk is pihak[0].bentuk and bool(pihak[-1].komparisi)
    return any(pola.match(satu.teks[:160]) for pola in (_NAMA, _LABEL_NAMA)) or bool(_DISEBUT.search(satu.teks))


def _is_after(satu: Potongan, terakhir: _Pihak) -> bool:
    """Whether a paragraph is no longer about the last party."""
    gaya = satu.alinea.gaya.lower()
    if "komparisi" in gaya:
        return False
    if gaya.startswith(("parapihak", "pengantar", "premis")):
        return True
    if satu.tanda is None and satu.alinea.lekuk > terakhir.lekuk:
        return False
    if not terakhir.sebutan:
        return satu.tanda is not None or satu.teks.startswith("PARA PIHAK")
    return satu.tanda is not None or _SESUDAH.match(satu.teks) is not None or not _DISEBUT.search(satu.teks)


def _add_paragraph(pihak: _Pihak, satu: Potongan) -> None:
    """Add a paragraph; one that a page cut off goes on with the last."""
    terpotong = bool(pihak.komparisi) and not plain(pihak.komparisi[-1][-1]).rstrip().endswith((".", ";", ":"))
    pihak.add(satu.isi, lanjut=terpotong)


def _take_name(pihak: _Pihak, satu: Potongan) -> None:
    cocok = _find_name(satu.teks[:400])
    if cocok is not None:
        pihak.nama = " ".join(cocok["nama"].split())
        satu = satu.without_first(cocok.end())
    if satu.isi:
        pihak.add(satu.isi)


def _find_name(teks: str) -> re.Match[str] | None:
    """The name that the presentation of a party begins with, and the sign behind it; None where that is not sure."""
    if cocok := _LABEL_NAMA.match(teks):
        return cocok
    cocok = _NAMA.match(teks)
    if cocok and len(cocok["nama"].split()) <= _KATA_NAMA and not _BUKAN_NAMA.search(cocok["nama"]):
        return cocok
    return _NAMA_KAPITAL.match(teks) or _NAMA_BERJABATAN.match(teks)


def _read_labels(pihak: _Pihak) -> None:
    """Take the office by its label ("Jabatan : Bupati"), and the signs of the other labels out of the text."""
    pihak.komparisi = [[_drop_signs(isi) for isi in alinea] for alinea in pihak.komparisi]
    if not pihak.komparisi or not pihak.nama:
        return
    pertama = pihak.komparisi[0]
    if label := _LABEL_JABATAN.match(plain(pertama[0])):
        pertama[0] = drop(pertama[0], label.end())
        teks = plain(join_isi(pertama))
        akhir = re.search(r"[;,]?\s+(?:Alamat|NIP|NIK|Instansi|Dalam\s+hal\s+ini|Bertindak)\b|[;,.]?$", teks)
        pihak.jabatan = teks[: akhir.start()] if akhir else ""


def _drop_signs(isi: Isi) -> Isi:
    teks, kini = plain(isi), 0
    hasil: list[Isi] = []
    for label in _LABEL.finditer(teks):
        if label["kunci"] != "Jabatan":
            hasil.append(take(isi, kini, label.end("kunci")))
            kini = label.end()
    return tuple(span for satu in (*hasil, take(isi, kini, len(teks))) for span in satu) if hasil else isi


def _style(pertama: _Pihak) -> GayaDaftar:
    if pertama.bentuk is Bentuk.ANGKA:
        return GayaDaftar.ANGKA
    if pertama.bentuk is Bentuk.HURUF:
        return GayaDaftar.HURUF
    try:
        parse_romawi(pertama.nomor)
    except BahasaError:
        return GayaDaftar.HURUF_KAPITAL
    return GayaDaftar.ROMAWI


def _build(pihak: _Pihak, penanda: Iterable[str]) -> PihakNaskah:
    _mend_name(pihak, penanda)
    _read_labels(pihak)
    komparisi = tuple(map(join_isi, pihak.komparisi))
    teks = " ".join(map(plain, komparisi))
    # Without the name nobody knows where the office begins: better none than a wrong one.
    jabatan = _JABATAN.match(teks) if pihak.nama else None
    lembaga = _ATAS_NAMA.search(teks)
    return PihakNaskah(
        pihak.nomor,
        pihak.sebutan,
        pihak.nama,
        pihak.jabatan or (" ".join(jabatan["jabatan"].split()).rstrip(",") if jabatan else ""),
        " ".join(lembaga["lembaga"].split()) if lembaga else "",
        komparisi,
    )


def _mend_name(pihak: _Pihak, penanda: Iterable[str]) -> None:
    """Take back the words of a name that a scan read into the text of the column beside it."""
    nama = set(pihak.nama.upper().split())
    milik = next((semua for n in penanda if (semua := set(n.upper().split())) & nama), None)
    if not pihak.komparisi or milik is None:
        return
    pertama = pihak.komparisi[0][0]
    awal = plain(pertama)
    for cocok in _KAPITAL.finditer(awal):
        if len(awal[: cocok.start()].split()) > _KATA_NAMA:
            return
        if (kata := cocok[0].strip()) in milik and kata not in nama:
            pihak.nama = f"{pihak.nama} {kata}"
            akhir = len(awal)
            pihak.komparisi[0][0] = (*take(pertama, 0, cocok.start()), *take(pertama, cocok.end(), akhir))
            return
