"""The styles and numbered lists of the Word templates, as tables; build_templates.py writes them into files."""

import re

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

FONT = "Bookman Old Style"

# Indents in twips (1/1440 inch; 567 = 1 cm): the text of an ayat, and one level of list more.
AYAT = 680
STEP = 567

# The lists. Each level: (styleId or None, format, text, left, hanging). A level restarts when any level above it
# is used, so the order of levels alone makes ayat restart at a Pasal, and huruf at an ayat, a definition or a Pasal.
PASAL_LIST = (
    ("Pasal", "decimal", "Pasal\u00a0%1", 0, 0),  # no break between: a REF field prints it in a line
    ("Ayat", "decimal", "(%2)", AYAT, AYAT),
    ("Definisi", "decimal", "%3.", AYAT, AYAT),
    ("Huruf", "lowerLetter", "%4.", AYAT + STEP, STEP),
    ("Angka", "decimal", "%5.", AYAT + 2 * STEP, STEP),
    ("HurufKurung", "lowerLetter", "%6)", AYAT + 3 * STEP, STEP),
    ("AngkaKurung", "decimal", "%7)", AYAT + 4 * STEP, STEP),
)
KELOMPOK_LIST = (
    ("Bab", "upperRoman", "BAB %1", 0, 0),
    ("Bagian", "none", "", 0, 0),  # "Bagian Kesatu": Word cannot count so in Indonesian; the words are text
    ("Paragraf", "decimal", "Paragraf %3", 0, 0),
)
# The heading of a block of legal bases is a level without a number, so every block counts from 1 again.
DASAR_LIST = (("PengantarDasar", "none", "", 0, 0), ("DasarHukum", "decimal", "%2.", AYAT, AYAT))
GAYA = {"angka": "decimal", "huruf": "lowerLetter", "huruf-kapital": "upperLetter", "romawi": "upperRoman"}


def camel(gaya: str) -> str:
    """Return "HurufKapital" for "huruf-kapital"."""
    return gaya.title().replace("-", "")


LISTS = [PASAL_LIST, KELOMPOK_LIST, DASAR_LIST]
LISTS += [(("Premis" + camel(g), form, "%1.", AYAT, AYAT),) for g, form in GAYA.items()]
LISTS += [(("NomorPihak" + camel(g), form, "%1.", 0, 0),) for g, form in GAYA.items()]
# The indents stand in the styles too: a paragraph whose number is typed, (2a), has left its list but not its style.
INDENTS = {level[0]: (level[3], level[4]) for levels in LISTS for level in levels if level[0] and level[3]}
NUMBERED = {level[0]: (num, i) for num, levels in enumerate(LISTS, 1) for i, level in enumerate(levels)}


def ppr(
    keep=False, whole=False, num=None, tabs=(), space=None, line=None, ind=None, close=False, jc=None, outline=None
) -> str:
    """Return the contents of a w:pPr, in the order that the schema asks for."""
    xml = "<w:keepNext/>" * keep + "<w:keepLines/>" * whole
    if num:
        level = f'<w:ilvl w:val="{num[1]}"/>' if num[1] else ""
        xml += f'<w:numPr>{level}<w:numId w:val="{num[0]}"/></w:numPr>'
    if tabs:
        xml += "<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{t}"/>' for t in tabs) + "</w:tabs>"
    if space:
        pitch = f' w:line="{line}" w:lineRule="auto"' if line else ""
        xml += f'<w:spacing w:before="{space[0]}" w:after="{space[1]}"{pitch}/>'
    if ind:
        xml += f'<w:ind w:left="{ind[0]}" w:hanging="{ind[1]}"/>'
    xml += "<w:contextualSpacing/>" * close
    xml += f'<w:jc w:val="{jc}"/>' if jc else ""
    return xml + (f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "")


def spaced(position: int) -> dict:
    """Return the settings of a particulars line: "key : value" with its value hanging at one place."""
    # Just wide enough for "Narahubung": an e-mail address of an office can have 45 letters, and cannot be broken.
    # A longer key widens the column of its pasal (rendering/docx/key_columns.py).
    value = position + 1871
    settings = {"tabs": (value - 200, value), "ind": (value, value - position), "jc": "left"}
    # Close to each other, and as far from the next item as any paragraph.
    return {**settings, "space": (0, 120), "close": True}


