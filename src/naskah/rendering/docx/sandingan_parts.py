"""The parts of a comparison's Word file that do not depend on what is compared: styles, settings, theme, relations."""

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006"
_JENIS = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_JENIS}.wordprocessingml"

FONT = "Bookman Old Style"
# Twips (1/1440 inch): one level of indent.
LEKUK = 397
LEKUK_TERDALAM = 5

# Parts beside the document: content type, and the relationship that leads to each.
_BAGIAN = {
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "theme": f"{_JENIS}.theme+xml",
    "header": f"{_WORD}.header+xml",
}


def fixed_parts() -> dict[str, str]:
    """Every part but the document itself and its title."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            [
                ("officeDocument", f"{OFFICE}/officeDocument", "word/document.xml"),
                ("core", f"{PAKET}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": _relations([(n, f"{OFFICE}/{n}", f"{n}.xml") for n in _BAGIAN]),
        "word/styles.xml": _styles(),
        "word/numbering.xml": f"{XML}<w:numbering {W}/>",
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/theme.xml": _theme(),
        "word/header.xml": _header(),
    }


def _styles() -> str:
    tengah, tebal = '<w:jc w:val="center"/>', "<w:b/><w:bCs/>"
    gaya = [
        _style("JudulSandingan", "Judul Sandingan", f'<w:keepNext/><w:spacing w:after="120"/>{tengah}', tebal),
        _style("KepalaKolom", "Kepala Kolom", f"<w:keepNext/>{tengah}", tebal),
        _style("JudulBaris", "Judul Baris", f"<w:keepNext/>{tengah}", ""),
        _style("Keterangan", "Keterangan", "", ""),
        _style("Sel", "Sel", "", ""),
        *(_style(f"Sel{n}", f"Sel {n}", f'<w:ind w:left="{n * LEKUK}"/>', "") for n in range(1, LEKUK_TERDALAM + 1)),
        *(
            _style(
                f"SelBernomor{n}",
                f"Sel Bernomor {n}",
                f'<w:tabs><w:tab w:val="left" w:pos="{(n + 1) * LEKUK + 57}"/></w:tabs>'
                f'<w:ind w:left="{(n + 1) * LEKUK + 57}" w:hanging="{LEKUK + 57}"/>',
                "",
            )
            for n in range(LEKUK_TERDALAM + 1)
        ),
        _style("AngkaHalaman", "Angka Halaman", tengah, ""),
        _style("BarisAkhir", "Baris Akhir", "", '<w:sz w:val="2"/><w:szCs w:val="2"/>'),
    ]
    kata = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="KataHapus"><w:name w:val="Kata Hapus"/><w:qFormat/>'
        '<w:rPr><w:strike/><w:color w:val="A00000"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="KataBaru"><w:name w:val="Kata Baru"/><w:qFormat/>'
        '<w:rPr><w:b/><w:bCs/><w:color w:val="005A00"/><w:u w:val="single"/></w:rPr></w:style>'
    )
    return (
        f"{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="id-ID" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:spacing w:before="20" w:after="40"/></w:pPr></w:style>'
        f"{''.join(gaya)}{kata}</w:styles>"
    )


def _style(nama: str, sebutan: str, ppr: str, rpr: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{nama}"><w:name w:val="{sebutan}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>{f"<w:pPr>{ppr}</w:pPr>" if ppr else ""}'
        f"{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}</w:style>"
    )


def _header() -> str:
    nomor = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'{XML}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="AngkaHalaman"/></w:pPr>{nomor}</w:p></w:hdr>'


def _relations(semua: list[tuple[str, str, str]]) -> str:
    isi = "".join(f'<Relationship Id="{nama}" Type="{jenis}" Target="{ke}"/>' for nama, jenis, ke in semua)
    return f'{XML}<Relationships xmlns="{PAKET}/relationships">{isi}</Relationships>'


def _content_types() -> str:
    semua = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{nama}.xml": jenis for nama, jenis in _BAGIAN.items()},
    }
    isi = "".join(f'<Override PartName="{nama}" ContentType="{jenis}"/>' for nama, jenis in semua.items())
    return (
        f'{XML}<Types xmlns="{PAKET}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{isi}</Types>'
    )


def _settings() -> str:
    return (
        f'{XML}<w:settings {W}><w:defaultTabStop w:val="567"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="id-ID"/></w:settings>'
    )


def _fonts() -> str:
    # Where Bookman Old Style is missing, a font of the same widths.
    return (
        f'{XML}<w:fonts {W}><w:font w:name="{FONT}"><w:altName w:val="URW Bookman"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _theme() -> str:
    """Word asks for a theme; no style here takes anything from it."""
    nama = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    warna = "".join(f'<a:{n}><a:srgbClr val="{"FFFFFF" if n.startswith("lt") else "000000"}"/></a:{n}>' for n in nama)
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    isi = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    gaya = (
        f"<a:fillStyleLst>{isi * 3}</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{isi}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{isi * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{XML}<a:theme {_A} name="Naskah"><a:themeElements><a:clrScheme name="Naskah">{warna}</a:clrScheme>'
        f'<a:fontScheme name="Naskah"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Naskah">{gaya}</a:fmtScheme></a:themeElements></a:theme>'
    )
