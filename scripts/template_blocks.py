"""The blocks that Word templates are built of: paragraphs, tags, tables."""

import re
from xml.sax.saxutils import escape

from template_styles import CAPS_STYLES


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


def row(*cells: str, height: int = 0) -> str:
    """Return a table row; it stays whole on one page."""
    pr = "<w:cantSplit/>"
    pr += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr>{pr}</w:trPr>{''.join(cells)}</w:tr>"


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


def share(tbl: str) -> str:
    """Return a table with its widths as shares of the text's width, so that it follows changed margins."""
    width = int(re.search(r'<w:tblW w:w="(\d+)"', tbl)[1])
    # In fiftieths of a percent.
    return re.sub(
        r'<w:(tblW|tcW) w:w="(\d+)" w:type="dxa"/>',
        lambda m: f'<w:{m[1]} w:w="{round(int(m[2]) * 5000 / width)}" w:type="pct"/>',
        tbl,
    )


def signatures_xml(total: int) -> str:
    """Return a signature table: party and office, room for the meterai, name; it never splits over pages."""

    def rows(width: int, sides: tuple[str, ...], span: int) -> str:
        def office(side: str) -> str:
            return when(f"if {side}.jabatan", para("SebutanPenandatangan", f"{{{{r {side}.jabatan }}}},"))

        party = (para("SebutanPenandatangan", f"{{{{r {side}.sebutan }}}},") for side in sides)
        above = (cell(width, title, office(side), span=span) for title, side in zip(party, sides, strict=True))
        name = (cell(width, para("NamaPenandatangan", f"{{{{r {side}.nama }}}}"), span=span) for side in sides)
        room = (cell(width, para("RuangMeterai"), span=span) for _ in sides)
        return row(*above) + row(*room, height=1701) + row(*name)

    half = total // 2
    tags = {t: tag_row(t, 2, 2 * half) for t in ("if baris.tengah", "else", "endif", "endfor")}
    return share(
        table(
            (half, half),
            tag_row("for baris in tanda_tangan", 2, 2 * half),
            tags["if baris.tengah"],
            rows(2 * half, ("baris.tengah",), 2),
            tags["else"],
            rows(half, ("baris.kiri", "baris.kanan"), 1),
            tags["endif"],
            tags["endfor"],
        )
    )
