"""The sandbox: a clause reaches its parameters and the naskah, prints what can be printed, and nothing else."""

import resource
import tracemalloc
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_workspace import GAYA, SmallWorkspace, make_draft, make_pihak, only_pasal

from naskah.assembly.context import NaskahKonteks, make_context
from naskah.assembly.environment import PANJANG_HASIL, compile_teks, get_environment, render_teks, rujuk
from naskah.assembly.marks import strip_nilai
from naskah.bahasa.durasi import Durasi
from naskah.library.validation import validate
from naskah.library.yaml_lines import YamlBerbaris
from naskah.model.bentuk import GayaBawaan
from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Teks
from naskah.model.rancangan import Rancangan

BATAS_MEMORI = 20_000_000  # bytes that one refused attempt may use


def context() -> NaskahKonteks:
    draft = make_draft(pihak=make_pihak(3, korespondensi={"alamat": "Jalan"}))
    rancangan = validate(Rancangan, YamlBerbaris("r.yaml", draft))
    return make_context(rancangan, GayaBawaan.model_validate(GAYA), ["kahar"])


def values() -> dict[str, Any]:
    konteks = context()
    return {
        "naskah": konteks,
        "pihak": konteks.pihak[0],
        "x": "teks",
        "n": 3,
        "butir": ["a", "b", "c"],
        "rinci": [{"isi": "a", "rincian": ["b"]}, "c"],
        "arti": [{"istilah": "A", "arti": "b"}],
        "lama": Durasi(tahun=5),
        "hari": date(2026, 1, 2),
        "uang": Decimal(10_000_000),
        "benar": True,
        "kosong": None,
        "panjang": ["x"] * 2000,
    }


def render(teks: str) -> str:
    return strip_nilai(render_teks(teks, values(), "clauses/a/b.md", 10))


def refusal(teks: str) -> Galat:
    with pytest.raises(NaskahError) as info:
        render_teks(teks, values(), "clauses/a/b.md", 10)
    (galat,) = info.value.galat
    assert galat.berkas == "clauses/a/b.md"
    return galat


@pytest.fixture
def memory_guard() -> Iterator[None]:
    """Whoever would fill the memory fails in this test, and the allocation is measured."""
    lama = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, lama[1]))
    tracemalloc.start()
    yield
    _, puncak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    resource.setrlimit(resource.RLIMIT_AS, lama)
    assert puncak < BATAS_MEMORI


MENJANGKAU = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__init__.__globals__ }}",
    "{{ naskah.__class__ }}",
    "{{ naskah['__class__'] }}",
    "{{ naskah.__dict__ }}",
    "{{ naskah.topik }}",
    "{{ naskah.naskah_terlihat }}",
    "{{ naskah.ada.__globals__ }}",
    "{{ naskah.ada.__self__ }}",
    "{{ rujuk.__globals__ }}",
    "{{ rujuk.__wrapped__ }}",
    "{{ rujuk.naskah_boleh }}",
    "{{ pihak.penandatangan.model_dump() }}",
    "{{ pihak.penandatangan.model_fields }}",
    "{{ pihak.penandatangan.model_config }}",
    "{{ pihak.penandatangan.copy() }}",
    "{{ pihak.korespondensi.json() }}",
    "{{ x.format() }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{0.__class__}'.format_map(x) }}",
    "{{ x.encode() }}",
    "{{ x.join(butir) }}",
    "{{ butir.append('d') }}",
    "{{ butir.__len__() }}",
    "{{ rinci[0].update({'a': 1}) }}",
    "{{ rinci[0].clear() }}",
    "{{ rinci[0].items() }}",
    "{{ lama.tahun }}",
    "{{ hari.year }}",
    "{{ hari.strftime('%Y') }}",
    "{{ uang.quantize(1) }}",
    "{{ n.bit_length() }}",
    "{{ self }}",
    "{{ self.__dict__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{% for b in butir %}{{ loop.changed(b) }}{% endfor %}",
    "{% for b in butir %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for b in butir %}{{ loop.__init__ }}{% endfor %}",
    "{% for b in butir %}{{ loop._iterable }}{% endfor %}",
    "{% for b in butir %}{{ loop }}{% endfor %}",
    "{{ lipsum() }}",
    "{{ lipsum.__globals__ }}",
    "{{ range(10) }}",
    "{{ dict(a=1) }}",
    "{{ cycler('a') }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ open('/etc/passwd') }}",
    "{{ x | attr('__class__') }}",
    "{{ butir | map('upper') }}",
    "{{ x | safe }}",
    "{{ x | replace('t', 'ttttttttttt') }}",
    "{{ x | center(1000000000) }}",
    "{{ x | format }}",
    "{{ butir | join }}",
    "{{ x() }}",
    "{{ naskah() }}",
    "{{ naskah.sebutan() }}",
    "{{ 'rujuk'() }}",
    "{% include 'x' %}",
    "{% include '/etc/passwd' ignore missing %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m() %}x{% endmacro %}",
    "{% call rujuk('x') %}y{% endcall %}",
    "{% filter kapital %}x{% endfilter %}",
    "{% set x %}y{% endset %}",
    "{% set naskah.judul = 'x' %}",
    "{% with a = 1 %}{{ a }}{% endwith %}",
    "{% autoescape false %}x{% endautoescape %}",
    "{% do butir.append(1) %}",
    "{% debug %}",
    "{% trans %}x{% endtrans %}",
    "{% for b in butir recursive %}{{ loop(butir) }}{% endfor %}",
    "{% for b in butir if b %}{{ b }}{% endfor %}",
    "{{ {'a': 1} }}",
    "{{ (1, 2) }}",
    "{{ butir[0:2] }}",
    "{{ x ~ x }}",
    "{{ 7 / 2 }}",
    "{{ 2 ** 3 }}",
]


