"""What stands below the table of a work plan's sheet: the day of signing, the signatures, notes.

Naskah prints signatures of its own, so those of the sheet are passed over; anything else must not be lost unseen.
"""

import re
from collections.abc import Iterable, Mapping

from naskah.library.sheet_cells import Sel
from naskah.library.sheet_merges import Gabungan
from naskah.library.sheet_values import name_cell, name_column, shorten
from naskah.library.work_plan_header import Kepala, fold

_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november|desember"
# "Jakarta, 1 Januari 2026", also with the day or the month left open; "Ditetapkan di Jakarta".
_TANGGAL = re.compile(
    rf"[^\d,]{{2,60}},\s*(?:tanggal\s*)?[\d.…_\s/-]*(?:{_BULAN}|[.…_]{{3}}|\s{{3}}|\d[/-])[\d\s.…_/-]*"
    r"(?:19|20|21)[\d._…]{2}",
    re.IGNORECASE,
)
_TEMPAT = re.compile(r"(?:ditetapkan|ditandatangani|dibuat|disusun)\s+(?:di|oleh)\b.*|pada tanggal\b.*", re.IGNORECASE)
_PIHAK = re.compile(r"PIHAK(?:KE)?(?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN|PERTAMA)(?:BELAS)?|PARAPIHAK")
_MENGETAHUI = ("MENGETAHUI", "MENYETUJUI", "DISETUJUIOLEH", "DISETUJUI", "DISAHKANOLEH")
# Numbers of programmes and activities, which are counted anew, stand left of the programme.
_NOMOR_URUT = re.compile(r"\(?(?:\d{1,5}|[ivxlc]{1,8}|[a-z])[.)]{0,2}", re.IGNORECASE)
_NOMOR_KOLOM = re.compile(r"\(?\d{1,3}\)?")
_CATATAN = re.compile(r"(?:keterangan|catatan|ket\.?|\*+\)?)\s*[:=*)].*", re.IGNORECASE | re.DOTALL)


class BatasTabel:
    """Tells the rows of a table from what stands in or below it; what would be lost goes to `galat`."""

    def __init__(self, kepala: Kepala, gabungan: Gabungan, galat: list[tuple[str, str]]) -> None:
        self.kepala, self.gabungan, self.galat = kepala, gabungan, galat
        self._ada = False  # any row of the table yet
        self._lalu = kepala.akhir  # the last row that held something
        self._kepala_lalu = 0  # the last row of a header repeated on a further page
        self._selesai = False  # below the table
        self._tak_berjudul: set[int] = set()  # columns of which that was said

    def holds_row(self, nomor: int, sel: Mapping[int, Sel], milik: Mapping[int, Sel]) -> bool:
        """Whether a row belongs to the table; what else it may hold is named, so that nothing is lost unsaid."""
        if self._is_header(nomor, milik):
            return False
        catatan = next((s for s in sel.values() if len(sel) < 3 and _is_note(s.teks)), None)
        if catatan is not None:
            pesan = "keterangan ini bukan bagian tabel dan tidak akan tercetak; hapus, atau pindahkan ke dalam Pasal"
            self.galat.append((catatan.alamat, pesan))
            return False
        if self._selesai or _is_signing(s.teks for s in sel.values()):
            return self._pass_below(nomor, milik)
        self._check_untitled(sel)
        if milik:
            terputus, self._lalu = nomor > self._lalu + 1, nomor
            if terputus and self._ada and not self._follows_gap(nomor, milik):
                self._selesai = True
                pesan = (
                    f"baris {nomor} tidak memuat program atau tahapan kegiatan, dan di atasnya ada baris kosong; "
                    "hapus baris itu, atau hapus baris kosongnya bila masih bagian tabel"
                )
                self.galat.append((min(milik.items())[1].alamat, pesan))
        hasil = bool(milik) and not self._selesai
        self._ada = self._ada or hasil
        return hasil

    def _is_header(self, nomor: int, milik: Mapping[int, Sel]) -> bool:
        """The row (1) (2) (3), or the header repeated on a further page."""
        if all(_NOMOR_KOLOM.fullmatch(s.teks) for s in milik.values()) and len(milik) > 3:
            self._lalu = nomor
            return True
        tahun = {k for k, t in ((k, t) for t, k in self.kepala.tahun.items()) if str(t) == _text(milik, k)}
        judul = {fold(s.teks) for s in milik.values()}
        # The parties by themselves are who signs; below the first row of a header they belong to it.
        pihak = "PIHAKKESATU" in judul and self._kepala_lalu == nomor - 1
        if not (tahun or pihak or judul & {"TAHAPANKEGIATAN", "PENANGGUNGJAWAB"}):
            return False
        self._lalu = self._kepala_lalu = nomor
        return True

    def _pass_below(self, nomor: int, milik: Mapping[int, Sel]) -> bool:
        """Pass over a row below the table; an activity there would be lost."""
        self._selesai = True
        if _text(milik, self.kepala.kolom["nama"]) and len(milik) > 3:
            alamat = name_cell(nomor, self.kepala.kolom["nama"])
            self.galat.append((alamat, "kegiatan ini berada di bawah tanda tangan; pindahkan ke dalam tabel"))
        return False

    def _follows_gap(self, nomor: int, milik: Mapping[int, Sel]) -> bool:
        """Whether a row below an empty one still is of the table: it names something, or a merged cell covers it."""
        kolom = [self.kepala.kolom[kunci] for kunci in ("program", "nama")]
        return any(k in milik or self.gabungan.find(nomor, k) for k in kolom)

    def _check_untitled(self, sel: Mapping[int, Sel]) -> None:
        for kolom, satu in sel.items():
            if kolom in self.kepala.semua or kolom in self._tak_berjudul:
                continue
            if kolom < self.kepala.kolom["program"] and _NOMOR_URUT.fullmatch(satu.teks):
                continue
            self._tak_berjudul.add(kolom)
            if kolom < self.kepala.kolom["program"]:
                pesan = (
                    "bukan nomor, padahal kolom ini hanya untuk nomor dan tidak dicetak; pindahkan atau hapus isinya"
                )
            else:
                pesan = f"kolom {name_column(kolom)} tidak berjudul, jadi isinya tidak tercetak; beri judul atau hapus"
            self.galat.append((satu.alamat, f"{shorten(satu.teks)!r}: {pesan}"))


def _text(milik: Mapping[int, Sel], kolom: int) -> str:
    return milik[kolom].teks if kolom in milik else ""


def _is_signing(teks: Iterable[str]) -> bool:
    """Whether a row begins what stands below a table: each of its cells is a day of signing or names who signs."""
    semua = [satu.strip() for satu in teks]
    return bool(semua) and all(
        _PIHAK.fullmatch(fold(satu)) or fold(satu) in _MENGETAHUI or _TANGGAL.fullmatch(satu) or _TEMPAT.fullmatch(satu)
        for satu in semua
    )


def _is_note(teks: str) -> bool:
    """Whether a cell is a note to the table: "Keterangan: V = dilaksanakan"."""
    return _CATATAN.fullmatch(teks.strip()) is not None
