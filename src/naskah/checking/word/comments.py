"""Findings as Word comments at their places, in a copy of the file that was checked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from naskah.checking.finding import Temuan
from naskah.checking.word.copying import dump, open_copyable, write_copy
from naskah.checking.word.stretches import cut, matches, runs_between
from naskah.reading.docx.package import Paket, W
from naskah.reading.docx.runs import iter_paragraphs, own_text

PENULIS = "naskah"
_JENIS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_ISI = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELASI = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TIPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DAFTAR = "[Content_Types].xml"


def write_comments(asal: Path, temuan: Sequence[Temuan], tujuan: Path, waktu: datetime) -> None:
    """Write a copy of `asal` with every finding as a comment.

    One whose place is no paragraph of the document (it is about the whole, or about a header) is at the first
    paragraph that prints something.

    Raises:
        NaskahError: the file cannot be read, or not be changed.
        OSError: the place cannot be written.
    """
    paket = open_copyable(asal)
    with paket.zip:
        bagian = _put_in(paket, temuan, waktu)
        write_copy(paket, tujuan, bagian)


def _put_in(paket: Paket, temuan: Sequence[Temuan], waktu: datetime) -> dict[str, bytes]:
    if not temuan:
        return {}
    komentar = _Komentar(paket)
    paragraf = list(iter_paragraphs(paket.document))
    if not paragraf:
        return {}
    muka = next((i for i, p in enumerate(paragraf) if own_text(p).strip()), 0)
    per_paragraf: dict[int, list[Temuan]] = defaultdict(list)
    for satu in temuan:
        di = satu.tempat.alinea if satu.tempat and 0 <= satu.tempat.alinea < len(paragraf) else None
        per_paragraf[muka if di is None else di].append(satu)
    for di, isi in sorted(per_paragraf.items()):
        _mark(paragraf[di], [(satu, komentar.add(satu, waktu)) for satu in isi], di)
    return {paket.utama: dump(paket.document), **komentar.parts()}


def _mark(paragraf: Any, temuan: Sequence[tuple[Temuan, str]], di: int) -> None:
    """Put the marks of comments around the words that they are about."""
    teks = own_text(paragraf)
    letak = [(*_find_words(teks, satu, di), nomor) for satu, nomor in temuan]
    potongan = cut(paragraf, {batas for awal, akhir, _ in letak for batas in (awal, akhir)})
    # The last first: what is put behind the same run then stands in the order of the numbers.
    for awal, akhir, nomor in reversed(letak):
        runs = runs_between(potongan, awal, akhir)
        tanda = _make(paragraf, "commentRangeStart", id=nomor)
        akhiran = _make(paragraf, "commentRangeEnd", id=nomor)
        acuan = _make(paragraf, "r")
        acuan.append(_make(paragraf, "commentReference", id=nomor))
        if runs:
            runs[0].addprevious(tanda)
            runs[-1].addnext(akhiran)
            akhiran.addnext(acuan)
        else:
            paragraf.extend([tanda, akhiran, acuan])


def _find_words(teks: str, temuan: Temuan, di: int) -> tuple[int, int]:
    """Where the words of a finding stand in its paragraph; where they do not, the whole paragraph."""
    kutipan, tempat = temuan.kutipan, temuan.tempat
    if kutipan and tempat is not None and tempat.alinea == di:
        awal = tempat.awal
        if matches(teks, awal, awal + len(kutipan), kutipan):
            return awal, awal + len(kutipan)
        awal = teks.find(kutipan)
        if awal >= 0:
            return awal, awal + len(kutipan)
    return 0, len(teks)


class _Komentar:
    """The part that holds the comments, with those that others wrote."""

    def __init__(self, paket: Paket) -> None:
        jalur = PurePosixPath(paket.utama)
        self._paket = paket
        self._nama_relasi = _name_relations(jalur)
        ada = next(paket.related("comments"), None)
        self._baru = ada is None
        self._akar: Any = paket.document.makeelement(f"{W}comments", nsmap={"w": W[1:-1]}) if ada is None else ada
        self._nama = (_free_name if ada is None else _find_name)(paket, jalur)
        nomor = (satu.get(f"{W}id", "") for satu in self._akar)
        self._nomor = max((int(n) for n in nomor if n.isascii() and n.isdigit()), default=-1)

    def add(self, temuan: Temuan, waktu: datetime) -> str:
        """Add the comment of a finding; its number."""
        self._nomor += 1
        nomor = str(self._nomor)
        tanggal = waktu.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
        satu = _make(self._akar, "comment", id=nomor, author=PENULIS, date=tanggal, initials=PENULIS[0])
        satu.append(self._paragraph(f"{temuan.keparahan.capitalize()} {temuan.kode}. ", temuan.pesan))
        satu.append(self._paragraph("", temuan.saran))
        if not temuan.kutipan:
            satu.append(self._paragraph("", f"({temuan.letak})"))
        self._akar.append(satu)
        return nomor

    def parts(self) -> dict[str, bytes]:
        """Return the part, and what names it in the package where it is new."""
        hasil = {self._nama: dump(self._akar)}
        if not self._baru:
            return hasil
        relasi = self._paket.part(self._nama_relasi)
        if relasi is None:
            relasi = self._akar.makeelement(f"{_RELASI}Relationships", nsmap={None: _RELASI[1:-1]})
        dipakai = {satu.get("Id") for satu in relasi}
        bebas = next(nama for i in range(1, len(dipakai) + 2) if (nama := f"rIdKomentar{i}") not in dipakai)
        sasaran = f"/{self._nama}"
        relasi.append(relasi.makeelement(f"{_RELASI}Relationship", Id=bebas, Type=_JENIS, Target=sasaran))
        tipe = self._paket.part(_DAFTAR)
        if tipe is None:
            tipe = self._akar.makeelement(f"{_TIPE}Types", nsmap={None: _TIPE[1:-1]})
        tipe.append(tipe.makeelement(f"{_TIPE}Override", PartName=sasaran, ContentType=_ISI))
        return hasil | {self._nama_relasi: dump(relasi), _DAFTAR: dump(tipe)}

    def _paragraph(self, tebal: str, teks: str) -> Any:
        hasil = _make(self._akar, "p")
        for isi, sifat in ((tebal, "b"), (teks, "")):
            if not isi:
                continue
            run = _make(self._akar, "r")
            if sifat:
                rpr = _make(self._akar, "rPr")
                rpr.append(_make(self._akar, sifat))
                run.append(rpr)
            unsur = _make(self._akar, "t")
            unsur.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            unsur.text = _printable(isi)
            run.append(unsur)
            hasil.append(run)
        return hasil


def _make(dekat: Any, nama: str, **sifat: str) -> Any:
    return dekat.makeelement(f"{W}{nama}", {f"{W}{kunci}": nilai for kunci, nilai in sifat.items()})


def _printable(teks: str) -> str:
    """Text without what XML cannot hold; line breaks as spaces."""
    return "".join(huruf if huruf.isprintable() else " " for huruf in teks)


def _name_relations(jalur: PurePosixPath) -> str:
    return str(jalur.parent / "_rels" / f"{jalur.name}.rels")


def _free_name(paket: Paket, jalur: PurePosixPath) -> str:
    ada = set(paket.zip.namelist())
    calon: Iterable[str] = ("comments.xml", *(f"comments{i}.xml" for i in range(2, len(ada) + 3)))
    return next(nama for c in calon if (nama := str(jalur.parent / c)) not in ada)


def _find_name(paket: Paket, jalur: PurePosixPath) -> str:
    """The name of the part with the comments, which is known to be there."""
    relasi: Any = paket.part(_name_relations(jalur))
    sasaran = next(str(satu.get("Target")) for satu in relasi if satu.get("Type", "").endswith("/comments"))
    return sasaran.lstrip("/") if sasaran.startswith("/") else str(jalur.parent / sasaran)