@pytest.mark.parametrize("teks", MENJANGKAU)
def test_a_clause_reaches_nothing_outside(memory_guard: None, teks: str) -> None:
    assert refusal(f"satu\ndua\n{teks}").baris == 13


def doubling(awal: str, sekali: str, pakai: str, kali: int = 60) -> str:
    return f"{{% set y = {awal} %}}{{% set z = {awal} %}}" + sekali * kali + pakai


MELEDAK = {
    "string times number": '{{ "a" * 10**9 }}',
    "string times number without power": '{{ "a" * 1000000000 }}',
    "list times number": "{{ [1] * 1000000000 }}",
    "power": "{{ 9**9**9 }}",
    "percent formatting": '{{ "%99999999d" % 1 }}',
    "doubling by addition": doubling("'ab'", "{% set y = y + y %}", "{{ y }}"),
    "doubling by joining": doubling("'ab'", "{% set y = y ~ y %}", "{{ y }}"),
    "doubling a list": doubling("[1]", "{% set y = y + y %}", "{{ y | length }}"),
    "squaring": doubling("999", "{% set y = y * y %}", "{{ y }}"),
    "nested lists to text": doubling("['ab']", "{% set y = [y, y] %}", "{{ y | kapital }}"),
    "nested lists compared": doubling("['ab']", "{% set y = [y, y] %}{% set z = [z, z] %}", "{{ 1 if y == z else 2 }}"),
    "nested lists as a list": doubling("['ab']", "{% set y = [y, y] %}", "{{ y | daftar }}"),
    "nested lists as items": doubling("['ab']", "{% set y = [y, y] %}", "{{ y | rincian }}"),
    "three loops": "{% for a in panjang %}" * 3 + "x" + "{% endfor %}" * 3,
    "two silent loops": "{% for a in panjang %}" * 2 + "{% endfor %}" * 2,
    "silent loops one after the other": ("{% for a in panjang %}" * 2 + "{% endfor %}" * 2) * 50,
    "loops over letters": '{% set s = "' + "x" * 20_000 + '" %}' + "{% for a in s %}" * 2 + "{% endfor %}" * 2,
    "huge output": "{% for a in panjang %}" * 2 + "x" * 1000 + "{% endfor %}" * 2,
    "nested ifs": "{% if x %}" * 200 + "a" + "{% endif %}" * 200,
    "nested brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "nested lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "nested signs": "{{ " + "-" * 20_000 + "1 }}",
    "long chains": "{{ 1" + "+1" * 20_000 + " }}",
}  # fmt: skip


@pytest.mark.parametrize("teks", MELEDAK.values(), ids=MELEDAK.keys())
def test_a_clause_cannot_fill_the_memory_or_run_for_ever(memory_guard: None, teks: str) -> None:
    refusal(teks)


