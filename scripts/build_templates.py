"""Make the Word templates of `templates/` from the tables below.

What it makes are ordinary Word files: staff restyle them in Word and never need this script. It exists so that the
shipped templates stay lean (only styles that are used) and reproducible (the same script, the same bytes).

    python scripts/build_templates.py [FOLDER]
"""

import sys
import zipfile
from pathlib import Path

from template_annex import annex_section, annexes_xml
from template_blocks import cell, choose, para, row, share, signatures_xml, table, tag_row, when
from template_styles import (
    FONT,
    GAYA,
    QUOTATION_DEPTHS,
    XML,
    W,
    camel,
    keep_used_styles,
    numbering_xml,
    styles_xml,
    theme_xml,
)

KINDS = {
    "nota-kesepakatan": "Nota Kesepakatan",
    "kesepakatan-bersama": "Kesepakatan Bersama",
    "perjanjian-kerja-sama": "Perjanjian Kerja Sama",
    "rencana-kerja": "Dokumen Rencana Kerja",
    "adendum": "Adendum",
}

# Lengths in twips (1/1440 inch; 567 = 1 cm). F4 is 215 x 330 mm (UU 12/2011 Lampiran II angka 284).
PAGE = (12189, 18709)
MARGIN = {"top": 1418, "right": 1418, "bottom": 1418, "left": 1701, "header": 709, "footer": 567, "gutter": 0}
WIDTH = PAGE[0] - MARGIN["left"] - MARGIN["right"]

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def head_xml(kind: str) -> str:
    """Return the title block: kind, parties, subject, numbers."""
    # An adendum names what it changes: ADENDUM KESATU / ATAS / PERJANJIAN KERJA SAMA.
    above = when("if kepala.atas", para("JudulNaskah", "ATAS"), para("JudulNaskah", "{{r kepala.atas }}"))
    return (
        when("if logo", para("Logo", "{{r logo }}"))
        + para("JudulNaskah", "{{r kepala.jenis }}")
        + (above if kind == "adendum" else "")
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
    """Return the table of parties: number, name, colon, komparisi; a party stays whole on one page."""
    widths = (567, 2381, 227, WIDTH - 567 - 2381 - 227)
    number = choose("gaya_pihak", {g: para("NomorPihak" + camel(g)) for g in GAYA})
    return share(
        table(
            widths,
            tag_row("for p in pihak", 4, WIDTH),
            row(
                cell(widths[0], number),
                cell(widths[1], para("NamaPihak", "{{r p.nama }}")),
                cell(widths[2], para("NamaPihak", ":")),
                cell(widths[3], when("for alinea in p.komparisi", para("Komparisi", "{{r alinea }}"))),
            ),
            tag_row("endfor", 4, WIDTH),
        )
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


def quotation_cases() -> dict[str, str]:
    """Return the lines of what an adendum quotes; their numbers are text."""
    text, line = "{{r isi }}", "{{ tanda }}\t:\t{{r isi }}"
    title = when("if isi", para("KutipanJudulPasal", text))
    return {
        "kutipan-pasal": para("KutipanPasal", "{{r tanda }}") + title,
        "kutipan-isi": para("KutipanIsi", text),
        **{f"kutipan-{depth}": para(f"Kutipan{depth}", text) for depth in QUOTATION_DEPTHS},
        "kutipan-isian": para("KutipanIsian", line),
    }


def body_xml(kind: str) -> str:
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
        **(quotation_cases() if kind == "adendum" else {}),
    }
    return when("for gaya, tanda, isi in batang", choose("gaya", cases))


def document_xml(kind: str) -> str:
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
    if kind == "rencana-kerja":  # a document of its own: on its side throughout, the table before the closing
        # Closing words and signatures are rows of the table: they never stand on a page without one of its rows.
        blocks = (head_xml(kind), annexes_xml())
        section = annex_section(PAGE, refs, first=True)
        return f"{XML}<w:document {W} {R}><w:body>{''.join(blocks)}{para('BarisAkhir')}{section}</w:body></w:document>"
    # The last paragraph of the upright section holds its settings; what follows goes when there is no annex.
    end = para("BarisAkhir").replace("</w:pPr>", f"{section}</w:pPr>")
    blocks = (head_xml(kind), parties_xml(), opening_xml(), body_xml(kind), closing, signatures_xml(WIDTH), end)
    annexes = annexes_xml() + para("BarisAkhir") + annex_section(PAGE, refs)
    return f"{XML}<w:document {W} {R}><w:body>{''.join(blocks)}{annexes}</w:body></w:document>"


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


def package(kind: str = "perjanjian-kerja-sama") -> dict[str, str]:
    """Return every part of the template of a kind: name and text."""
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
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{ns}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{ns}/relationships">{root}</Relationships>',
        "docProps/core.xml": core_xml(),
        "word/document.xml": document_xml(kind),
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{ns}/relationships">{rels}</Relationships>',
        **{f"word/{name}.xml": make() for name, (_, _, make) in WORD_PARTS.items()},
        "word/styles.xml": styles_xml(quotations=kind == "adendum", sideways=kind == "rencana-kerja"),
    }
    # Without pasal and lists, what numbers them is left out too.
    return keep_used_styles(parts) if kind == "rencana-kerja" else parts


def main(folder: Path) -> None:
    """Write the template of each kind into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        with zipfile.ZipFile(folder / f"{kind}.docx", "w") as berkas:
            for name, text in package(kind).items():
                # A fixed date: the same script must give the same bytes.
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                berkas.writestr(info, text.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "templates")
