"""Naskah -> Word file, through a docxtpl template that is compiled once and rendered many times."""

from naskah.rendering.docx.compile import compile_template
from naskah.rendering.docx.jinja_parts import CompiledTemplate
from naskah.rendering.docx.render import render_docx

__all__ = ["CompiledTemplate", "compile_template", "render_docx"]
