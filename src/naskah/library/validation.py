"""pydantic's findings as sentences a drafter understands, each with file, line and key."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from naskah.library.yaml_lines import Jalur, YamlBerbaris
from naskah.model.galat import Galat, NaskahError

M = TypeVar("M", bound=BaseModel)
# A value that a message repeats: the beginning of a long one tells which it is.
_KUTIPAN_PANJANG = re.compile(r"""(['"])([^'"]{100})[^'"]{50,}\1""")


def validate(model: type[M], yaml: YamlBerbaris, awalan: Jalur = ()) -> M:
    """The part of `yaml` at path `awalan` as `model`; NaskahError with every fault found."""
    data = yaml.data
    for bagian in awalan:
        data = data[bagian]
    if data is None:
        raise NaskahError(Galat("belum berisi apa-apa; mulai dari salah satu contoh", yaml.berkas))
    if not isinstance(data, dict):
        pesan = 'harus berisi pasangan "kunci: nilai", bukan daftar atau teks saja'
        raise NaskahError(Galat(pesan, yaml.berkas, yaml.find_line(awalan)))
    hasil = _try(model, data)
    if isinstance(hasil, ValidationError) and use_typed_text(yaml, awalan, data, hasil.errors()):
        hasil = _try(model, data)
    galat = explain(hasil, yaml, model, awalan) if isinstance(hasil, ValidationError) else []
    galat += [replace(g, kunci=name_key(j) or None) for j, g in yaml.galat.items() if j[: len(awalan)] == awalan]
    if galat or isinstance(hasil, ValidationError):
        raise NaskahError(sorted(set(galat), key=lambda g: (g.baris or 0, g.kunci or "", g.pesan)))
    return hasil


def _try(model: type[M], data: Any) -> M | ValidationError:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return error


def use_typed_text(yaml: YamlBerbaris, awalan: Jalur, data: Any, errors: Sequence[ErrorDetails]) -> bool:
    """Where text is expected, `002` or `12` means the text as typed, not a number. True if any changed."""
    berubah = False
    for detail in errors:
        jalur, _ = locate(detail["loc"], data)
        if detail["type"] == "string_type" and detail["input"] is not None and awalan + jalur in yaml.mentah:
            _assign(data, jalur, yaml.mentah[awalan + jalur])
            berubah = True
    return berubah


def _assign(data: Any, jalur: Jalur, nilai: str) -> None:
    *induk, kunci = jalur
    for bagian in induk:
        data = data[bagian]
    data[kunci] = nilai


def locate(loc: Sequence[str | int], data: Any) -> tuple[Jalur, str | None]:
    """pydantic's `loc` as a path into `data`, without union tags; and the key that is missing, if any."""
    jalur: list[str | int] = []
    if loc and loc[-1] == "[key]":  # the fault is in the key itself
        loc = loc[:-1]
    for i, bagian in enumerate(loc):
        terakhir = i == len(loc) - 1
        if bagian in data if isinstance(data, dict) else isinstance(data, list) and isinstance(bagian, int):
            # "klausul" is both a union tag and a key; nothing lies below the key, so there it is the tag.
            if not terakhir and bagian == "klausul" and not isinstance(data[bagian], dict | list):
                continue
            jalur.append(bagian)
            data = data[bagian]
        elif terakhir and isinstance(bagian, str):
            return tuple(jalur), bagian
    return tuple(jalur), None


def name_key(jalur: Sequence[str | int]) -> str:
    """A path as a person says it: `pihak ke-2 › penandatangan › nama`."""
    nama = ""
    for bagian in jalur:
        if isinstance(bagian, int):
            nama += f" ke-{bagian + 1}"
        else:
            nama += f" › {bagian}" if nama else bagian
    return nama


def explain(error: ValidationError, yaml: YamlBerbaris, model: type[BaseModel], awalan: Jalur = ()) -> list[Galat]:
    """Every fault that pydantic found, as a Galat."""
    data = yaml.data
    for bagian in awalan:
        data = data[bagian]
    galat = []
    for detail in error.errors():
        jalur, hilang = locate(detail["loc"], data)
        if detail["type"] == "missing" and hilang:
            jalur = (*jalur, hilang)
        if awalan + jalur in yaml.galat or counts_failed_items(detail):
            continue
        baris = yaml.find_line(awalan + jalur)
        galat.append(Galat(explain_one(detail, model), yaml.berkas, baris, name_key(awalan + jalur) or None))
    return galat


def counts_failed_items(detail: ErrorDetails) -> bool:
    """pydantic calls a list too short when some of its items are wrong; those are reported themselves."""
    masukan = detail["input"]
    return detail["type"] == "too_short" and isinstance(masukan, list) and len(masukan) >= detail["ctx"]["min_length"]


def explain_one(detail: ErrorDetails, model: type[BaseModel] | None = None) -> str:
    """One fault as an Indonesian sentence that says what is expected; a long value is quoted by its beginning."""
    return _KUTIPAN_PANJANG.sub(r"\1\2...\1", _explain_one(detail, model))


def _explain_one(detail: ErrorDetails, model: type[BaseModel] | None) -> str:
    jenis, ctx = detail["type"], detail.get("ctx", {})
    if jenis == "missing":
        return "kunci ini belum diisi"
    if jenis == "extra_forbidden":
        return _explain_unknown_key(str(detail["loc"][-1]), detail["loc"], model)
    if jenis == "value_error":
        return str(ctx["error"])
    if jenis in ("enum", "literal_error"):
        return f"{detail['input']!r} tidak dikenal; pilih {ctx['expected'].replace(' or ', ' atau ')}"
    if jenis == "string_type":
        return "harus berupa teks" + (" (nilainya kosong)" if detail["input"] is None else "")
    if jenis in ("int_type", "int_parsing", "int_from_float"):
        return f"harus bilangan bulat, bukan {detail['input']!r}"
    if jenis in ("bool_type", "bool_parsing"):
        return "harus ya atau tidak: tulis true atau false"
    if jenis in ("tuple_type", "list_type"):
        return "harus berupa daftar: satu butir per baris, masing-masing diawali '- '"
    if jenis in ("dict_type", "model_type", "model_attributes_type"):
        return 'harus berupa pasangan "kunci: nilai" yang dijorokkan di bawahnya'
    if jenis == "string_too_short":
        return "tidak boleh kosong"
    if jenis == "string_too_long":
        return f"terlalu panjang: paling banyak {ctx['max_length']} karakter"
    if jenis == "too_short":
        return f"paling sedikit {ctx['min_length']} butir"
    if jenis == "too_long":
        return f"paling banyak {ctx['max_length']} butir"
    if jenis in ("greater_than_equal", "less_than_equal"):
        batas = f"paling kecil {ctx['ge']}" if "ge" in ctx else f"paling besar {ctx['le']}"
        return f"{batas}, bukan {detail['input']}"
    if jenis == "string_pattern_mismatch":
        return f"{detail['input']!r} hanya boleh memuat huruf, angka, titik, dan tanda hubung, tanpa spasi"
    if jenis in ("union_tag_invalid", "union_tag_not_found"):
        return f"jenis tidak dikenal; pilih {ctx.get('expected_tags', 'salah satu jenis ketentuan')}"
    return f"nilai tidak dapat dipakai ({detail['msg']})"


def _explain_unknown_key(kunci: str, loc: Sequence[str | int], model: type[BaseModel] | None) -> str:
    dikenal = _known_keys(model, loc[:-1]) if model else []
    mirip = get_close_matches(kunci, dikenal, 1, 0.6)
    if mirip:
        return f"kunci ini tidak dikenal; mungkin maksudnya {mirip[0]!r}"
    if dikenal:
        return f"kunci ini tidak dikenal; yang ada: {', '.join(dikenal)}"
    return "kunci ini tidak dikenal; hapus atau perbaiki ejaannya"


def _known_keys(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The keys of the sub-model at `loc`, found by walking the JSON schema (unions by their tag)."""
    skema = model.model_json_schema()
    definisi = skema.get("$defs", {})
    simpul: dict[str, Any] = skema
    for bagian in loc:
        simpul = _resolve(simpul, definisi)
        if isinstance(bagian, int):
            simpul = simpul.get("items", {})
        elif bagian in simpul.get("properties", {}):
            simpul = simpul["properties"][bagian]
        elif "additionalProperties" in simpul and isinstance(simpul["additionalProperties"], dict):
            simpul = simpul["additionalProperties"]
        else:
            simpul = _choose_tag(simpul, str(bagian), definisi)
    return sorted(_resolve(simpul, definisi).get("properties", {}))


def _resolve(simpul: dict[str, Any], definisi: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in simpul:
        simpul = definisi[simpul["$ref"].rsplit("/", 1)[-1]]
    pilihan = [p for p in simpul.get("anyOf", []) if p.get("type") != "null"]
    return _resolve(pilihan[0], definisi) if len(pilihan) == 1 else simpul


def _choose_tag(simpul: dict[str, Any], tag: str, definisi: dict[str, Any]) -> dict[str, Any]:
    """The member of a union that pydantic named in `loc`: a discriminator value, or our own tag."""
    peta = simpul.get("discriminator", {}).get("mapping", {})
    if tag in peta:
        return {"$ref": peta[tag]}
    for pilihan in simpul.get("oneOf", []) + simpul.get("anyOf", []):
        isi = _resolve(pilihan, definisi)
        if tag in isi.get("properties", {}) or (tag == "pasal-bebas" and "isi" in isi.get("properties", {})):
            return isi
    # Our own tag of a union in which a single member has keys at all (a work plan, or the path of its file).
    berkunci = [p for p in simpul.get("oneOf", []) if "properties" in _resolve(p, definisi)]
    return berkunci[0] if len(berkunci) == 1 else {}
