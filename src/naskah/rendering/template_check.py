"""What a template that was changed in Word lacks or breaks, in plain words."""

from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.rendering.docx.package import read_package
from naskah.rendering.docx.prepare import prepare_parts
from naskah.rendering.template_package import iter_broken_parts, iter_package_faults
from naskah.rendering.template_result import iter_result_faults
from naskah.rendering.template_tags import iter_tag_faults


def check_template(path: Path) -> list[Galat]:
    """Return what is wrong with a Word template, each finding with its remedy; empty when it is fit for use.

    Findings that begin with "Saran:" do not spoil a document. What a template prints is judged only when all its tags
    can be read.
    """
    berkas = str(path)
    try:
        pesan = _collect(path)
    except OSError:
        pesan = ["berkas tidak dapat dibaca; periksa nama dan izinnya"]
    except NaskahError as error:
        pesan = [satu.pesan.removeprefix(f"{path.name}: ") for satu in error.galat]
    return [Galat(satu, berkas) for satu in dict.fromkeys(pesan)]


def _collect(path: Path) -> list[str]:
    anggota = read_package(path.read_bytes(), path.name)
    rusak = list(iter_broken_parts(anggota))
    if rusak:
        return rusak
    sumber = prepare_parts(anggota, path.name)
    tag = list(iter_tag_faults(anggota, sumber))
    hasil = [] if tag else list(iter_result_faults(path.name, anggota, sumber))
    return [*iter_package_faults(anggota), *tag, *hasil]
