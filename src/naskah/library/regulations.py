"""The regulations of the workspace (peraturan.yaml), validated one by one as they are cited."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from naskah.library.validation import validate
from naskah.library.yaml_lines import YamlBerbaris, load_yaml
from naskah.model.galat import Galat, NaskahError
from naskah.model.peraturan import Peraturan


class Perpustakaan(Mapping[str, Peraturan]):
    """All regulations by key ("uu-23-2014")."""

    def __init__(self, berkas: Path) -> None:
        self.berkas = berkas
        self._yaml: YamlBerbaris | None = None
        self._terbaca: dict[str, Peraturan] = {}

    def __contains__(self, kunci: object) -> bool:
        return kunci in self._load().data

    def __getitem__(self, kunci: str) -> Peraturan:
        """The regulation with that key; NaskahError with near keys when it is unknown, or its faults."""
        if kunci not in self._terbaca:
            yaml = self._load()
            if kunci not in yaml.data:
                mirip = get_close_matches(kunci, yaml.data, 3, 0.6)
                usul = f"; mungkin maksudnya {', '.join(mirip)}" if mirip else ""
                pesan = f"peraturan {kunci!r} tidak ada dalam {self.berkas.name}{usul}"
                raise NaskahError(Galat(pesan))
            self._terbaca[kunci] = validate(Peraturan, yaml, (kunci,))
        return self._terbaca[kunci]

    def __iter__(self) -> Iterator[str]:
        """The keys of all regulations, in the order of the file."""
        return iter(self._load().data)

    def __len__(self) -> int:
        return len(self._load().data)

    def _load(self) -> YamlBerbaris:
        if self._yaml is None:
            self._yaml = load_yaml(self.berkas)
            if not isinstance(self._yaml.data, dict):
                raise NaskahError(Galat("harus berisi peraturan, masing-masing dengan kuncinya", str(self.berkas)))
        return self._yaml