def test_the_greatest_output_is_bounded_exactly() -> None:
    setengah = "x" * (PANJANG_HASIL // 2)
    assert len(render_teks("{{ a }}", {"a": "x" * (PANJANG_HASIL - 2)}, "a.md")) == PANJANG_HASIL
    with pytest.raises(NaskahError, match="terlalu panjang"):
        render_teks("{{ a }}{{ a }}", {"a": setengah}, "a.md")


@pytest.mark.parametrize(
    ("teks", "baris", "pesan"),
    [
        ("{{ tidak_ada }}", 11, "nama 'tidak_ada' tidak dikenal"),
        ("a\n{{ naskah.tidak_ada }}", 12, "tidak_ada"),
        ("a\n\n{% if tidak_ada %}x{% endif %}", 13, "tidak_ada"),
        ("{% for b in butir %}\n{{ b.isi }}\n{% endfor %}", 12, "isi"),
        ("{{ x | tidak_ada }}", 11, "tidak_ada"),
        ("a\n{{ x is tidak_ada }}", 12, "tidak_ada"),
        ("a\nb {{ x", 12, "belum ditutup"),
        ("{% if x %}\na", 12, "belum ditutup dengan {% endif %}"),
        ("a\n{% endif %}", 12, "tidak pada tempatnya"),
        ("a\n{{ x y }}", 12, "periksa kurung"),
        ("{{ butir[7] }}", 11, "tidak ada dalam daftar"),
        ("a\n{{ n // 0 }}", 12, ""),
        ("a\n{{ n % 0 }}", 12, ""),
        ("{{ x + 1 }}", 11, "hanya untuk bilangan"),
        ("{{ 999999999999999 * 9 }}", 11, "terlalu besar"),
        ("{{ x < n }}", 11, ""),
        ("{{ n | length }}", 11, ""),
        ("{{ rinci | istilah }}", 11, "istilah"),
        ("{{ x | istilah }}", 11, "istilah"),
        ("{{ x | rincian }}", 11, "daftar yang tidak kosong"),
        ("{{ [] | rincian }}", 11, "daftar yang tidak kosong"),
        ("{{ [1] | rincian }}", 11, "setiap butir harus teks"),
        ("{{ arti | rincian }}", 11, "setiap butir harus teks"),
        ('{{ butir | rincian(kata="serta") }}', 11, "rincian(kata="),
        ('{{ butir | rincian(mulai="romawi") }}', 11, "rincian(kata="),
        ("{{ butir | rincian(tingkat=-1) }}", 11, "rincian(kata="),
        ('{{ butir | rincian(akhir="\\n(9) palsu") }}', 11, "rincian(kata="),
        ("{{ x | daftar }}", 11, "butuh daftar"),
        ("{{ [] | daftar }}", 11, "kosong"),
        ("{{ rinci | daftar }}", 11, "bukan teks"),
        ('{{ butir | daftar(kata="\\n(2)") }}', 11, "kata"),
        ("{{ butir | kapital }}", 11, "bukan teks"),
        ("{{ benar | kapital }}", 11, "bukan teks"),
        ("{{ rujuk('a') | kapital }}", 11, "bukan teks"),
        ("{{ [rujuk('a')] | daftar }}", 11, "bukan teks"),
        ("{{ x | terbilang }}", 11, "tidak berlaku untuk str"),
        ("{{ benar | terbilang }}", 11, "tidak berlaku untuk ya/tidak"),
        ("{{ kosong | terbilang }}", 11, "tidak berlaku untuk NoneType"),
        ("{{ butir | terbilang }}", 11, "tidak berlaku untuk list"),
        ("{{ 9999999999999999 | terbilang }}", 11, "terlalu besar"),
        ("{{ kosong }}", 11, "nilai kosong"),
        ("{{ benar }}", 11, "ya/tidak"),
        ("{{ n > 2 }}", 11, "ya/tidak"),
        ("{{ none }}", 11, "nilai kosong"),
        ("{{ true }}", 11, "ya/tidak"),
        ("{{ butir }}", 11, "berjenis list"),
        ("{{ naskah }}", 11, "berjenis NaskahKonteks"),
        ("{{ pihak.korespondensi }}", 11, "berjenis Korespondensi"),
        ("{{ rujuk }}", 11, "berjenis function"),
        ("{{ 1.5 }}", 11, "berjenis float"),
        ("{% for a in butir %}" * 3 + "x" + "{% endfor %}" * 3, 11, "paling banyak 2 tingkat"),
        ("{{ rujuk() }}", 11, "butuh nama label"),
        ("{{ rujuk(5) }}", 11, "butuh nama label"),
        ("{{ rujuk('') }}", 11, "butuh nama label"),
        ("{{ rujuk('a|b') }}", 11, "butuh nama label"),
        ("{{ rujuk(kosong) }}", 11, "butuh nama label"),
        ("{{ rujuk('a', x=1) }}", 11, ""),
        ('a\n{{ "\\u0007" }}', 12, "tidak dapat dicetak"),
        ('{{ "\\ue0021a\\ue003" }}', 11, "tidak dapat dicetak"),
    ],
)
def test_a_fault_of_a_clause_names_its_line_and_its_reason(teks: str, baris: int, pesan: str) -> None:
    galat = refusal(teks)
    assert pesan in galat.pesan
    assert galat.baris == baris


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("{{ x }}", "teks"),
        ("{{ n }}", "3"),
        ("{{ lama }}", "5 tahun"),
        ("{{ hari }}", "2 Januari 2026"),
        ("{{ uang }}", "Rp10.000.000,00 (sepuluh juta rupiah)"),
        ("{{ n | terbilang }}", "3 (tiga)"),
        ("{{ lama | terbilang }}", "5 (lima) tahun"),
        ("{{ hari | terbilang }}", "2 Januari 2026"),
        ("{{ uang | terbilang }}", "Rp10.000.000,00 (sepuluh juta rupiah)"),
        ("{{ (n + 2) | terbilang }}", "5 (lima)"),
        ("{{ (n - 1) * 4 // 3 % 5 }}", "2"),
        ("{{ uang * 2 }}", "Rp20.000.000,00 (dua puluh juta rupiah)"),
        ("{{ -n }}", "-3"),
        ("{{ butir | daftar }}", "a, b, dan c"),
        ('{{ butir | daftar(kata="atau") }}', "a, b, atau c"),
        ("{{ [x, 'dua'] | daftar }}", "teks dan dua"),
        ("{{ x | kapital }}", "TEKS"),
        ("{{ 'ABC' | kecil }}", "abc"),
        ("{{ lama | terbilang | kapital }}", "5 (LIMA) TAHUN"),
        ("{{ butir | length }} {{ butir | first }} {{ butir | last }} {{ butir[1] }}", "3 a c b"),
        ("{{ rinci[0].isi }}", "a"),
        ("{% set y = x %}{{ y }}", "teks"),
        ("{% set semua = [x, n] %}{{ semua[1] }}", "3"),
        ("{% if benar and not kosong or n > 5 %}ya{% else %}tidak{% endif %}", "ya"),
        ("{% if kosong is none and x is defined %}ya{% endif %}", "ya"),
        ("{{ 'ya' if n == 3 else 'tidak' }}", "ya"),
        ("{% for b in butir %}{{ loop.index }}{{ b }}{% if not loop.last %}, {% endif %}{% endfor %}", "1a, 2b, 3c"),
        ("{% for a in butir %}{% for b in [1, 2] %}{{ a }}{{ b }} {% endfor %}{% endfor %}", "a1 a2 b1 b2 c1 c2 "),
        ("{{ naskah.sebutan }} {{ naskah.judul }} {{ naskah.tempat }} {{ naskah.tanggal }}",
         "Nota Kesepakatan Uji Coba Pasuruan 2 Januari 2026"),
        ("{{ naskah.para_pihak }} {{ naskah.jumlah_pihak }}", "PARA PIHAK 3"),
        ("{{ naskah.sebutan_pihak }}", "PIHAK KESATU, PIHAK KEDUA, dan PIHAK KETIGA"),
        ("{{ naskah.pihak[1].sebutan }} {{ naskah.pihak[1].nama }}", "PIHAK KEDUA Pemerintah B"),
        ("{{ pihak.penandatangan.nama }}, {{ pihak.penandatangan.jabatan }}", "Nama A, S.H., Kepala A"),
        ("{{ pihak.korespondensi.alamat }} {{ pihak.urutan }} {{ pihak.bertindak_untuk }}", "Jalan 1 Pemerintah A"),
        ("{{ naskah.pembuka_tanggal }}",
         "Pada hari ini Jumat, tanggal Dua bulan Januari tahun Dua Ribu Dua Puluh Enam (2-1-2026)"),
        ("{% if naskah.ada('kahar') %}ada{% endif %}{% if naskah.ada('sanksi') %}ada{% endif %}", "ada"),
        ("a{## komentar {{ tidak_ada }} ##}b", "ab"),
        ("a {#label}", "a {#label}"),
        ("a {# bukan komentar #}", "a {# bukan komentar #}"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("a\n{% if benar %}\nb\n{% endif %}\nc", "a\nb\nc"),
        ("  {% if benar %}\nb\n  {% endif %}\n", "b\n"),
    ],
)  # fmt: skip
def test_what_a_clause_can_print(teks: str, hasil: str) -> None:
    assert render(teks) == hasil


