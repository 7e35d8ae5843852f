"""Make the Word templates of `templates/` from the tables below.

What it makes are ordinary Word files: staff restyle them in Word and never need this script. It exists so that the
shipped templates stay lean (only styles that are used) and reproducible (the same script, the same bytes).

    python scripts/build_templates.py [FOLDER]
"""

import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from template_styles import CAPS_STYLES, FONT, GAYA, XML, W, camel, numbering_xml, styles_xml, theme_xml

KINDS = {
    "nota-kesepakatan": "Nota Kesepakatan",
    "kesepakatan-bersama": "Kesepakatan Bersama",
    "perjanjian-kerja-sama": "Perjanjian Kerja Sama",
}

# Lengths in twips (1/1440 inch; 567 = 1 cm). F4 is 215 x 330 mm (UU 12/2011 Lampiran II angka 284).
PAGE = (12189, 18709)
MARGIN = {"top": 1418, "right": 1418, "bottom": 1418, "left": 1701, "header": 709, "footer": 567, "gutter": 0}
WIDTH = PAGE[0] - MARGIN["left"] - MARGIN["right"]

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def para(style: str, text: str = "") -> str:
    """Return a paragraph of one style."""
    # A tag shows as it is written even where its value will be in capitals.
    rpr = '<w:rPr><w:caps w:val="0"/></w:rPr>' if style in CAPS_STYLES else ""
    runs = "".join(
        "<w:r><w:tab/></w:r>"
        if part == "\t"
        else f'<w:r>{rpr if "{{r" in part else ""}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in re.split(r"(\t|\{\{.*?\}\})", text)
        if part
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def when(tag: str, *blocks: str) -> str:
    """Return blocks between a paragraph tag ("if ..." or "for ...") and its end."""
    return para("TagTemplat", f"{{%p {tag} %}}") + "".join(blocks) + para("TagTemplat", f"{{%p end{tag.split()[0]} %}}")


def choose(variable: str, cases: dict[str, str]) -> str:
    """Return one block for each value of a variable."""
    xml = "".join(
        para("TagTemplat", f'{{%p {"elif" if i else "if"} {variable} == "{value}" %}}') + block
        for i, (value, block) in enumerate(cases.items())
    )
    return xml + para("TagTemplat", "{%p endif %}")


def cell(width: int, *blocks: str, span: int = 1) -> str:
    """Return a table cell."""
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid}</w:tcPr>{"".join(blocks)}</w:tc>'


def row(*cells: str, height: int = 0, split: bool = False) -> str:
    """Return a table row; unless `split`, it stays whole on one page."""
    pr = "" if split else "<w:cantSplit/>"
    pr += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr>{f'<w:trPr>{pr}</w:trPr>' if pr else ''}{''.join(cells)}</w:tr>"


def tag_row(tag: str, columns: int, width: int) -> str:
    """Return a row that holds a row tag alone."""
    return row(cell(width, para("TagTemplat", f"{{%tr {tag} %}}"), span=columns))


