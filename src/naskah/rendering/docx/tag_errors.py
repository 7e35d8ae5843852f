"""What Jinja says of a template's tags, said in Indonesian and with the tag itself."""

import re
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

_SINTAKS = (
    (
        r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'",
        "{0} belum ditutup: tambahkan end{0}",
    ),
    (r"Encountered unknown tag '(end\w+|el\w+)'", "{0} tidak mempunyai pembuka: tambahkan pembukanya atau hapus {0}"),
    (r"Encountered unknown tag '(\w+)'", "{0} bukan tag yang dikenal; pakai if, for, atau set"),
    (r"No (?:filter|test) named '(\w+)'", "{0} tidak dikenal; hapus bagian itu"),
)
_NAMA = (
    (r"'([^']+)' is undefined", "memakai nama “{0}” yang tidak dikenal"),
    (r"has no attribute '([^']+)'|has no element (\S+)", "memakai nama “.{0}” yang tidak dikenal"),
    (r"access to attribute '([^']+)'", "memakai nama “.{0}” yang tidak boleh dipakai"),
)
_AWAL_TAG = re.compile(r"(?=\{[{%])")
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)


def explain_syntax(pesan: str) -> str:
    """Return what is wrong with a tag that Jinja cannot read, to stand behind the word "tag"."""
    return _translate(pesan, _SINTAKS) or "tertulis kurang tepat; bandingkan dengan templat baku"


def explain_failure(error: Exception, sumber: dict[str, str], konteks: dict[str, Any], env: "Environment") -> str:
    """Return what is wrong with the tag that failed while `sumber` was filled with `konteks`."""
    sebab = _translate(str(error), _NAMA) or "tidak dapat dihitung"
    tag = _find_tag(sumber, konteks, env)
    return f"tag {tag + ' ' if tag else ''}{sebab}; perbaiki atau hapus tag itu"


def split_paragraphs(sumber: str) -> str:
    """Return a source with a line for each paragraph, so that the line of an error is a paragraph."""
    return re.sub(r"<w:p(?=[ >])", "\n<w:p", sumber)


def _translate(pesan: str, tabel: tuple[tuple[str, str], ...]) -> str:
    for pola, terjemahan in tabel:
        if cocok := re.search(pola, pesan, re.DOTALL):
            return terjemahan.format(next(filter(None, cocok.groups())))
    return ""


def _find_tag(sumber: dict[str, str], konteks: dict[str, Any], env: "Environment") -> str:
    """Fill each part again, this time with a line for each tag, and return the tag on the line that fails."""
    for satu in sumber.values():
        baris = _AWAL_TAG.sub("\n", satu)
        try:
            env.from_string(baris).render(konteks)
        except Exception as error:  # whatever a template can raise; it was reported already, here only its place counts
            nomor = _last_line(error.__traceback__)
            tag = _TAG.match(baris.split("\n")[nomor - 1]) if nomor else None
            return tag[0][:120] if tag else ""
    return ""


def _last_line(jejak: TracebackType | None) -> int:
    nomor = 0
    while jejak is not None:
        if jejak.tb_frame.f_code.co_filename == "<template>":
            nomor = jejak.tb_lineno
        jejak = jejak.tb_next
    return nomor
