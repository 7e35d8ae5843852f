"""A Word template compiled once: checked, prepared, and kept for the next run."""

import functools
from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.rendering.docx.cache import Siap, cache_key, load_prepared, save_prepared
from naskah.rendering.docx.jinja_parts import CompiledTemplate, compile_parts
from naskah.rendering.docx.package import read_package


def compile_template(path: Path) -> CompiledTemplate:
    """Return the compiled template of a .docx; it is compiled anew only when the file has changed.

    Raises:
        NaskahError: the file cannot be read, is not a .docx, or would lose or break the text of a naskah; every
            fault that `naskah templat periksa` finds.
    """
    try:
        stat = path.stat()
        return _compile(path, stat.st_mtime_ns, stat.st_size)
    except OSError as error:
        raise NaskahError(f"Templat {path} tidak dapat dibaca; periksa nama dan izin berkasnya.") from error


@functools.lru_cache(maxsize=32)
def _compile(path: Path, _mtime: int, _size: int) -> CompiledTemplate:
    berkas = path.read_bytes()
    kunci = cache_key(berkas, path.name)
    siap = load_prepared(kunci)
    if siap is not None:
        _refuse_faulty(path, siap)
        try:
            return compile_parts(path.name, siap)
        except NaskahError:
            pass  # a cache that was changed by hand; below it is made again
    siap = _inspect(path.name, prepare_template(berkas, path.name))
    save_prepared(kunci, siap)
    _refuse_faulty(path, siap)
    return compile_parts(path.name, siap)


def _inspect(nama: str, siap: Siap) -> Siap:
    """Return the template with its faults. This loads lxml, so the faults are kept in the cache."""
    from naskah.rendering.template_check import iter_findings

    temuan = (satu for satu in iter_findings(nama, siap) if satu.bila or not satu.saran)
    return siap._replace(cacat=tuple(dict.fromkeys((satu.bila, satu.pesan) for satu in temuan)))


def _refuse_faulty(path: Path, siap: Siap) -> None:
    galat = [Galat(pesan, str(path)) for bila, pesan in siap.cacat if not bila]
    if galat:
        raise NaskahError(galat)


def prepare_template(berkas: bytes, nama: str) -> Siap:
    """Return the members of a template and the Jinja sources of its parts; `nama` is for errors.

    Raises:
        NaskahError: not a whole .docx.
    """
    from naskah.rendering.docx.prepare import prepare_parts

    anggota = read_package(berkas, nama)
    return Siap(anggota, prepare_parts(anggota, nama))