def table(widths: tuple[int, ...], *rows: str, borders: bool = False, jc: str = "") -> str:
    """Return a table of fixed column widths."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    border = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for e in edges)
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    inset = 57 if borders else 0
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        + (f'<w:jc w:val="{jc}"/>' if jc else "")
        + (f"<w:tblBorders>{border}</w:tblBorders>" if borders else "")
        + f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{inset}" w:type="dxa"/>'
        f'<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + "".join(rows)
        + "</w:tbl>"
    )


def head_xml() -> str:
    """Return the title block: kind, parties, subject, numbers."""
    return (
        when("if logo", para("Logo", "{{r logo }}"))
        + para("JudulNaskah", "{{r kepala.jenis }}")
        + para("JudulNaskah", "ANTARA")
        + when(
            "for nama in kepala.pihak",
            para("JudulNaskah", "{{r nama }}"),
            when("if not loop.last", para("JudulNaskah", "DAN")),
        )
        + para("JudulNaskah", "TENTANG")
        + para("TentangNaskah", "{{r kepala.tentang }}")
        + when("for nomor in kepala.nomor", para("NomorNaskah", "NOMOR: {{ nomor }}"))
        + para("Pembuka", "{{r pembuka }}")
    )


def parties_xml() -> str:
    """Return the table of parties: number, name, colon, komparisi. A long komparisi may run over a page."""
    widths = (680, 2608, 284, WIDTH - 680 - 2608 - 284)
    number = choose("gaya_pihak", {g: para("NomorPihak" + camel(g)) for g in GAYA})
    return table(
        widths,
        tag_row("for p in pihak", 4, WIDTH),
        row(
            cell(widths[0], number),
            cell(widths[1], para("NamaPihak", "{{r p.nama }}")),
            cell(widths[2], para("NamaPihak", ":")),
            cell(widths[3], when("for alinea in p.komparisi", para("Komparisi", "{{r alinea }}"))),
            split=True,
        ),
        tag_row("endfor", 4, WIDTH),
    )


def opening_xml() -> str:
    """Return what stands between the parties and the first pasal."""
    premis = {g: para("Premis" + camel(g), "{{r butir }}") for g in GAYA}
    return (
        when("for alinea in setelah_pihak", para("ParaPihak", "{{r alinea }}"))
        + when(
            "if premis",
            para("PengantarPremis", "{{r premis.pengantar }}"),
            when("for butir in premis.butir", choose("premis.gaya", premis)),
        )
        + when(
            "for d in dasar",
            para("PengantarDasar", "{{r d.pengantar }}"),
            when("for butir in d.butir", para("DasarHukum", "{{r butir }}")),
        )
        + para("Kesepakatan", "{{r kesepakatan }}")
    )


def body_xml() -> str:
    """Return the pasal: one loop over lines, each in the style of its level."""
    text, line = "{{r isi }}", "{{ tanda }}\t:\t{{r isi }}"
    title = {g: when("if isi", para(g, text)) for g in ("JudulBab", "JudulBagian", "JudulParagraf", "JudulPasal")}
    cases = {
        "bab": para("Bab", "{{r tanda }}") + title["JudulBab"],
        "bagian": para("Bagian", "{{r tanda }}") + title["JudulBagian"],
        "paragraf": para("Paragraf", "{{r tanda }}") + title["JudulParagraf"],
        "pasal": para("Pasal", "{{r tanda }}") + title["JudulPasal"],
        "isi": para("IsiPasal", text),
        **{g: para(camel(g), text) for g in ("ayat", "definisi")},
        **{g: para(camel(g), text) for g in ("huruf", "angka", "huruf-kurung", "angka-kurung")},
        **{g: para(camel(g), text) for g in ("huruf-pasal", "angka-pasal", "huruf-kurung-pasal", "angka-kurung-pasal")},
        **{g: para(camel(g), line) for g in ("isian", "isian-ayat", "isian-huruf")},
    }
    return when("for gaya, tanda, isi in batang", choose("gaya", cases))


def signatures_xml() -> str:
    """Return the signature table: party and office, room for the meterai, name; it never splits over pages."""

    def rows(width: int, sides: tuple[str, ...], span: int) -> str:
        def office(side: str) -> str:
            return when(f"if {side}.jabatan", para("SebutanPenandatangan", f"{{{{r {side}.jabatan }}}},"))

        party = (para("SebutanPenandatangan", f"{{{{r {side}.sebutan }}}},") for side in sides)
        above = (cell(width, title, office(side), span=span) for title, side in zip(party, sides, strict=True))
        name = (cell(width, para("NamaPenandatangan", f"{{{{r {side}.nama }}}}"), span=span) for side in sides)
        room = (cell(width, para("RuangMeterai"), span=span) for _ in sides)
        return row(*above) + row(*room, height=1701) + row(*name)

    half = WIDTH // 2
    tags = {t: tag_row(t, 2, 2 * half) for t in ("if baris.tengah", "else", "endif", "endfor")}
    return table(
        (half, half),
        tag_row("for baris in tanda_tangan", 2, 2 * half),
        tags["if baris.tengah"],
        rows(2 * half, ("baris.tengah",), 2),
        tags["else"],
        rows(half, ("baris.kiri", "baris.kanan"), 1),
        tags["endif"],
        tags["endfor"],
    )


def document_xml() -> str:
    """Return word/document.xml."""
    margin = " ".join(f'w:{side}="{length}"' for side, length in MARGIN.items())
    refs = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{part}_{kind}"/>'
        for part in ("header", "footer")
        for kind in ("default", "first")
    )
    section = (
        f'<w:sectPr>{refs}<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar {margin}/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    closing = when("for alinea in penutup", para("PenutupNaskah", "{{r alinea }}"))
    blocks = (head_xml(), parties_xml(), opening_xml(), body_xml(), closing, signatures_xml(), para("BarisAkhir"))
    return f"{XML}<w:document {W} {R}><w:body>{''.join(blocks)}{section}</w:body></w:document>"


def header_xml(number: bool) -> str:
    """Return a header: "- 2 -", or nothing on the first page."""
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    field = f'{run.format("- ")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>{run.format(" -")}'
    content = f'<w:p><w:pPr><w:pStyle w:val="AngkaHalaman"/></w:pPr>{field if number else ""}</w:p>'
    return f"{XML}<w:hdr {W}>{content}</w:hdr>"


def footer_xml() -> str:
    """Return a footer with one paraf box for each party."""
    widths = (2835, 1418)
    boxes = table(
        widths,
        tag_row("for nama in paraf", 2, sum(widths)),
        row(cell(widths[0], para("Paraf", "Paraf {{ nama }}")), cell(widths[1], para("Paraf")), height=425),
        tag_row("endfor", 2, sum(widths)),
        borders=True,
        jc="right",
    )
    return f"{XML}<w:ftr {W}>{when('if paraf', para('JarakParaf'), boxes)}{para('BarisAkhir')}</w:ftr>"


def core_xml() -> str:
    """Return docProps/core.xml. Without dates: the same input must give the same bytes."""
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ judul }}</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def settings_xml() -> str:
    """Return word/settings.xml. No updateFields: Word would ask the reader, and the cached texts are right."""
    return (
        f'{XML}<w:settings {W}><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def font_table_xml() -> str:
    """Return word/fontTable.xml: where Bookman Old Style is missing, a font of the same widths."""
    return (
        f'{XML}<w:fonts {W}><w:font w:name="{FONT}"><w:altName w:val="URW Bookman"/>'
        '<w:panose1 w:val="02050604050505020204"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


# part: (content type, relationship type, its contents); the relationship id is the name of the part.
WORD_PARTS = {
    "styles": (f"{WORD_TYPE}.styles+xml", "styles", styles_xml),
    "numbering": (f"{WORD_TYPE}.numbering+xml", "numbering", numbering_xml),
    "settings": (f"{WORD_TYPE}.settings+xml", "settings", settings_xml),
    "fontTable": (f"{WORD_TYPE}.fontTable+xml", "fontTable", font_table_xml),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme", theme_xml),
    "header_default": (f"{WORD_TYPE}.header+xml", "header", lambda: header_xml(number=True)),
    "header_first": (f"{WORD_TYPE}.header+xml", "header", lambda: header_xml(number=False)),
    "footer_default": (f"{WORD_TYPE}.footer+xml", "footer", footer_xml),
    "footer_first": (f"{WORD_TYPE}.footer+xml", "footer", footer_xml),
}


def package() -> dict[str, str]:
    """Return every part of a template: name and text."""
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    types = {"/docProps/core.xml": core, "/word/document.xml": f"{WORD_TYPE}.document.main+xml"}
    types |= {f"/word/{name}.xml": kind for name, (kind, _, _) in WORD_PARTS.items()}
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    rel = '<Relationship Id="{}" Type="{}" Target="{}"/>'
    rels = "".join(rel.format(n, f"{OFFICE}/{kind}", f"{n}.xml") for n, (_, kind, _) in WORD_PARTS.items())
    meta = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    root = rel.format("rId1", f"{OFFICE}/officeDocument", "word/document.xml")
    root += rel.format("rId2", meta, "docProps/core.xml")
    ns = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{ns}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{ns}/relationships">{root}</Relationships>',
        "docProps/core.xml": core_xml(),
        "word/document.xml": document_xml(),
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{ns}/relationships">{rels}</Relationships>',
        **{f"word/{name}.xml": make() for name, (_, _, make) in WORD_PARTS.items()},
    }


def main(folder: Path) -> None:
    """Write the template of each kind into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        with zipfile.ZipFile(folder / f"{kind}.docx", "w") as berkas:
            for name, text in package().items():
                # A fixed date: the same script must give the same bytes.
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                berkas.writestr(info, text.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "templates")
