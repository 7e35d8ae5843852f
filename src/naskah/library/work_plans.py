"""Reads a Rencana Kerja: inline in a draft, from YAML, or from a sheet; every fault with the place to mend it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from naskah.library.validation import name_key, validate
from naskah.library.yaml_lines import Jalur, YamlBerbaris, load_yaml
from naskah.model.galat import Galat, NaskahError
from naskah.model.rencana_kerja import RencanaKerja, check_jalur_rencana, iter_faults

KUNCI = "rencana_kerja"


@dataclass(frozen=True)
class RencanaTerbaca:
    """A work plan, and how a fault at a path of it is said: file and line and key, or sheet and cell."""

    rencana: RencanaKerja
    galat: Callable[[Jalur, str], Galat]


def load_rencana(path: Path) -> RencanaTerbaca:
    """Read and validate a work plan from .yaml or .xlsx; NaskahError with all its faults."""
    if path.suffix.lower() == ".xlsx":
        from naskah.library.work_plan_sheet import load_sheet_plan

        return _check(*load_sheet_plan(path))
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise NaskahError(Galat("rencana kerja dibaca dari berkas .yaml atau .xlsx", str(path)))
    yaml = load_yaml(path)
    galat = _locator(yaml)
    try:
        rencana = validate(RencanaKerja, yaml)
    except NaskahError as error:
        raise NaskahError((*error.galat, *(galat(*satu) for satu in iter_faults(yaml.data)))) from None
    return _check(rencana, galat)


def resolve_rencana(rencana: RencanaKerja | str | None, yaml: YamlBerbaris) -> RencanaTerbaca | None:
    """The work plan of a draft, from the draft itself or from the file it names beside itself.

    NaskahError: the file is outside the draft's folder (also through a link), or the plan has faults.
    """
    if rencana is None:
        return None
    if isinstance(rencana, RencanaKerja):
        return _check(rencana, _locator(yaml, (KUNCI,)))
    folder = Path(yaml.berkas).parent
    berkas = folder / rencana.replace("\\", "/")
    if not berkas.resolve().is_relative_to(folder.resolve()):
        pesan = f"{rencana} menunjuk keluar dari folder rancangan; salin berkasnya ke dalam folder itu"
        raise NaskahError(Galat(pesan, yaml.berkas, yaml.find_line((KUNCI,)), KUNCI))
    if not berkas.is_file():
        pesan = f"berkas {rencana} tidak ada di samping rancangan; periksa nama dan foldernya"
        raise NaskahError(Galat(pesan, yaml.berkas, yaml.find_line((KUNCI,)), KUNCI))
    stat = berkas.stat()
    return _load_unchanged(berkas, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8)
def _load_unchanged(berkas: Path, _mtime: int, _size: int) -> RencanaTerbaca:
    """A batch of a thousand drafts names one plan: it is read once."""
    return load_rencana(berkas)


def find_faults(yaml: YamlBerbaris) -> list[Galat]:
    """The faults of a draft's work plan that its own keys do not show, where the draft itself is refused."""
    rencana = yaml.data.get(KUNCI) if isinstance(yaml.data, dict) else None
    if not isinstance(rencana, str):
        galat = _locator(yaml, (KUNCI,))
        return [galat(*satu) for satu in iter_faults(rencana)]
    try:
        resolve_rencana(check_jalur_rencana(rencana), yaml)
    except NaskahError as error:
        return list(error.galat)
    except ValueError:
        pass  # a path that the draft's own validation refuses
    return []


def _locator(yaml: YamlBerbaris, awalan: Jalur = ()) -> Callable[[Jalur, str], Galat]:
    def locate(jalur: Jalur, pesan: str) -> Galat:
        penuh = awalan + jalur
        return Galat(pesan, yaml.berkas, yaml.find_line(penuh), name_key(penuh) or None)

    return locate


def _check(rencana: RencanaKerja, galat: Callable[[Jalur, str], Galat]) -> RencanaTerbaca:
    salah = [galat(jalur, pesan) for jalur, pesan in iter_faults(rencana)]
    if salah:
        raise NaskahError(salah)
    return RencanaTerbaca(rencana, galat)