CENTRE = {"keep": True, "whole": True, "jc": "center"}
CAPS, BOLD, SMALL = "<w:caps/>", "<w:b/><w:bCs/>", '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'
# id: (name in Word's list of styles, style of the paragraph that follows, paragraph settings, run settings).
STYLES: dict[str, tuple[str, str, dict, str]] = {
    "Logo": ("Logo", "JudulNaskah", {**CENTRE, "space": (0, 240)}, ""),
    "JudulNaskah": ("Judul Naskah", "JudulNaskah", {**CENTRE, "space": (0, 0)}, BOLD + CAPS),
    "TentangNaskah": ("Tentang Naskah", "NomorNaskah", {**CENTRE, "space": (0, 240)}, BOLD + CAPS),
    "NomorNaskah": ("Nomor Naskah", "Pembuka", {**CENTRE, "space": (0, 0)}, ""),
    "Pembuka": ("Pembuka", "Pembuka", {"space": (360, 120)}, ""),
    **{
        f"NomorPihak{camel(g)}": (f"Nomor Pihak {g.replace('-', ' ').title()}", "Komparisi", {"jc": "left"}, "")
        for g in GAYA
    },
    "NamaPihak": ("Nama Pihak", "Komparisi", {"jc": "left"}, CAPS),
    # In a column this narrow, justified lines would gape.
    "Komparisi": ("Komparisi", "Komparisi", {"jc": "left"}, ""),
    "ParaPihak": ("Para Pihak", "ParaPihak", {"space": (120, 120)}, ""),
    "PengantarPremis": ("Pengantar Premis", "PremisAngka", {"keep": True}, ""),
    **{f"Premis{camel(g)}": (f"Premis {g.replace('-', ' ').title()}", "", {}, "") for g in GAYA},
    "PengantarDasar": ("Pengantar Dasar Hukum", "DasarHukum", {"keep": True, "space": (120, 120)}, ""),
    "DasarHukum": ("Dasar Hukum", "DasarHukum", {}, ""),
    "Kesepakatan": ("Kesepakatan", "Pasal", {"keep": True, "space": (120, 120)}, ""),
    "Bab": ("Bab", "JudulBab", {**CENTRE, "space": (360, 0)}, ""),
    "JudulBab": ("Judul Bab", "Pasal", {**CENTRE, "space": (0, 120), "outline": 0}, CAPS),
    "Bagian": ("Bagian", "JudulBagian", {**CENTRE, "space": (240, 0)}, ""),
    "JudulBagian": ("Judul Bagian", "Pasal", {**CENTRE, "space": (0, 120), "outline": 1}, ""),
    "Paragraf": ("Paragraf", "JudulParagraf", {**CENTRE, "space": (240, 0)}, ""),
    "JudulParagraf": ("Judul Paragraf", "Pasal", {**CENTRE, "space": (0, 120), "outline": 2}, ""),
    "Pasal": ("Pasal", "JudulPasal", {**CENTRE, "space": (240, 0)}, ""),
    "JudulPasal": ("Judul Pasal", "IsiPasal", {**CENTRE, "space": (0, 120), "outline": 3}, CAPS),
    "IsiPasal": ("Isi Pasal", "IsiPasal", {}, ""),
    "Ayat": ("Ayat", "Ayat", {}, ""),
    "Definisi": ("Definisi", "Definisi", {}, ""),
    "Huruf": ("Huruf", "Huruf", {}, ""),
    "Angka": ("Angka", "Angka", {}, ""),
    "HurufKurung": ("Huruf Kurung", "HurufKurung", {}, ""),
    "AngkaKurung": ("Angka Kurung", "AngkaKurung", {}, ""),
    "Isian": ("Isian", "Isian", spaced(0), ""),
    "IsianAyat": ("Isian Ayat", "IsianAyat", spaced(AYAT), ""),
    "IsianHuruf": ("Isian Huruf", "IsianHuruf", spaced(AYAT + STEP), ""),
    "PenutupNaskah": ("Penutup Naskah", "PenutupNaskah", {"keep": True, "space": (240, 240)}, ""),
    "SebutanPenandatangan": ("Sebutan Penandatangan", "RuangMeterai", {**CENTRE, "space": (0, 0)}, CAPS),
    "RuangMeterai": ("Ruang Meterai", "NamaPenandatangan", {**CENTRE, "space": (0, 0)}, ""),
    "NamaPenandatangan": ("Nama Penandatangan", "", {**CENTRE, "space": (0, 480)}, CAPS),
    "Paraf": ("Paraf", "Paraf", {"space": (80, 60), "jc": "left"}, '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
    "JarakParaf": ("Jarak Paraf", "", {"space": (120, 0)}, '<w:sz w:val="2"/><w:szCs w:val="2"/>'),
    "AngkaHalaman": ("Angka Halaman", "", {"jc": "center", "space": (0, 0)}, ""),
    "TagTemplat": ("Tag Templat", "", {"space": (0, 0), "jc": "left"}, '<w:color w:val="7F7F7F"/><w:sz w:val="16"/>'),
    "BarisAkhir": ("Baris Akhir", "", {"space": (0, 0)}, '<w:sz w:val="2"/><w:szCs w:val="2"/>'),
    # The annex on its side; its heading stands at the top right (UU 12/2011 Lampiran II angka 194).
    "KepalaLampiran": (
        "Kepala Lampiran",
        "KepalaLampiran",
        {"keep": True, "space": (0, 0), "line": 240, "ind": (9072, 0), "jc": "left"},
        CAPS + SMALL.format(20),
    ),
    "JudulLampiran": ("Judul Lampiran", "JudulLampiran", {**CENTRE, "space": (120, 120), "line": 240}, BOLD + CAPS),
    "JarakTabel": ("Jarak Tabel", "", {"keep": True, "space": (120, 0)}, SMALL.format(8)),
}
# The table of a Rencana Kerja; naskah itself chooses the smaller set where the columns are many.
TABLE_SIZES = {"": 15, "Rapat": 13}
TABLE_STYLES: dict[str, tuple[str, str, dict, str]] = {
    f"{style}{tail}": (f"{name} {tail}".strip(), f"{style}{tail}", {"space": (20, 20), "line": 240, "jc": jc}, r + size)
    for tail, half_points in TABLE_SIZES.items()
    for size in (SMALL.format(half_points),)
    for style, name, jc, r in (
        ("KepalaTabelRK", "Kepala Tabel RK", "center", BOLD),
        ("IsiTabelRK", "Isi Tabel RK", "left", ""),
        ("TandaTabelRK", "Tanda Tabel RK", "center", ""),
    )
}
# What an adendum quotes, by how deep it lies in the quotation, to the right of the sentence that quotes it.
QUOTATION_DEPTHS = (1, 2, 3, 4, 5)
QUOTATIONS: dict[str, tuple[str, str, dict, str]] = {
    "KutipanPasal": ("Kutipan Pasal", "KutipanJudulPasal", {**CENTRE, "space": (120, 0)}, ""),
    "KutipanJudulPasal": ("Kutipan Judul Pasal", "KutipanIsi", {**CENTRE, "space": (0, 120)}, CAPS),
    "KutipanIsi": ("Kutipan Isi", "KutipanIsi", {"ind": (AYAT, 0)}, ""),
    **{
        f"Kutipan{n}": (f"Kutipan {n}", f"Kutipan{n}", {"tabs": (AYAT + n * STEP,), "ind": (AYAT + n * STEP, STEP)}, "")
        for n in QUOTATION_DEPTHS
    },
    "KutipanIsian": ("Kutipan Isian", "KutipanIsian", spaced(AYAT + STEP), ""),
}
CAPS_STYLES = {style for style, (_, _, _, r) in (STYLES | QUOTATIONS).items() if CAPS in r}
# A list directly under the Pasal, without an ayat above it, starts at the margin: the same level, less indent.
STYLES_PASAL = {
    f"{induk}Pasal": (f"{STYLES[induk][0]} Pasal", induk, i * STEP)
    for i, induk in enumerate(("Huruf", "Angka", "HurufKurung", "AngkaKurung"), 1)
}


def style_xml(style: str, name: str, based: str, following: str, p: str, r: str = "") -> str:
    """Return one paragraph style."""
    following = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{following}<w:qFormat/>'
        + (f"<w:pPr>{p}</w:pPr>" if p else "")
        + (f"<w:rPr>{r}</w:rPr>" if r else "")
        + "</w:style>"
    )


