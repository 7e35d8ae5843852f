"""What a template that was changed in Word lacks or breaks, in plain words."""

from collections.abc import Iterator
from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.rendering.docx.cache import Siap
from naskah.rendering.docx.package import read_package
from naskah.rendering.docx.prepare import prepare_parts
from naskah.rendering.template_finding import Temuan
from naskah.rendering.template_package import iter_broken_parts, iter_package_faults
from naskah.rendering.template_result import iter_result_faults
from naskah.rendering.template_tags import iter_tag_faults


def check_template(path: Path) -> list[Galat]:
    """Return what is wrong with a Word template, each finding with its remedy; empty when it is fit for use.

    With a finding of the degree "galat", `naskah susun` refuses the template; a "saran" spoils no document.
    """
    try:
        temuan = _collect(path)
    except OSError:
        temuan = [Temuan("berkas tidak dapat dibaca; periksa nama dan izinnya")]
    except NaskahError as error:
        temuan = [Temuan(satu.pesan.removeprefix(f"{path.name}: ")) for satu in error.galat]
    if path.name.startswith(JenisNaskah.RENCANA_KERJA):
        # What it lacks for naskah of other kinds is no concern of its user.
        temuan = [satu for satu in temuan if not satu.bila]
    return [Galat(satu.pesan, str(path), tingkat="saran" if satu.saran else "galat") for satu in dict.fromkeys(temuan)]


def _collect(path: Path) -> list[Temuan]:
    anggota = read_package(path.read_bytes(), path.name)
    rusak = list(iter_broken_parts(anggota))
    return rusak or list(iter_findings(path.name, Siap(anggota, prepare_parts(anggota, path.name))))


def iter_findings(nama: str, siap: Siap) -> Iterator[Temuan]:
    """Yield what is wrong with a prepared template; what it prints is judged only when all its tags can be read."""
    rusak = list(iter_broken_parts(siap.anggota))
    if rusak:
        yield from rusak
        return
    yield from iter_package_faults(siap.anggota)
    tag = list(iter_tag_faults(siap.anggota, siap.sumber))
    yield from tag or iter_result_faults(nama, siap.anggota, siap.sumber)
