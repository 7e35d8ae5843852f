"""The sandbox in which a clause's Jinja runs. It reaches its parameters, `naskah` and `rujuk()`, nothing else.

No built-in functions, only the filters listed here, no calls but ours, arithmetic on numbers alone, and only the
statements that syntax.py lists: a clause file is data from outside.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from naskah.assembly.jinja_messages import explain_jinja
from naskah.assembly.lists import KATA_HUBUNG, format_istilah, format_rincian, format_wewenang
from naskah.assembly.marks import POLA_RUJUKAN, Markah, make_rujukan, strip_nilai, wrap_nilai
from naskah.assembly.syntax import check_syntax
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.durasi import Durasi, format_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.rupiah import format_rupiah
from naskah.bahasa.tanggal import format_tanggal
from naskah.bahasa.terbilang import format_angka
from naskah.model.galat import Galat, NaskahError

PANJANG_HASIL = 500_000  # characters of one filled-in clause
POTONGAN_MAKSIMUM = 100_000  # pieces of its output; every turn of a loop makes at least one
BILANGAN_MAKSIMUM = 10**15
_BOLEH = "naskah_boleh"
_LABEL = re.compile(r"[a-z0-9][a-z0-9.-]*")
_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex"})


def allow(fungsi: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a function as callable from a clause."""
    setattr(fungsi, _BOLEH, True)
    return fungsi


class KlausulEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for clauses; see the module's docstring for what it withholds."""

    intercepted_binops = frozenset({"+", "-", "*", "//", "%"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # {#label} is a label of the clause markup, so comments need another mark.
            comment_start_string="{##",
            comment_end_string="##}",
            finalize=_finalize,
            cache_size=0,
        )
        bawaan = self.filters
        self.globals = {"rujuk": rujuk}
        self.filters = {
            "terbilang": terbilang,
            "rincian": format_rincian,
            "istilah": format_istilah,
            "wewenang": format_wewenang,
            "daftar": daftar,
            "kapital": lambda nilai: _text_of(nilai).upper(),
            "kecil": lambda nilai: _text_of(nilai).lower(),
            "length": bawaan["length"],
            "first": bawaan["first"],
            "last": bawaan["last"],
        }

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Only what may be seen is looked at: even reading another attribute could do something."""
        if attribute in _visible(type(obj)):
            return getattr(obj, attribute)
        if isinstance(obj, Mapping):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only the declared fields of our own objects, and the counters of a loop."""
        return attr in _visible(type(obj))

    def is_safe_callable(self, obj: Any) -> bool:
        """Only functions marked with `allow` may be called."""
        return getattr(obj, _BOLEH, False) is True

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic is for numbers of a bounded size; text and lists could fill the memory."""
        if not isinstance(left, int | Decimal) or not isinstance(right, int | Decimal):
            raise SecurityError(f"operator {operator} hanya untuk bilangan")
        hasil = super().call_binop(context, operator, left, right)
        if abs(hasil) >= BILANGAN_MAKSIMUM:
            raise SecurityError(f"hasil operator {operator} terlalu besar")
        return hasil


_TERLIHAT: dict[type, frozenset[str]] = {LoopContext: _LOOP}


def _visible(jenis: type) -> frozenset[str]:
    """The names that a clause may read on values of a type."""
    if jenis not in _TERLIHAT:
        nama = {*getattr(jenis, "model_fields", ()), *getattr(jenis, "naskah_terlihat", ())}
        _TERLIHAT[jenis] = frozenset(satu for satu in nama if not satu.startswith("_"))
    return _TERLIHAT[jenis]


@allow
def rujuk(*label: str, depan: bool = True) -> Markah:
    """A reference to the labels, written out when the numbers are known (references.py)."""
    if not label or not all(isinstance(nama, str) and _LABEL.fullmatch(nama) for nama in label):
        raise SecurityError('rujuk() butuh nama label, misalnya rujuk("masa-berlaku")')
    return make_rujukan(label, depan)


def terbilang(nilai: Any) -> Markah:
    """A value with its words: "3 (tiga)", "5 (lima) tahun", "2 Januari 2026", "Rp10,00 (sepuluh rupiah)"."""
    if isinstance(nilai, bool):
        raise SecurityError("saringan terbilang tidak berlaku untuk ya/tidak")
    if isinstance(nilai, Durasi):
        return wrap_nilai(format_durasi(nilai))
    if isinstance(nilai, date):
        return wrap_nilai(format_tanggal(nilai))
    if isinstance(nilai, Decimal):
        return wrap_nilai(format_rupiah(nilai))
    if isinstance(nilai, int):
        return wrap_nilai(format_angka(nilai))
    raise SecurityError(f"saringan terbilang tidak berlaku untuk {type(nilai).__name__}")


def daftar(butir: Any, kata: str = "dan") -> Markah:
    """A list in running text: "a, b, dan c"."""
    if not isinstance(butir, Sequence) or isinstance(butir, str):
        raise SecurityError("saringan daftar butuh daftar teks")
    if kata not in KATA_HUBUNG:
        raise SecurityError(f"daftar(kata=...): pilih {', '.join(KATA_HUBUNG)}")
    return Markah(join_daftar([wrap_nilai(_text_of(b)) for b in butir], kata))


def _text_of(nilai: Any) -> str:
    """A text or number as plain text. A reference is none: it must stand where its words are to be printed."""
    if isinstance(nilai, str | int | Durasi) and not isinstance(nilai, bool) and not POLA_RUJUKAN.search(str(nilai)):
        return strip_nilai(str(nilai))
    raise SecurityError(f"nilai berjenis {type(nilai).__name__} bukan teks")


def _finalize(nilai: Any) -> str:
    """What `{{ ... }}` prints: markup of ours as it is, every other value as literal text."""
    if isinstance(nilai, Markah):
        return nilai
    if isinstance(nilai, Undefined):
        return str(nilai)  # raises, saying what is unknown
    if isinstance(nilai, str):
        return wrap_nilai(nilai)
    if isinstance(nilai, bool) or nilai is None:
        raise SecurityError("nilai kosong atau ya/tidak dicetak; lindungi dengan {% if ... %}")
    if isinstance(nilai, int | Durasi):
        return wrap_nilai(str(nilai))
    if isinstance(nilai, date):
        return wrap_nilai(format_tanggal(nilai))
    if isinstance(nilai, Decimal):
        return terbilang(nilai)
    raise SecurityError(
        f"nilai berjenis {type(nilai).__name__} tidak dapat dicetak; pakai saringan rincian atau daftar"
    )


@lru_cache(maxsize=1)
def get_environment() -> KlausulEnvironment:
    """The one environment; building it takes longer than rendering."""
    return KlausulEnvironment()


@lru_cache(maxsize=512)
def compile_teks(teks: str, berkas: str, baris_awal: int = 0) -> Template:
    """Clause text as a compiled template; NaskahError names file and line of a syntax error."""
    env = get_environment()
    try:
        pohon = env.parse(teks)
        check_syntax(pohon)
        return Template.from_code(env, env.compile(pohon), dict(env.globals))
    except TemplateSyntaxError as error:
        raise NaskahError(Galat(explain_jinja(error.message), berkas, error.lineno + baris_awal)) from None
    except RecursionError:
        pesan = "Jinja bertingkat terlalu dalam; sederhanakan"
        raise NaskahError(Galat(pesan, berkas, baris_awal + 1)) from None


def render_teks(teks: str, konteks: Mapping[str, Any], berkas: str, baris_awal: int = 0) -> str:
    """Fill in clause text. NaskahError names file and line of what goes wrong."""
    templat = compile_teks(teks, berkas, baris_awal)
    bagian: list[str] = []
    panjang = 0
    try:
        for potongan in templat.generate(**konteks):
            panjang += len(potongan)
            bagian.append(potongan)
            if panjang > PANJANG_HASIL or len(bagian) > POTONGAN_MAKSIMUM:
                raise SecurityError("hasilnya terlalu panjang, atau for-nya berulang terlalu banyak")
    except (SecurityError, TemplateError) as error:
        raise _locate(error, explain_jinja(error.message), berkas, baris_awal) from None
    except BahasaError as error:
        raise _locate(error, str(error), berkas, baris_awal) from None
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError) as error:
        pesan = "perhitungan di baris ini tidak dapat dijalankan; periksa jenis nilai dan isi daftarnya"
        raise _locate(error, pesan, berkas, baris_awal) from None
    return "".join(bagian)


def _locate(error: Exception, pesan: str, berkas: str, baris_awal: int) -> NaskahError:
    """Jinja rewrites the traceback so that the frame of the template carries the template's line."""
    baris, jejak = None, error.__traceback__
    while jejak is not None:
        if jejak.tb_frame.f_code.co_filename == "<template>":
            baris = jejak.tb_lineno + baris_awal
        jejak = jejak.tb_next
    return NaskahError(Galat(pesan, berkas, baris))