# On a page that lies on its side, lines are long and few: closer together they leave room for the table.
SIDEWAYS = {"TentangNaskah": (0, 60), "Pembuka": (120, 80), "PenutupNaskah": (80, 40)}


def styles_xml(*, quotations: bool = False, sideways: bool = False) -> str:
    """Return word/styles.xml: Bookman Old Style 12, line spacing 1.25 (1 on a page on its side), Indonesian."""
    pitch = 240 if sideways else 300
    xml = (
        f"{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="id-ID" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl/><w:spacing w:after="120" w:line="{pitch}" w:lineRule="auto"/>'
        '<w:jc w:val="both"/></w:pPr>'
        "</w:style>"
    )
    for style, (name, following, settings, r) in (STYLES | (QUOTATIONS if quotations else {}) | TABLE_STYLES).items():
        settings = {"ind": INDENTS.get(style), **settings}
        if sideways and style in SIDEWAYS:
            settings["space"] = SIDEWAYS[style]
        if quotations and style == "Pasal":  # Pasal I and Pasal II of an adendum have no title below them
            settings["space"] = (240, 120)
        xml += style_xml(style, name, "Normal", following, ppr(num=NUMBERED.get(style), **settings), r)
    for style, (name, induk, left) in STYLES_PASAL.items():
        xml += style_xml(style, name, induk, style, ppr(ind=(left, STEP)))
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    border = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for e in edges)
    return xml + (
        '<w:style w:type="character" w:customStyle="1" w:styleId="IstilahAsing"><w:name w:val="Istilah Asing"/>'
        "<w:qFormat/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="TabelRK"><w:name w:val="Tabel RK"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def keep_used_styles(parts: dict[str, str]) -> dict[str, str]:
    """Return the parts of a template without lists, and with no more styles than it or naskah itself uses."""
    used = {"Normal", "IstilahAsing", "TabelRK", "JarakTabel", *TABLE_STYLES}
    used |= {"PenutupNaskah", "SebutanPenandatangan", "RuangMeterai", "NamaPenandatangan"}
    for name, text in parts.items():
        if name not in ("word/styles.xml", "word/numbering.xml"):
            used.update(re.findall(r'<w:pStyle w:val="(\w+)"/>', text))

    def keep(style: re.Match[str]) -> str:
        following = re.search(r'<w:next w:val="(\w+)"/>', style[0])
        text = style[0] if following is None or following[1] in used else style[0].replace(following[0], "")
        return text if style[1] in used else ""

    styles = re.sub(r'<w:style [^>]*w:styleId="(\w+)".*?</w:style>', keep, parts["word/styles.xml"])
    return parts | {"word/styles.xml": styles, "word/numbering.xml": f"{XML}<w:numbering {W}/>"}


def numbering_xml() -> str:
    """Return word/numbering.xml: every list, its levels bound to their styles."""
    abstract, nums = "", ""
    for i, levels in enumerate(LISTS):
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        abstract += f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="{kind}"/>'
        for ilvl, (style, form, text, left, hanging) in enumerate(levels):
            suff = "" if hanging else '<w:suff w:val="nothing"/>'
            abstract += (
                f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
                f'{suff}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
            )
        abstract += "</w:abstractNum>"
        nums += f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>'
    return f"{XML}<w:numbering {W}>{abstract}{nums}</w:numbering>"


def theme_xml() -> str:
    """Return word/theme/theme1.xml: Word asks for a theme, and no style here takes anything from it."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
        "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
        "folHlink": "954F72",
    }  # fmt: skip
    palette = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Naskah"><a:themeElements>'
        f'<a:clrScheme name="Naskah">{palette}</a:clrScheme><a:fontScheme name="Naskah"><a:majorFont>{font}'
        f'</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Naskah">'
        f"<a:fillStyleLst>{fill * 3}"
        f"</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
