"""A Word template compiled once: Jinja templates for the parts with tags, the other parts as they lie in the zip."""

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from naskah.model.galat import NaskahError
from naskah.rendering.docx.cache import Siap, cache_key, load_prepared, save_prepared
from naskah.rendering.docx.package import Anggota, read_package

if TYPE_CHECKING:
    from jinja2 import Environment, Template


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be rendered any number of times."""

    nama: str
    anggota: tuple[Anggota, ...]
    bagian: dict[str, "Template"]


@functools.cache
def environment() -> "Environment":
    """Return the Jinja environment of templates: sandboxed, strict, escaping; no names but the naskah's."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    env = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    env.globals.clear()
    return env


def compile_template(path: Path) -> CompiledTemplate:
    """Return the compiled template of a .docx; it is compiled anew only when the file has changed.

    Raises:
        NaskahError: the file cannot be read, is not a .docx, or holds a tag that Jinja does not understand.
    """
    try:
        stat = path.stat()
        return _compile(path, stat.st_mtime_ns, stat.st_size)
    except OSError as error:
        raise NaskahError(f"Templat {path} tidak dapat dibaca; periksa nama dan izin berkasnya.") from error


@functools.lru_cache(maxsize=32)
def _compile(path: Path, _mtime: int, _size: int) -> CompiledTemplate:
    berkas = path.read_bytes()
    kunci = cache_key(berkas)
    siap = load_prepared(kunci)
    if siap is not None:
        try:
            return compile_parts(path.name, siap)
        except NaskahError:
            pass  # a cache that was changed by hand; below it is made again
    siap = prepare_template(berkas, path.name)
    templat = compile_parts(path.name, siap)
    save_prepared(kunci, siap)
    return templat


def prepare_template(berkas: bytes, nama: str) -> Siap:
    """Return the members of a template and the Jinja sources of its parts; `nama` is for errors.

    Raises:
        NaskahError: not a whole .docx.
    """
    from naskah.rendering.docx.prepare import prepare_parts

    anggota = read_package(berkas, nama)
    return anggota, prepare_parts(anggota, nama)


def compile_parts(nama: str, siap: Siap) -> CompiledTemplate:
    """Return the template made of prepared parts.

    Raises:
        NaskahError: a tag that Jinja does not understand.
    """
    from jinja2 import TemplateSyntaxError

    anggota, sumber = siap
    try:
        return CompiledTemplate(nama, anggota, {bagian: environment().from_string(s) for bagian, s in sumber.items()})
    except TemplateSyntaxError as error:
        raise NaskahError(
            f"Tag dalam templat {nama} tidak dapat dibaca: {error.message}. Periksa dengan: naskah templat periksa."
        ) from error
