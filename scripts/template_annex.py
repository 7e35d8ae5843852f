"""The annexes of a Word template: a section on its side, with the heading and the table of each."""

from template_blocks import para, when

# Margins of 2 cm: a table of sixteen columns needs the room.
ANNEX_MARGIN = {"top": 1134, "right": 1134, "bottom": 1134, "left": 1134, "header": 567, "footer": 567, "gutter": 0}
ANNEX_WIDTH = 18709 - ANNEX_MARGIN["left"] - ANNEX_MARGIN["right"]


def annexes_xml() -> str:
    """Return the loop over the annexes; the table and the signatures in it are made by naskah."""
    new_page = '<w:p><w:pPr><w:pStyle w:val="BarisAkhir"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
    return when(
        "for l in lampiran",
        when("if not loop.first", new_page),
        when("for baris in l.kepala", para("KepalaLampiran", "{{r baris }}")),
        when("for nomor in l.nomor", para("KepalaLampiran", "NOMOR: {{ nomor }}")),
        when("for baris in l.judul", para("JudulLampiran", "{{r baris }}")),
        para("TagTemplat", "{{p l.tabel }}"),
    )


def annex_section(page: tuple[int, int], refs: str, first: bool = False) -> str:
    """Return the settings of the section; its pages are numbered on, unless it is the first of the document."""
    margin = " ".join(f'w:{side}="{length}"' for side, length in ANNEX_MARGIN.items())
    size = f'<w:pgSz w:w="{page[1]}" w:h="{page[0]}" w:orient="landscape"/>'
    return f'<w:sectPr>{refs}{size}<w:pgMar {margin}/><w:cols w:space="708"/>{"<w:titlePg/>" * first}</w:sectPr>'
