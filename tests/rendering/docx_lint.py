"""Faults in a .docx that a schema validator and LibreOffice let pass, but that Word repairs or refuses."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree
from rendered_docx import W, parts, text_of, val

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TEXT_PARTS = re.compile(r"word/(document|header[^/]*|footer[^/]*)\.xml")


def lint(docx: bytes, *, braces_are_text: bool = False) -> list[str]:
    """Return the faults found, each beginning with the code of its rule."""
    isi = parts(docx)
    faults = list(_well_formed(isi))
    if faults:
        return faults
    pohon = {nama: etree.fromstring(data) for nama, data in isi.items() if nama.endswith((".xml", ".rels"))}
    faults += [*_content_types(isi, pohon), *_relationships(isi, pohon)]
    faults += [*_numbering(pohon), *_styles(pohon), *_bookmarks(pohon), *_drawings(pohon)]
    for nama in filter(TEXT_PARTS.fullmatch, pohon):
        akar = pohon[nama]
        faults += [*_tables(akar), *_fields(akar), *_blocks(akar)]
        if not braces_are_text:
            faults += _tags(akar)
    core = pohon.get("docProps/core.xml")
    if core is not None and not braces_are_text and re.search(r"\{[{%]", "".join(core.itertext())):
        faults.append("tag: left over in docProps/core.xml")
    return faults


def _well_formed(isi: dict[str, bytes]) -> Iterator[str]:
    for nama, data in isi.items():
        if nama.endswith((".xml", ".rels")):
            try:
                etree.fromstring(data)
            except etree.XMLSyntaxError as error:
                yield f"xml: {nama}: {error}"


def _content_types(isi: dict[str, bytes], pohon: dict[str, Any]) -> Iterator[str]:
    akar = pohon["[Content_Types].xml"]
    ekor = {satu.get("Extension").lower() for satu in akar.iter(f"{CT}Default")}
    khusus = [satu.get("PartName") for satu in akar.iter(f"{CT}Override")]
    for nama in isi:
        if nama != "[Content_Types].xml" and nama.rpartition(".")[2].lower() not in ekor and f"/{nama}" not in khusus:
            yield f"content-type: {nama} has none"
    for nama, kali in Counter(khusus).items():
        if kali > 1 or nama.lstrip("/") not in isi:
            yield f"content-type: override of {nama}, which is missing or named twice"


def _relationships(isi: dict[str, bytes], pohon: dict[str, Any]) -> Iterator[str]:
    ids: dict[str, set[str]] = {}
    for nama, akar in pohon.items():
        if not nama.endswith(".rels"):
            continue
        folder, _, berkas = nama.rpartition("/")
        pemilik = posixpath.join(posixpath.dirname(folder), berkas.removesuffix(".rels"))
        semua = [satu.get("Id") for satu in akar]
        ids[pemilik] = set(semua)
        if len(set(semua)) != len(semua):
            yield f"rel: id used twice in {nama}"
        for satu in akar:
            tujuan = posixpath.normpath(posixpath.join(posixpath.dirname(pemilik), satu.get("Target")))
            if satu.get("TargetMode") == "External":
                yield f"rel: external target {satu.get('Target')}"
            elif tujuan.lstrip("/") not in isi:
                yield f"rel: target {tujuan} of {nama} is missing"
    for nama, akar in pohon.items():
        for satu in akar.iter():
            for kunci in ("id", "embed", "link"):
                nilai = satu.get(f"{R}{kunci}")
                if nilai is not None and nilai not in ids.get(nama, set()):
                    yield f"rel: {nama} uses {nilai}, which is not defined"


def _numbering(pohon: dict[str, Any]) -> Iterator[str]:
    akar = pohon["word/numbering.xml"]
    abstrak = {satu.get(f"{W}abstractNumId") for satu in akar.iter(f"{W}abstractNum")}
    ada = {satu.get(f"{W}numId") for satu in akar.iter(f"{W}num")} | {"0"}
    for satu in akar.iter(f"{W}num"):
        if val(satu, "abstractNumId") not in abstrak:
            yield f"num: {satu.get(f'{W}numId')} points at no abstractNum"
    for nama, lain in pohon.items():
        for satu in lain.iter(f"{W}numId"):
            if satu.get(f"{W}val") not in ada:
                yield f"num: numId {satu.get(f'{W}val')} in {nama} is not defined"
        if nama != "word/styles.xml":
            for satu in lain.iter(f"{W}numPr"):
                if val(satu, "numId") != "0":
                    yield f"num: a paragraph of {nama} is numbered by itself, not by its style"


def _styles(pohon: dict[str, Any]) -> Iterator[str]:
    ada = {satu.get(f"{W}styleId") for satu in pohon["word/styles.xml"].iter(f"{W}style")}
    for nama, akar in pohon.items():
        for jenis in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            for satu in akar.iter(f"{W}{jenis}"):
                if satu.get(f"{W}val") not in ada:
                    yield f"style: {satu.get(f'{W}val')} in {nama} is not defined"


def _bookmarks(pohon: dict[str, Any]) -> Iterator[str]:
    mulai = [satu for akar in pohon.values() for satu in akar.iter(f"{W}bookmarkStart")]
    akhir = [satu.get(f"{W}id") for akar in pohon.values() for satu in akar.iter(f"{W}bookmarkEnd")]
    nama = [satu.get(f"{W}name") for satu in mulai]
    ids = [satu.get(f"{W}id") for satu in mulai]
    for satu, kali in Counter(n.lower() for n in nama).items():
        if kali > 1 or not re.fullmatch(r"\w{1,40}", satu):
            yield f"bookmark: name {satu} is used twice or not valid"
    if len(set(ids)) != len(ids) or sorted(ids) != sorted(akhir):
        yield "bookmark: ids not unique, or starts and ends do not pair"
    for akar in pohon.values():
        terbuka: set[str] = set()
        for satu in akar.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            if satu.tag == f"{W}bookmarkStart":
                terbuka.add(satu.get(f"{W}id"))
            elif satu.get(f"{W}id") not in terbuka:
                yield "bookmark: ends before it starts"
        for kode in akar.iter(f"{W}instrText"):
            cocok = re.match(r"\s*(?:PAGE)?REF\s+(\S+)", kode.text or "")
            if cocok and cocok[1] not in nama:
                yield f"ref: bookmark {cocok[1]} is missing"
        for tautan in akar.iter(f"{W}hyperlink"):
            if tautan.get(f"{W}anchor") not in nama:
                yield f"ref: bookmark {tautan.get(f'{W}anchor')} is missing"


def _drawings(pohon: dict[str, Any]) -> Iterator[str]:
    ids = [satu.get("id") for akar in pohon.values() for satu in akar.iter(f"{WP}docPr")]
    if len(set(ids)) != len(ids):
        yield "drawing: id used twice"


def _tables(akar: Any) -> Iterator[str]:
    for tabel in akar.iter(f"{W}tbl"):
        kolom = len(tabel.findall(f"{W}tblGrid/{W}gridCol"))
        baris = tabel.findall(f"{W}tr")
        if not baris:
            yield "table: without rows"
        terbuka: dict[int, int] = {}
        for satu in baris:
            letak, kini = int(val(satu, "trPr/gridBefore") or 0), {}
            for sel in satu.findall(f"{W}tc"):
                lebar = int(val(sel, "tcPr/gridSpan") or 1)
                gabung = sel.find(f"{W}tcPr/{W}vMerge")
                if gabung is not None:
                    if gabung.get(f"{W}val") != "restart" and terbuka.get(letak) != lebar:
                        yield "merge: a merged cell goes on from nothing above it"
                    kini[letak] = lebar
                if not len(sel) or sel[-1].tag != f"{W}p":
                    yield "cell: does not end with a paragraph"
                letak += lebar
            terbuka = kini
            if letak + int(val(satu, "trPr/gridAfter") or 0) != kolom:
                yield f"table: a row spans {letak} of {kolom} columns"
        if (lanjut := tabel.getnext()) is not None and lanjut.tag == f"{W}tbl":
            yield "table: two tables touch, and Word makes them one"


def _fields(akar: Any) -> Iterator[str]:
    for paragraf in akar.iter(f"{W}p"):
        urut = [satu.get(f"{W}fldCharType") for satu in paragraf.iter(f"{W}fldChar")]
        if urut != ["begin", "separate", "end"] * (len(urut) // 3):
            yield f"field: not whole: {urut}"


def _blocks(akar: Any) -> Iterator[str]:
    isi = akar.find(f"{W}body") if akar.tag == f"{W}document" else akar
    anak = [satu for satu in isi if satu.tag != f"{W}sectPr"]
    if not anak or anak[-1].tag != f"{W}p":
        yield "block: a part must end with a paragraph"
    for satu in akar.iter(f"{W}t"):
        if satu.getparent().tag != f"{W}r":
            yield "block: text outside a run"
    for satu in akar.iter(f"{W}r"):
        if satu.getparent().tag == f"{W}r":
            yield "block: a run inside a run"


def _tags(akar: Any) -> list[str]:
    teks = "\n".join(text_of(satu) for satu in akar.iter(f"{W}p"))
    return [f"tag: left over: {satu[0]}" for satu in re.finditer(r"\{[{%#][^\n]*|[%}#]\}", teks)]
