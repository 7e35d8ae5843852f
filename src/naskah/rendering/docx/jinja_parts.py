"""The parts of a template as Jinja templates, in an environment that reaches nothing but the naskah."""

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from naskah.model.galat import NaskahError
from naskah.rendering.docx.annex_section import find_ruang
from naskah.rendering.docx.cache import Siap
from naskah.rendering.docx.package import Anggota
from naskah.rendering.docx.tag_errors import explain_syntax
from naskah.rendering.docx.work_plan_table import RUANG_F4, Ruang

if TYPE_CHECKING:
    from jinja2 import Environment, Template


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be rendered any number of times."""

    nama: str
    anggota: tuple[Anggota, ...]
    bagian: dict[str, "Template"]
    sumber: dict[str, str]  # what `bagian` was made of
    bersyarat: tuple[tuple[str, str], ...] = ()  # faults that matter only to a naskah with this attribute
    ruang: Ruang = RUANG_F4  # for text on a page of an annex

    @property
    def tabel_menutup(self) -> bool:
        """Whether the template prints no signatures itself: the table of a Rencana Kerja then bears them."""
        return not any("tanda_tangan" in teks for teks in self.sumber.values())


@functools.cache
def environment() -> "Environment":
    """Return the Jinja environment of templates: sandboxed, strict, escaping; no names but the naskah's."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class TemplateEnvironment(ImmutableSandboxedEnvironment):
        def getattr(self, obj: Any, attribute: str) -> Any:
            # The fields of what context.py makes are all for templates; the sandbox judges everything else.
            if attribute in getattr(type(obj), "__dataclass_fields__", ()):
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    env = TemplateEnvironment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    env.globals.clear()
    return env


def compile_parts(nama: str, siap: Siap) -> CompiledTemplate:
    """Return the template made of prepared parts.

    Raises:
        NaskahError: a tag that Jinja does not understand.
    """
    from jinja2 import TemplateSyntaxError

    try:
        bagian = {nama_bagian: environment().from_string(teks) for nama_bagian, teks in siap.sumber.items()}
    except TemplateSyntaxError as error:
        raise NaskahError(f"Templat {nama}: tag {explain_syntax(error.message or '')}.") from error
    bersyarat = tuple(satu for satu in siap.cacat if satu[0])
    ruang = find_ruang(siap.sumber.get("word/document.xml", ""))
    return CompiledTemplate(nama, siap.anggota, bagian, siap.sumber, bersyarat, ruang)
