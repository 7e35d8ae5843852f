"""Signature blocks, one below the other or side by side."""

import re
from collections.abc import Sequence

from naskah.model.bacaan import Peran
from naskah.model.naskah import BlokTandaTangan
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.pieces import Potongan, is_capital

Baris = tuple[tuple[BlokTandaTangan, ...], ...]

_SEBUTAN = re.compile(r"(?P<sebutan>PIHAK\s+(?:KE[A-Z]+|PERTAMA))\s*,?$", re.IGNORECASE)
_TTD = re.compile(r"\(?(?:ttd|cap|materai|meterai|stempel)\b[^A-Z]{0,20}$", re.IGNORECASE)
# Who looks on signs below the parties: no signature of a party.
_PENYERTA = re.compile(r"(?:SAKSI|MENGETAHUI|MENYETUJUI|DISAKSIKAN|TURUT\s+(?:SERTA|MENYAKSIKAN))\b", re.IGNORECASE)
_NOMOR_PEGAWAI = re.compile(r"(?:NIP|NIK|NRP|NIDN|NUPTK|NPP|Pangkat|Pembina)\b", re.IGNORECASE)
_KANTOR = re.compile(
    r"(?:Pl[th]\.|Pj[s]?\.|(?:Wakil\s+)?(?:Gubernur|Bupati|Wali\s?kota|Rektor|Ketua|Direktur|Kepala|Dekan)|Camat|Menteri"
    r"|Sekretaris|Direktris|Pimpinan|Manajer|Presiden|a\.n\.)(?=\s|,|$)",
    re.IGNORECASE,
)
_GELAR_DEPAN = re.compile(r"(?:(?:[A-Z][A-Za-z]{0,4}\.|Hj?\.?(?=\s))\s*)+")
# A row of a table of duties may be headed by the parties too; signatures are few lines.
_LARIK_TERBANYAK = 12


def begins_signature(satu: Potongan) -> bool:
    """Whether a piece is the name of a party at the head of a signature."""
    sel = [s for s in satu.alinea.sel if s.strip()] if satu.alinea.sel else [satu.teks.strip()]
    return len(sel) <= 4 and bool(sel) and all(_SEBUTAN.match(s) for s in sel)


def read_signatures(potongan: Sequence[Potongan], catatan: Catatan) -> Baris:
    """Return the rows of signatures, two blocks a row where they stand one below the other."""
    rows: list[tuple[BlokTandaTangan, ...]] = []
    tunggal: list[BlokTandaTangan] = []
    i = 0
    penyerta = False
    while i < len(potongan):
        if not begins_signature(potongan[i]):
            penyerta = penyerta or _PENYERTA.match(potongan[i].teks.strip()) is not None
            if penyerta:
                catatan.take(Peran.TANDA_TANGAN, potongan[i], "saksi, atau yang mengetahui")
            else:
                catatan.leave((potongan[i],), "di antara tanda tangan")
            i += 1
            continue
        penyerta = False
        akhir = i + 1
        while akhir < len(potongan) and not _ends_block(potongan[akhir]) and akhir - i < _LARIK_TERBANYAK:
            akhir += 1
        blok = potongan[i:akhir]
        if len(potongan[i].alinea.sel) > 1:
            rows.append(_read_columns(blok, catatan))
        else:
            tunggal.append(_read_block(blok, catatan))
        i = akhir
    return (*rows, *(tuple(tunggal[n : n + 2]) for n in range(0, len(tunggal), 2)))


def _ends_block(satu: Potongan) -> bool:
    return begins_signature(satu) or _PENYERTA.match(satu.teks.strip()) is not None


def _read_columns(baris: Sequence[Potongan], catatan: Catatan) -> tuple[BlokTandaTangan, ...]:
    catatan.take(Peran.TANDA_TANGAN, baris)
    kolom: list[list[tuple[str, int]]] = [[] for _ in baris[0].alinea.sel]
    for satu in baris:
        sel = satu.alinea.sel or (satu.teks.strip(),)
        for letak, teks in enumerate(sel[: len(kolom)]):
            if teks.strip() and not _NOMOR_PEGAWAI.match(teks.strip()):
                kolom[letak].append((" ".join(teks.split()), satu.alinea.tempat.baris))
    return tuple(_make_block(satu) for satu in kolom if satu)


def _make_block(larik: Sequence[tuple[str, int]]) -> BlokTandaTangan:
    """A block from its lines: the party, its office, which ends with a comma, and after the seal the name."""
    jabatan: list[str] = []
    nama: list[str] = []
    sebutan, *sisa = larik
    for n, (teks, baris) in enumerate(sisa):
        terpisah = baris - (sisa[n - 1][1] if n else sebutan[1]) > 1
        (nama if nama or terpisah else jabatan).append(teks)
    if not nama and jabatan:
        nama = [jabatan.pop()]
    return BlokTandaTangan(_name(sebutan[0]), _office(jabatan), " ".join(nama))


def _office(larik: Sequence[str]) -> str | None:
    return " ".join(larik).rstrip().rstrip(",").rstrip() or None


def _name(teks: str) -> str:
    return " ".join(teks.split()).rstrip(", ")


def _read_block(baris: Sequence[Potongan], catatan: Catatan) -> BlokTandaTangan:
    """Read a block whose lines stand below each other; its name is the last line in capitals, titles apart."""
    catatan.take(Peran.TANDA_TANGAN, baris[0])
    isi: list[tuple[Potongan, str]] = []
    for satu in baris[1:]:
        satu = satu.unmarked()
        teks = " ".join(satu.teks.split())
        if not teks or _TTD.match(teks):
            catatan.take(Peran.CETAKAN, satu, "cap atau tanda tangan")
        elif isi and _NOMOR_PEGAWAI.match(teks):
            catatan.take(Peran.TANDA_TANGAN, satu, "nomor pegawai penanda tangan")
        elif teks:
            isi.append((satu, teks))
    batas = _find_name([teks for _, teks in isi])
    nama = isi[batas][1] if batas < len(isi) else ""
    if nama:
        catatan.take(Peran.TANDA_TANGAN, isi[batas][0])
    # What is not an office (it ends with a comma) is writing on a seal.
    kantor = [teks for _, teks in isi[:batas]]
    ada_jabatan = bool(kantor) and kantor[-1].endswith(",")
    for satu, _ in isi[:batas]:
        if ada_jabatan:
            catatan.take(Peran.TANDA_TANGAN, satu)
        else:
            catatan.take(Peran.CETAKAN, satu, "tulisan pada cap")
    catatan.leave((satu for satu, _ in isi[batas + 1 :]), "sesudah nama penanda tangan")
    return BlokTandaTangan(_name(baris[0].teks), _office(kantor) if ada_jabatan else None, nama)


def _find_name(larik: Sequence[str]) -> int:
    """The place of the name among the lines of a block; an office ends with a comma, or begins as offices do."""
    orang = [n for n, teks in enumerate(larik) if not teks.endswith(",") and not _KANTOR.match(teks)]
    kapital = [n for n in orang if is_capital(_GELAR_DEPAN.sub("", larik[n].partition(",")[0]))]
    return (kapital or orang or [len(larik)])[-1]
