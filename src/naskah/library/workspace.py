"""Where things lie: the workspace found by walking up from the current folder, or the packaged data."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.hari_kerja import Kalender
from naskah.model.galat import Galat, NaskahError

if TYPE_CHECKING:
    from naskah.library.settings import Pengaturan

PENGATURAN = "naskah.yaml"
# Keys of the settings that have nothing to do with working days.
_BUKAN_HARI = ("unit", "tanggal_sama", "peringatan", "periksa", "surel")
# The levels that the settings have unless changed; those need no validation.
TINGKAT_BAWAAN = [180, 90, 60, 30, 7, 0]
FOLDER_DATA = ("clauses", "templates", "examples")
# The guide and the clause format travel along: messages and clauses refer to them.
BERKAS_DATA = (
    "peraturan.yaml",
    PENGATURAN,
    "docs/panduan.md",
    "docs/klausul.md",
    "docs/aturan.md",
    "docs/gambar/pks.png",
    "docs/gambar/linimasa.png",
)


def packaged_data() -> Path:
    """The folder of the data that travels with the package; in a checkout, the repository root."""
    paket = Path(__file__).resolve().parent.parent / "data"
    return paket if paket.is_dir() else Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Workspace:
    """One workspace. `akar` is its folder, or None when only the packaged data serves."""

    akar: Path | None

    @property
    def clauses(self) -> Path:
        """Folder of the clause library."""
        return self._own_or_packaged("clauses")

    @property
    def templates(self) -> Path:
        """Folder of the Word templates."""
        return self._own_or_packaged("templates")

    @property
    def peraturan(self) -> Path:
        """File of the regulations."""
        return self._own_or_packaged("peraturan.yaml")

    @property
    def registri(self) -> Path:
        """The registry's database; NaskahError outside a workspace."""
        if self.akar is None:
            pesan = (
                "folder ini bukan ruang kerja naskah, jadi registrinya belum ada; "
                "jalankan 'naskah mulai FOLDER' lalu bekerja di dalamnya, atau sebutkan --registri BERKAS"
            )
            raise NaskahError(Galat(pesan))
        return self.akar / "registry.db"

    @cached_property
    def pengaturan(self) -> "Pengaturan":
        """The settings of the workspace (naskah.yaml); defaults where it has none."""
        # Many commands need only the paths; validation would cost them 50 ms.
        from naskah.library.settings import Pengaturan, load_settings

        berkas = self.akar / PENGATURAN if self.akar else None
        return load_settings(berkas) if berkas and berkas.is_file() else Pengaturan()

    @cached_property
    def kalender(self) -> Kalender:
        """Working days: national holidays, cuti bersama, and the workspace's own table.

        NaskahError when one day stands both in `libur` and in `masuk`.
        """
        if "pengaturan" not in self.__dict__ and not self._names_own_days():
            return Kalender()
        try:
            return Kalender(self.pengaturan.libur, self.pengaturan.masuk)
        except BahasaError as error:
            raise NaskahError(Galat(str(error), str(self.akar / PENGATURAN) if self.akar else None)) from None

    def check_peringatan(self) -> None:
        """Validate the settings where the levels of alerts were changed, for who lists alerts without the levels.

        Raises:
            NaskahError: the settings are wrong.
        """
        data = self._data
        diubah = isinstance(data, dict) and data.get("peringatan")
        if diubah and diubah != {"tingkat": TINGKAT_BAWAAN}:
            _ = self.pengaturan

    @cached_property
    def _data(self) -> Any:
        """The settings as they stand in the file, not validated; None where there are none."""
        from naskah.library.yaml_lines import load_yaml

        berkas = self.akar / PENGATURAN if self.akar else None
        return load_yaml(berkas).data if berkas and berkas.is_file() else None

    def _names_own_days(self) -> bool:
        """Whether the settings say anything of working days (or may, misspelt); only then are they validated here."""
        data = self._data
        return data is not None and not (isinstance(data, dict) and all(k in _BUKAN_HARI or not data[k] for k in data))

    def _own_or_packaged(self, nama: str) -> Path:
        if self.akar is not None and (self.akar / nama).exists():
            return self.akar / nama
        return packaged_data() / nama


def find_workspace(mulai: Path) -> Workspace:
    """The workspace that `mulai` lies in: the nearest folder upward with naskah.yaml, as git finds .git."""
    mulai = mulai.resolve()
    for folder in (mulai, *mulai.parents):
        if (folder / PENGATURAN).is_file() or all((folder / n).is_dir() for n in ("clauses", "templates")):
            return Workspace(folder)
    return Workspace(None)