def test_authority_is_written_out_with_what_is_known_of_it(ruang: SmallWorkspace) -> None:
    ruang.clause("uji/a", "Berdasarkan {{ naskah.pihak[0].penandatangan.kuasa | wewenang }}.")
    kuasa = [
        {"dokumen": "Surat Kuasa", "nomor": "1", "tanggal": "2025-05-04", "tentang": "hal *a"},
        {"dokumen": "Surat Tugas b*"},
        {"dokumen": "Nota", "nomor": "3"},
    ]
    pihak = make_pihak(2)
    pihak[0]["penandatangan"]["kuasa"] = kuasa
    isi = only_pasal(ruang.assemble(make_draft([{"klausul": "uji/a"}], pihak=pihak))).ayat[0].isi
    teks = "Berdasarkan Surat Kuasa Nomor 1 tanggal 4 Mei 2025 tentang hal *a, Surat Tugas b*, dan Nota Nomor 3."
    assert isi == (Teks(teks),)


def test_only_functions_marked_as_allowed_may_be_called() -> None:
    lingkungan = get_environment()
    assert set(lingkungan.globals) == {"rujuk"}
    assert lingkungan.is_safe_callable(rujuk) and lingkungan.is_safe_callable(context().ada)
    for fungsi in (len, print, type, context, str.format, "x".upper, Durasi):
        assert not lingkungan.is_safe_callable(fungsi)


