"""The rancangan that all rows share: read once, and judged for what no column fills."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from naskah.batch.header import Kolom
from naskah.batch.kinds import choose_kind
from naskah.batch.targets import DaftarSasaran, list_targets
from naskah.library.pustaka import Pustaka
from naskah.library.validation import explain, locate, name_key, use_typed_text
from naskah.library.yaml_lines import Jalur, YamlBerbaris, load_yaml
from naskah.model.bentuk import Bentuk
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.klausul import Bagian


def load_base(path: Any) -> YamlBerbaris:
    """The YAML of the rancangan; it need not be complete, since columns fill the rest."""
    yaml = load_yaml(path)
    if not isinstance(yaml.data, dict):
        raise NaskahError(Galat('harus berisi pasangan "kunci: nilai", bukan daftar atau teks saja', yaml.berkas))
    if yaml.galat:
        raise NaskahError(yaml.galat.values())
    try:
        choose_kind(yaml.data).model.model_validate(yaml.data)
    except ValidationError as error:
        use_typed_text(yaml, (), yaml.data, error.errors())
    return yaml


def find_targets(dasar: YamlBerbaris, pustaka: Pustaka) -> DaftarSasaran:
    """The keys that columns may fill. NaskahError: the rancangan's kind is missing or unknown."""
    return list_targets(dasar.data, pustaka, _load_bentuk(dasar, pustaka))


def _load_bentuk(dasar: YamlBerbaris, pustaka: Pustaka) -> Bentuk:
    try:
        return pustaka.bentuk(JenisNaskah(dasar.data.get("jenis")))
    except ValueError:
        pesan = f"jenis harus disebut dalam rancangan; pilih {', '.join(JenisNaskah)}"
        raise NaskahError(Galat(pesan, dasar.berkas, dasar.find_line(("jenis",)))) from None


def check_base(dasar: YamlBerbaris, kolom: Sequence[Kolom], sasaran: DaftarSasaran, berkas_data: str) -> None:
    """Refuse what would be wrong in every row alike, once: NaskahError names keys to fill and columns to add."""
    diisi = {satu.sasaran.jalur for satu in kolom}
    galat = [*_find_faults(dasar, diisi), *_find_missing(dasar, diisi, sasaran, berkas_data)]
    if galat:
        raise NaskahError(dict.fromkeys(galat))


def complete_base(dasar: YamlBerbaris, kolom: Sequence[Kolom], pustaka: Pustaka) -> None:
    """Name in the data the clauses around the pasal whose parameters columns fill: those of the kind's form."""
    bentuk = _load_bentuk(dasar, pustaka)
    for bagian in {satu.sasaran.jalur[1] for satu in kolom if satu.sasaran.jalur[0] == "bagian"}:
        pilihan = dasar.data.setdefault("bagian", {})
        pilihan.setdefault(bagian, {"klausul": bentuk.bagian.get(Bagian(str(bagian)))})
    # The rancangan's id is that of the example it was tried with; each row has its own.
    dasar.data.pop("id", None)
    for i, satu in enumerate(dasar.data.get("pasal") or ()):
        if any(k.sasaran.jalur[:3] == ("pasal", i, "parameter") for k in kolom):
            satu.setdefault("parameter", {})


def _find_faults(dasar: YamlBerbaris, diisi: set[Jalur]) -> list[Galat]:
    """What the rancangan itself has wrong, where no column puts something else."""
    model = choose_kind(dasar.data).model
    try:
        model.model_validate(dasar.data)
    except ValidationError as error:
        sisa = []
        for detail in error.errors():
            jalur, hilang = locate(detail["loc"], dasar.data)
            di = (*jalur, hilang) if hilang else jalur
            # What the whole says of its parts (numbers for all parties or none) each row is asked itself.
            if di and detail["type"] != "missing" and not any(_touches(di, j) for j in diisi):
                sisa.append(di)
        semua = explain(error, dasar, model)
        return [g for g in semua if g.kunci in {name_key(di) for di in sisa}]
    return []


def _touches(a: Jalur, b: Jalur) -> bool:
    return a[: len(b)] == b or b[: len(a)] == a


def _find_missing(dasar: YamlBerbaris, diisi: set[Jalur], sasaran: DaftarSasaran, berkas_data: str) -> list[Galat]:
    """Keys that neither the rancangan nor a column fills."""
    galat = []
    for nama, jalur in _iter_required(dasar.data, sasaran):
        if _value_at(dasar.data, jalur) is None and not any(_touches(jalur, j) for j in diisi):
            pesan = f"kunci {nama!r} belum diisi dalam rancangan, dan tidak ada kolom {nama!r}; tambahkan salah satunya"
            galat.append(Galat(pesan, berkas_data))
    return galat


def _iter_required(data: Any, sasaran: DaftarSasaran) -> list[tuple[str, Jalur]]:
    wajib: list[tuple[str, Jalur]] = [(k, (k,)) for k in ("tanggal", "tempat")]
    if data["jenis"] == JenisNaskah.ADENDUM:
        return wajib
    wajib.append(("judul", ("judul",)))
    for i, _ in enumerate(data.get("pihak") or ()):
        for kunci in (("nama",), ("kedudukan",), ("penandatangan", "nama"), ("penandatangan", "jabatan")):
            wajib.append((f"pihak.{i + 1}.{'.'.join(kunci)}", ("pihak", i, *kunci)))
    wajib += [(s.nama, s.jalur) for s in sasaran.semua.values() if s.wajib and s.jalur[0] == "pasal"]
    return wajib


def _value_at(data: Any, jalur: Jalur) -> Any:
    for bagian in jalur:
        try:
            data = data[bagian]
        except (KeyError, IndexError, TypeError):
            return None
    return data
