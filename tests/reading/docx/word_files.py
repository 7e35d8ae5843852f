"""Word files written by hand, as small as Word would open them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_JENIS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NS = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_AKAR = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header": "hdr", "footer": "ftr"}


def document(isi: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_NS}><w:body>{isi}</w:body></w:document>'


def package(isi: str, **bagian: str) -> dict[str, str]:
    """The parts of a file: its body, and the insides of styles, numbering, footnotes, header, footer."""
    semua = {"_rels/.rels": _relations({"word/document.xml": "officeDocument"}), "word/document.xml": document(isi)}
    for nama, xml in bagian.items():
        semua[f"word/{nama}.xml"] = f"<w:{_AKAR[nama]} {_NS}>{xml}</w:{_AKAR[nama]}>"
    semua["word/_rels/document.xml.rels"] = _relations({f"{nama}.xml": nama for nama in bagian})
    return semua


def _relations(semua: Mapping[str, str]) -> str:
    isi = "".join(
        f'<Relationship Id="r{i}" Type="{_JENIS}/{jenis}" Target="{sasaran}"/>'
        for i, (sasaran, jenis) in enumerate(semua.items())
    )
    return f'<Relationships xmlns="{_RELS}">{isi}</Relationships>'


def zipped(semua: Mapping[str, str | bytes]) -> bytes:
    hasil = BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as berkas:
        for nama, isi in semua.items():
            berkas.writestr(nama, isi)
    return hasil.getvalue()


def save(folder: Path, isi: str, **bagian: str) -> Path:
    jalur = folder / "naskah.docx"
    jalur.write_bytes(zipped(package(isi, **bagian)))
    return jalur


def p(teks: str = "", *, num: tuple[int, int] | None = None, gaya: str = "") -> str:
    """A paragraph; `num` is the number of its list and its level."""
    pr = f'<w:pStyle w:val="{gaya}"/>' if gaya else ""
    if num is not None:
        pr += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{pr}</w:pPr>{r(teks) if teks else ''}</w:p>"


def r(teks: str, pr: str = "") -> str:
    return f'<w:r><w:rPr>{pr}</w:rPr><w:t xml:space="preserve">{teks}</w:t></w:r>'


def level(i: int, bentuk: str, teks: str, lain: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/>{lain}<w:lvlText w:val="{teks}"/></w:lvl>'
    )


def lists(*abstrak: str, num: Mapping[int, tuple[int, str]]) -> str:
    """Definitions of lists, numbered from 0, and the lists made of them: number -> definition and overrides."""
    isi = "".join(f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstrak))
    return isi + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/>{lain}</w:num>' for n, (a, lain) in num.items()
    )


def table(*baris: tuple[str, ...]) -> str:
    """Rows of cells, each the XML of its blocks."""
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(f'<w:tc>{sel}</w:tc>' for sel in satu)}</w:tr>" for satu in baris)
        + "</w:tbl>"
    )