def test_a_clause_changes_nothing_for_the_next_one() -> None:
    nilai = values()
    render_teks("{% set x = 'lain' %}{% for x in butir %}{{ x }}{% endfor %}", nilai, "a.md")
    assert nilai["x"] == "teks"
    assert strip_nilai(render_teks("{{ x }}", nilai, "a.md")) == "teks"
    with pytest.raises(NaskahError):
        render_teks("{{ y }}", nilai, "a.md")
    render_teks("{% set y = 1 %}", nilai, "a.md")
    with pytest.raises(NaskahError):
        render_teks("{{ y }}", nilai, "a.md")


def test_a_clause_is_compiled_once_and_a_broken_one_is_refused_every_time() -> None:
    assert compile_teks("{{ x }} sekali", "a.md", 3) is compile_teks("{{ x }} sekali", "a.md", 3)
    for _ in range(2):
        with pytest.raises(NaskahError, match="a.md:4"):
            compile_teks("{{ x", "a.md", 3)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["{{", "}}", "{%", "%}", "{##", "##}", "x", " ", "naskah", ".", "pihak", "[", "]", "(", ")", "0", "|"]
            + ["for", "in", "if", "endfor", "endif", "set", "=", "'a'", "rujuk", "rincian", "butir", "__class__"]
            + ["\n", ",", "+", "*", "-"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_any_clause_text_renders_or_is_refused_with_its_file(potongan: list[str]) -> None:
    try:
        hasil = render_teks("".join(potongan), values(), "clauses/a/b.md", 10)
    except NaskahError as error:
        assert [g.berkas for g in error.galat] == ["clauses/a/b.md"]
    else:
        assert "object at 0x" not in hasil and "<class" not in hasil


def test_a_typed_out_pasal_runs_in_the_same_sandbox(ruang: SmallWorkspace) -> None:
    galat = ruang.faults(make_draft(["Baik.", "{{ naskah.__class__ }}", "{% include 'x' %}", "{{ tidak_ada }}"]))
    assert [g.berkas for g in galat] == ["rancangan.yaml"] * 3
    assert all(g.baris for g in galat)
