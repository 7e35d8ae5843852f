"""Whatever becomes of a draft or a clause, it assembles or is refused in sentences; nothing else ever comes out."""

from hypothesis import given, settings
from hypothesis import strategies as st
from small_workspace import SmallWorkspace

from naskah.assembly.assemble import assemble
from naskah.assembly.clause_check import check_klausul
from naskah.library.clauses import parse_klausul
from naskah.library.drafts import Berkas
from naskah.library.validation import validate
from naskah.library.yaml_lines import parse_yaml
from naskah.model.galat import NaskahError
from naskah.model.rancangan import Rancangan

RANCANGAN = """\
jenis: perjanjian-kerja-sama
id: pks-1
judul: Uji *Coba*
tanggal: 2026-01-02
tempat: Pasuruan
pihak:
  - nama: A
    nomor: 1/A
    kedudukan: Jalan A
    korespondensi: {alamat: Jalan, surel: a@b}
    penandatangan:
      nama: N
      jabatan: J
      kuasa:
        - dokumen: Surat Kuasa
          tanggal: 2025-12-01
  - nama: B
    nomor: 2/B
    kedudukan: Jalan B
    penandatangan: {nama: M, jabatan: K}
premis:
  - bahwa satu
dasar_hukum:
  - Aturan Satu Dua
induk:
  judul: KB
  tanggal: 2024-01-01
pasal:
  - klausul: kahar/a
    parameter:
      lama: 5 tahun
      jumlah: 3
      butir: [a, {isi: b, rincian: [c]}]
      siapa: 1
  - judul: Lain
    label: lain
    isi: |
      (1) Lihat {{ rujuk("kahar") }}:
      a. x;
      b. y.
      (2) {{ naskah.judul }}. {#dua}
    ketentuan:
      - jenis: kewajiban-lanjut
        hal: rahasia
        dari: dua
bagian:
  penutup: {klausul: penutup/umum}
gaya: {premis: huruf}
tanggal_sama: true
"""
KLAUSUL = """\
---
judul: Kahar
versi: 1
berlaku_untuk: [perjanjian-kerja-sama]
keterangan: contoh
parameter:
  lama: {jenis: durasi, keterangan: x, bawaan: 1 tahun}
  jumlah: {jenis: bilangan, keterangan: x}
  butir: {jenis: rincian, keterangan: x}
  siapa: {jenis: pihak, keterangan: x, wajib: false}
ketentuan:
  - jenis: jangka-waktu
    lama: "{{ lama }}"
    dari: lamanya
---
(1) Selama {{ lama | terbilang }}. {#lamanya}
(2) {{ jumlah | terbilang }} butir {{ rujuk("lamanya") }}:
{{ butir | rincian }}
{% if siapa %}
(3) {{ siapa.sebutan }} *mengerjakan* hal {{ naskah.judul }}:
    a. satu:
    | Alamat | {{ siapa.kedudukan }}
{% endif %}
"""
POTONGAN = [
    *("null", "[]", "{}", "{a: b}", "5", "-1", "true", "1.5", "10.000", ".inf", "999999999999999999999999"),
    *("0 tahun", "900000 tahun", "2026-02-30", "9999-12-31", "0001-01-01", "kahar/a", "../x", "x: y"),
    *(
        '"{{ x }}"',
        "{{ x }}",
        '"(2) x"',
        "''",
        "- ",
        "!!set {}",
        "*x",
        "&x",
        "{isi: a, rincian: [b]}",
        '"',
        "'",
        "[",
        "}",
    ),
    *("\t", "? ", "---", "{% for a in butir %}", "{% endif %}", "{#x}", "{#lamanya}", "| a | b", "(1) ", "a. ", "1) "),
    *('rujuk("lamanya")', "{{ siapa }}", "{{ naskah.pihak }}", "| tidak_ada", "\ue000", "\x07", "\u2028"),
]


@st.composite
def damage(draw: st.DrawFn, teks: str) -> str:
    """A few lines cut, doubled, moved, or given another value."""
    baris = teks.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        i = draw(st.integers(0, len(baris) - 1))
        cara = draw(st.sampled_from(["nilai", "nilai", "butir", "hapus", "gandakan", "sisip", "jorok", "potong"]))
        isi = draw(st.sampled_from(POTONGAN))
        if cara == "nilai":
            baris[i] = f"{baris[i].partition(':')[0]}: {isi}"
        elif cara == "butir":
            baris[i] = f"{baris[i][: len(baris[i]) - len(baris[i].lstrip())]}- {isi}"
        elif cara == "hapus" and len(baris) > 1:
            del baris[i]
        elif cara == "gandakan":
            baris.insert(draw(st.integers(0, len(baris))), baris[i])
        elif cara == "sisip":
            tempat = draw(st.integers(0, len(baris[i])))
            baris[i] = baris[i][:tempat] + isi + baris[i][tempat:]
        elif cara == "jorok":
            baris[i] = " " * draw(st.integers(0, 8)) + baris[i].lstrip()
        else:
            baris[i] = baris[i][: draw(st.integers(0, len(baris[i])))]
    return "\n".join(baris)


def put_together(ruang: SmallWorkspace, teks: str) -> None:
    if ruang.tersimpan is None:
        (ruang.folder / "clauses/kahar").mkdir()
        (ruang.folder / "clauses/kahar/a.md").write_text(KLAUSUL)
        ruang.tersimpan = ruang.pustaka
    yaml = parse_yaml(teks, "rancangan.yaml")
    assemble(Berkas(validate(Rancangan, yaml), yaml), ruang.tersimpan)


def test_the_draft_before_the_damage_assembles(ruang_bersama: SmallWorkspace) -> None:
    put_together(ruang_bersama, RANCANGAN)


@settings(max_examples=300, deadline=None)
@given(teks=damage(RANCANGAN))
def test_a_damaged_draft_assembles_or_every_fault_names_a_file(ruang_bersama: SmallWorkspace, teks: str) -> None:
    try:
        put_together(ruang_bersama, teks)
    except NaskahError as error:
        assert error.galat
        assert all(g.berkas and g.pesan for g in error.galat), str(error)


@settings(max_examples=300, deadline=None)
@given(teks=damage(KLAUSUL))
def test_a_damaged_clause_is_refused_or_checked_with_every_fault_naming_its_file(teks: str) -> None:
    try:
        klausul = parse_klausul(teks.encode(), "kahar/a", "a.md")
    except NaskahError as error:
        assert all(g.berkas == "a.md" and g.pesan for g in error.galat), str(error)
    else:
        label = {nama: {"kahar"} for nama in ("kahar", "lamanya", "x")}
        assert all(g.berkas == "a.md" and g.pesan for g in check_klausul(klausul, label))
