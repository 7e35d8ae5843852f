"""References as UU 12/2011 Lampiran II angka 272-273 asks; kaidah.md "References"."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_workspace import SmallWorkspace, make_draft, show_isi

from naskah.model.isi import Isi, Silang, plain
from naskah.model.naskah import Ayat, Naskah, Pasal, Rincian, Tingkat

# Pasal 1 has three ayat, Pasal 2 one without a number, Pasal 3 four levels, Pasal 4 and 5 are short.
SATU = """\
(1) Pertama: {#s1}
  a. huruf; {#s1a}
  b. huruf; {#s1b}
  c. huruf: {#s1c}
    1. angka. {#s1c1}
(2) Kedua: {#s2}
  a. huruf; {#s2a}
  b. huruf. {#s2b}
(3) Ketiga. {#s3}
(4) Keempat. {#s4}"""
DUA = """\
Tunggal: {#d}
  a. huruf; {#da}
  b. huruf; {#db}
  c. huruf. {#dc}"""
TIGA = """\
(1) A: {#t1}
  a. b: {#t1a}
    1. c: {#t1a1}
      a) d: {#t1a1a}
        1) e; {#t1a1a1}
        2) f; {#t1a1a2}
        3) g. {#t1a1a3}
(2) Z. {#t2}"""


def place(di: str, sisipan: str) -> dict[str, Any]:
    """The draft with `sisipan` written at the unit labelled `di` ("penutup": outside the pasal)."""
    pasal = [
        {"judul": "Satu", "label": "satu", "isi": SATU},
        {"judul": "Dua", "label": "dua", "isi": DUA},
        {"judul": "Tiga", "label": "tiga", "isi": TIGA},
        {"judul": "Empat", "label": "empat", "isi": "Isi. {#e}"},
        {"judul": "Lima", "label": "lima", "isi": "Isi. {#l}"},
    ]
    for satu in pasal:
        satu["isi"] = satu["isi"].replace(f" {{#{di}}}", f" >{sisipan}< {{#{di}}}")
    return make_draft(pasal)


def all_isi(naskah: Naskah) -> list[Isi]:
    hasil: list[Isi] = [naskah.pembuka, naskah.kesepakatan, *naskah.penutup]

    def walk(unit: Ayat | Rincian) -> None:
        hasil.append(unit.isi)
        hasil.extend(i.nilai for i in unit.isian)
        for r in unit.rincian:
            walk(r)

    for p in naskah.iter_pasal():
        hasil.append(p.judul)
        for a in p.ayat:
            walk(a)
    return hasil


def written(ruang: SmallWorkspace, di: str, rujukan: str) -> str:
    """What `rujukan` prints at the unit `di`, references in brackets."""
    naskah = ruang.assemble_often(place(di, rujukan)).naskah
    (teks,) = [show_isi(isi) for isi in all_isi(naskah) if ">" in show_isi(isi)]
    return teks.partition(">")[2].partition("<")[0]


@pytest.mark.parametrize(
    ("di", "rujukan", "hasil"),
    [
        # the same pasal: pada
        ("s2", 'rujuk("s1")', "pada ayat [(1)]"),
        ("s1", 'rujuk("s1")', "pada ayat [(1)]"),
        ("s2a", 'rujuk("s1")', "pada ayat [(1)]"),
        ("s2", 'rujuk("s1a")', "pada ayat [(1)] huruf [a]"),
        ("s2a", 'rujuk("s1c1")', "pada ayat [(1)] huruf [c] angka [1]"),
        # the same ayat: its number is left out
        ("s1", 'rujuk("s1a")', "pada huruf [a]"),
        ("s1b", 'rujuk("s1a")', "pada huruf [a]"),
        ("s1c1", 'rujuk("s1a")', "pada huruf [a]"),
        ("s1a", 'rujuk("s1c1")', "pada huruf [c] angka [1]"),
        # a pasal with one ayat has no ayat to name
        ("db", 'rujuk("da")', "pada huruf [a]"),
        ("d", 'rujuk("da")', "pada huruf [a]"),
        ("s1", 'rujuk("da")', "dalam [Pasal 2] huruf [a]"),
        ("s1", 'rujuk("d")', "dalam [Pasal 2]"),
        # elsewhere: dalam
        ("e", 'rujuk("s1")', "dalam [Pasal 1] ayat [(1)]"),
        ("e", 'rujuk("satu")', "dalam [Pasal 1]"),
        ("s1", 'rujuk("empat")', "dalam [Pasal 4]"),
        ("s1", 'rujuk("satu")', "dalam [Pasal 1]"),
        ("e", 'rujuk("t1a1a1")', "dalam [Pasal 3] ayat [(1)] huruf [a] angka [1] huruf [a)] angka [1)]"),
        ("t2", 'rujuk("t1a1a")', "pada ayat [(1)] huruf [a] angka [1] huruf [a)]"),
        # two labels
        ("s3", 'rujuk("s1", "s2")', "pada ayat [(1)] dan ayat [(2)]"),
        ("e", 'rujuk("s1", "s2")', "dalam [Pasal 1] ayat [(1)] dan ayat [(2)]"),
        ("e", 'rujuk("s1a", "s1b")', "dalam [Pasal 1] ayat [(1)] huruf [a] dan huruf [b]"),
        ("e", 'rujuk("s1a", "s2a")', "dalam [Pasal 1] ayat [(1)] huruf [a] dan ayat [(2)] huruf [a]"),
        ("e", 'rujuk("s1", "d")', "dalam [Pasal 1] ayat [(1)] dan [Pasal 2]"),
        ("e", 'rujuk("satu", "dua")', "dalam [Pasal 1] dan [Pasal 2]"),
        ("s1", 'rujuk("s1a", "s2a")', "pada ayat [(1)] huruf [a] dan ayat [(2)] huruf [a]"),
        ("s1", 'rujuk("s1a", "s1b")', "pada huruf [a] dan huruf [b]"),
        ("s1", 'rujuk("s1a", "da")', "dalam [Pasal 1] ayat [(1)] huruf [a] dan [Pasal 2] huruf [a]"),
        ("s3", 'rujuk("s1", "s2a")', "pada ayat [(1)] dan ayat [(2)] huruf [a]"),
        ("s3", 'rujuk("s2", "s2a")', "pada ayat [(2)] dan ayat [(2)] huruf [a]"),
        ("e", 'rujuk("satu", "s1")', "dalam [Pasal 1] dan [Pasal 1] ayat [(1)]"),
        # three or more in a row: sampai dengan
        ("s4", 'rujuk("s1", "s2", "s3")', "pada ayat [(1)] sampai dengan ayat [(3)]"),
        ("e", 'rujuk("s1", "s2", "s3")', "dalam [Pasal 1] ayat [(1)] sampai dengan ayat [(3)]"),
        ("e", 'rujuk("s1", "s2", "s3", "s4")', "dalam [Pasal 1] ayat [(1)] sampai dengan ayat [(4)]"),
        ("s1", 'rujuk("s1a", "s1b", "s1c")', "pada huruf [a] sampai dengan huruf [c]"),
        ("s2", 'rujuk("s1a", "s1b", "s1c")', "pada ayat [(1)] huruf [a] sampai dengan huruf [c]"),
        ("e", 'rujuk("da", "db", "dc")', "dalam [Pasal 2] huruf [a] sampai dengan huruf [c]"),
        ("e", 'rujuk("satu", "dua", "tiga")', "dalam [Pasal 1] sampai dengan [Pasal 3]"),
        ("t2", 'rujuk("t1a1a1", "t1a1a2", "t1a1a3")',
         "pada ayat [(1)] huruf [a] angka [1] huruf [a)] angka [1)] sampai dengan angka [3)]"),
        # not in a row: a list
        ("s3", 'rujuk("s1", "s2", "s4")', "pada ayat [(1)], ayat [(2)], dan ayat [(4)]"),
        ("s3", 'rujuk("s3", "s2", "s1")', "pada ayat [(3)], ayat [(2)], dan ayat [(1)]"),
        ("e", 'rujuk("satu", "dua", "empat")', "dalam [Pasal 1], [Pasal 2], dan [Pasal 4]"),
        ("e", 'rujuk("s1a", "s1b", "s2a")',
         "dalam [Pasal 1] ayat [(1)] huruf [a], ayat [(1)] huruf [b], dan ayat [(2)] huruf [a]"),
        ("s3", 'rujuk("s1", "s2", "s2a")', "pada ayat [(1)], ayat [(2)], dan ayat [(2)] huruf [a]"),
        ("e", 'rujuk("s1a", "s2b", "dc")',
         "dalam [Pasal 1] ayat [(1)] huruf [a], [Pasal 1] ayat [(2)] huruf [b], dan [Pasal 2] huruf [c]"),
        # without the preposition
        ("s2", 'rujuk("s1", depan=false)', "ayat [(1)]"),
        ("e", 'rujuk("s1", depan=false)', "[Pasal 1] ayat [(1)]"),
        ("e", 'rujuk("s1", "s2", "s3", depan=false)', "[Pasal 1] ayat [(1)] sampai dengan ayat [(3)]"),
    ],
)  # fmt: skip
def test_a_reference_is_written_as_the_law_asks(
    ruang_bersama: SmallWorkspace, di: str, rujukan: str, hasil: str
) -> None:
    assert written(ruang_bersama, di, f"{{{{ {rujukan} }}}}") == hasil


def test_outside_the_pasal_a_reference_is_always_full(ruang: SmallWorkspace) -> None:
    ruang.clause("penutup/umum", 'Lihat {{ rujuk("s2") }} dan {{ rujuk("d", depan=false) }}.', bagian="penutup")
    naskah = ruang.assemble(place("", "")).naskah
    assert show_isi(naskah.penutup[0]) == "Lihat dalam [Pasal 1] ayat [(2)] dan [Pasal 2]."


def test_a_unit_without_a_label_can_be_named_by_its_place(ruang: SmallWorkspace) -> None:
    draft = make_draft(["(1) A:\na. x;\nb. y.\n(2) B.", 'Lihat {{ rujuk("judul-1.1.b") }}.'])
    (_, dua) = ruang.assemble(draft).naskah.iter_pasal()
    assert show_isi(dua.ayat[0].isi) == "Lihat dalam [Pasal 1] ayat [(1)] huruf [b]."


def test_letters_past_z_are_in_a_row_too(ruang: SmallWorkspace) -> None:
    butir = "\n".join(f"a. x; {{#h{i}}}" for i in range(1, 30))
    draft = make_draft([f"A:\n{butir}", 'Lihat {{ rujuk("h26", "h27", "h28") }} dan {{ rujuk("h1", "h27", "h28") }}.'])
    (_, dua) = ruang.assemble(draft).naskah.iter_pasal()
    assert show_isi(dua.ayat[0].isi) == (
        "Lihat dalam [Pasal 1] huruf [z] sampai dengan huruf [bb] "
        "dan dalam [Pasal 1] huruf [a], huruf [aa], dan huruf [bb]."
    )


def test_references_follow_the_order_of_the_pasal(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "(1) A.\n(2) B. {#akibat}")
    ruang.clause("sanksi/a", 'Sanksi {{ rujuk("akibat") }} dan {{ rujuk("kahar") }}.')
    pilihan = [{"klausul": "sanksi/a"}, "X.", {"klausul": "kahar/a"}]
    naskah = ruang.assemble(make_draft(pilihan)).naskah
    assert show_isi(next(naskah.iter_pasal()).ayat[0].isi) == ("Sanksi dalam [Pasal 3] ayat [(2)] dan dalam [Pasal 3].")


def test_a_reference_stands_in_particulars_as_well(ruang: SmallWorkspace) -> None:
    draft = make_draft('(1) A: {#a}\n| Lihat | {{ rujuk("a") }}\n(2) B.')
    (pasal,) = ruang.assemble(draft).naskah.iter_pasal()
    assert show_isi(pasal.ayat[0].isian[0].nilai) == "pada ayat [(1)]"


def test_every_unknown_label_is_named_with_file_line_and_near_labels(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", '(1) x\n(2) {{ rujuk("akibt") }}\n(3) {{ rujuk("akibat", "zzz") }}')
    ruang.clause("penutup/umum", 'Baris satu\ndan {{ rujuk("hilang") }}.', bagian="penutup")
    draft = make_draft([{"klausul": "kahar/a"}, {"judul": "B", "isi": "(1) A. {#akibat}\n(2) {{ rujuk('tak-ada') }}"}])
    galat = {g.pesan.split("'")[1]: g for g in ruang.faults(draft)}
    assert set(galat) == {"akibt", "zzz", "tak-ada", "hilang"}
    badan = (ruang.folder / "clauses/kahar/a.md").read_text().split("\n")
    assert (galat["akibt"].berkas, galat["akibt"].baris) == ("clauses/kahar/a.md", badan.index("(1) x") + 2)
    assert galat["zzz"].baris == badan.index("(1) x") + 3
    assert "mungkin maksudnya akibat" in galat["akibt"].pesan
    assert "yang ada: kahar, b, akibat" in galat["zzz"].pesan
    penutup = (ruang.folder / "clauses/penutup/umum.md").read_text().split("\n")
    assert (galat["hilang"].berkas, galat["hilang"].baris) == (
        "clauses/penutup/umum.md",
        penutup.index("Baris satu") + 2,
    )
    assert galat["tak-ada"].berkas == "rancangan.yaml" and galat["tak-ada"].baris


@pytest.mark.parametrize(
    ("isi", "baris"),
    [
        ('|\n      (1) Baik.\n      (2) Lihat {{ rujuk("hilang") }}.', 12),
        ('|\n\n\n      (1) Baik.\n      (2) Lihat {{ rujuk("hilang") }}.', 14),
        ('Lihat {{ rujuk("hilang") }}.', 10),
        ("|\n      Lihat {{ tidak_ada }}.", 11),
        ("Lihat {{ tidak_ada }}.", 10),
        ("|\n      a. salah", 11),
        ("a. salah", 10),
    ],
)
def test_a_fault_of_a_typed_pasal_names_the_line_of_the_draft(ruang: SmallWorkspace, isi: str, baris: int) -> None:
    teks = f"""\
jenis: nota-kesepakatan
judul: Uji
tanggal: 2026-01-02
tempat: Pasuruan
pihak:
  - {{nama: A, kedudukan: J, penandatangan: {{nama: N, jabatan: J}}}}
  - {{nama: B, kedudukan: J, penandatangan: {{nama: N, jabatan: J}}}}
pasal:
  - judul: Satu
    isi: {isi}
"""
    assert [(g.berkas, g.baris) for g in ruang.faults(teks)] == [("rancangan.yaml", baris)]


@st.composite
def drafts(draw: st.DrawFn) -> tuple[list[dict[str, str]], list[str]]:
    """A few pasal in which every unit has a label, and in which any unit may refer to any others."""
    satu_pasal = st.lists(st.lists(st.integers(0, 2), max_size=3), min_size=1, max_size=3)
    bentuk = draw(st.lists(satu_pasal, min_size=1, max_size=3))
    semua = [f"p{i}" for i in range(len(bentuk))]
    for i, ayat in enumerate(bentuk):
        for j, butir in enumerate(ayat):
            semua.append(f"p{i}-{j}")
            for k, anak in enumerate(butir):
                semua += [f"p{i}-{j}-{k}", *(f"p{i}-{j}-{k}-{m}" for m in range(anak))]

    def line(penanda: str, label: str) -> str:
        tujuan = draw(st.lists(st.sampled_from(semua), max_size=4, unique=True))
        daftar = ", ".join(f'"{t}"' for t in tujuan)
        return f"{penanda} u{' >{{ rujuk(' + daftar + ') }}<' if tujuan else ''} {{#{label}}}"

    pasal = []
    for i, ayat in enumerate(bentuk):
        baris = []
        for j, butir in enumerate(ayat):
            baris.append(line("(1)", f"p{i}-{j}"))
            for k, anak in enumerate(butir):
                baris.append(line("a.", f"p{i}-{j}-{k}"))
                baris += [line("1.", f"p{i}-{j}-{k}-{m}") for m in range(anak)]
        pasal.append({"judul": "J", "label": f"p{i}", "isi": "\n".join(baris)})
    return pasal, semua


def printed_numbers(naskah: Naskah) -> dict[str, str]:
    """What a reference to each label of the tree must print."""
    hasil: dict[str, str] = {}

    def enter(rincian: tuple[Rincian, ...]) -> None:
        for r in rincian:
            assert r.label is not None
            hasil[r.label] = f"{r.nomor})" if r.tingkat >= Tingkat.HURUF_KURUNG else r.nomor
            enter(r.rincian)

    for p in naskah.iter_pasal():
        assert p.label is not None
        hasil[p.label] = f"Pasal {p.nomor}"
        for a in p.ayat:
            if a.nomor is not None:
                assert a.label is not None
                hasil[a.label] = f"({a.nomor})"
            enter(a.rincian)
    return hasil


@settings(max_examples=120, deadline=None)
@given(rancangan=drafts())
def test_every_cross_reference_points_at_a_unit_and_prints_its_number(
    ruang_bersama: SmallWorkspace, rancangan: tuple[list[dict[str, str]], list[str]]
) -> None:
    naskah = ruang_bersama.assemble_often(make_draft(rancangan[0])).naskah
    nomor = printed_numbers(naskah)
    for isi in all_isi(naskah):
        for span in isi:
            if isinstance(span, Silang):
                assert nomor[span.label] == span.teks


@settings(max_examples=120, deadline=None)
@given(rancangan=drafts())
def test_pada_is_written_exactly_when_all_targets_lie_inside_the_same_pasal(
    ruang_bersama: SmallWorkspace, rancangan: tuple[list[dict[str, str]], list[str]]
) -> None:
    pasal, _ = rancangan
    naskah = ruang_bersama.assemble_often(make_draft(pasal)).naskah
    for satu, mentah in zip(naskah.iter_pasal(), pasal, strict=True):
        tertulis = [plain(isi) for isi in units_of(satu)]
        for teks, baris in zip(tertulis, mentah["isi"].split("\n"), strict=True):
            if ">" in teks:
                tujuan = baris.partition("rujuk(")[2].partition(")")[0].replace('"', "").split(", ")
                satu_ayat = len(satu.ayat) == 1
                di_dalam = all(t.startswith(f"{satu.label}-") and not (satu_ayat and t.count("-") == 1) for t in tujuan)
                assert teks.partition(">")[2].startswith("pada " if di_dalam else "dalam "), (teks, baris)
                assert ("Pasal" in teks) is not di_dalam


def units_of(pasal: Pasal) -> list[Isi]:
    hasil: list[Isi] = []

    def walk(unit: Ayat | Rincian) -> None:
        hasil.append(unit.isi)
        for r in unit.rincian:
            walk(r)

    for a in pasal.ayat:
        walk(a)
    return hasil
