"""The Rencana Kerja in Word: its section, the header on every page, merged cells, widths, styles, size."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx_lint import lint
from lxml import etree
from openxml_audit import OpenXmlValidator
from rendered_docx import TEMPLATES, W, parts, text_of, val
from sample_plans import make_alone, make_annexed, make_kegiatan, make_tabel
from sample_trees import make, text
from test_docx_golden import pretty
from test_docx_lint import NO_NUMBER, repack
from test_template_check import periksa  # noqa: F401

from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Naskah
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.docx.column_widths import measure
from naskah.rendering.docx.work_plan_table import GAYA_BIASA, GAYA_RAPAT, RUANG_F4, Ruang, table_xml

NK = TEMPLATES / "nota-kesepakatan.docx"
DOC = "word/document.xml"
F4 = ("12189", "18709")


def render(naskah: Naskah) -> bytes:
    return render_docx(naskah, compile_template(TEMPLATES / f"{naskah.jenis}.docx"))


def body(docx: bytes) -> Any:
    return etree.fromstring(parts(docx)[DOC]).find(f"{W}body")


def find_table(docx: bytes) -> Any:
    (tabel,) = (t for t in body(docx).iter(f"{W}tbl") if val(t, "tblPr/tblStyle") == "TabelRK")
    return tabel


def to_table(xml: str) -> Any:
    return etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{xml}</x>')[0]


def cells(baris: Any) -> list[list[str]]:
    return [[text_of(p) for p in sel.iter(f"{W}p")] for sel in baris.findall(f"{W}tc")]


SAMPLES = {
    "lampiran": make_annexed(),
    "tiga-pihak": make_annexed(3, 6),
    "satu-tahun": make_annexed(2, 1, (1,)),
    "sendiri": make_alone(),
    "sendiri-empat": make_alone(4, 3),
}


@pytest.mark.parametrize("nama", SAMPLES)
def test_documents_are_sound_and_satisfy_the_schema(nama: str, tmp_path: Path) -> None:
    docx = render(SAMPLES[nama])
    assert lint(docx) == []
    (tmp_path / "x.docx").write_bytes(docx)
    salah = [str(satu) for satu in OpenXmlValidator().validate(str(tmp_path / "x.docx")).errors]
    assert [satu for satu in salah if NO_NUMBER not in satu] == []


def test_the_table_as_a_golden_file(snapshot) -> None:
    isi = table_xml(make_tabel(2, 2, (2, 1)), RUANG_F4, make(3).tanda_tangan)
    assert pretty(f'<x xmlns:w="{W[1:-1]}">{isi}</x>'.encode()) == snapshot


def test_the_annex_has_a_section_of_its_own_on_its_side() -> None:
    tegak, miring = body(render(make_annexed())).iter(f"{W}sectPr")
    ukuran = [(s.find(f"{W}pgSz").get(f"{W}w"), s.find(f"{W}pgSz").get(f"{W}h")) for s in (tegak, miring)]
    assert ukuran == [F4, F4[::-1]]
    assert miring.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
    assert tegak.getparent().tag == f"{W}pPr" and miring.getparent().tag == f"{W}body"
    assert miring.find(f"{W}titlePg") is None, "its first page is numbered too"


@pytest.mark.parametrize("berkas", sorted(TEMPLATES.glob("*.docx")), ids=lambda satu: satu.stem)
def test_without_an_annex_nothing_of_its_section_remains(berkas: Path) -> None:
    if berkas.stem == JenisNaskah.RENCANA_KERJA:
        return
    (seksi,) = body(render_docx(make(2), compile_template(berkas))).iter(f"{W}sectPr")
    assert (seksi.find(f"{W}pgSz").get(f"{W}w"), seksi.find(f"{W}titlePg") is not None) == (F4[0], True)
    assert seksi.getparent().tag == f"{W}body"


def test_a_plan_of_its_own_lies_on_its_side_throughout() -> None:
    isi = body(render(make_alone()))
    (seksi,) = isi.iter(f"{W}sectPr")
    assert seksi.find(f"{W}pgSz").get(f"{W}w") == F4[1]
    teks = [text_of(p) for p in isi.iter(f"{W}p")]
    assert teks.index("1") < next(i for i, t in enumerate(teks) if t.startswith("Demikian")), "the closing comes last"


def test_four_rows_are_repeated_on_every_page() -> None:
    baris = find_table(render(make_annexed())).findall(f"{W}tr")
    kepala = [satu.find(f"{W}trPr/{W}tblHeader") is not None for satu in baris]
    assert kepala == [True] * 4 + [False] * (len(baris) - 4)
    assert cells(baris[3]) == [[f"({i})"] for i in range(1, 17)]
    assert [sel[0] for sel in cells(baris[2])[5:14]] == [
        *map(str, range(2025, 2030)),
        *["PENANGGUNG JAWAB", "KEGIATAN"] * 2,
    ]
    assert [sel[0] for sel in cells(baris[0])] == [
        "No", "PROGRAM / KEGIATAN", "TAHAPAN KEGIATAN", "LOKASI", "SUMBER DANA", "TAHUN",
        "TUGAS DAN TANGGUNG JAWAB", "OUTPUT", "OUTCOME",
    ]  # fmt: skip


def merges(baris: Any) -> list[str]:
    hasil = []
    for sel in baris.findall(f"{W}tc"):
        gabung = sel.find(f"{W}tcPr/{W}vMerge")
        hasil.append("" if gabung is None else "mulai" if gabung.get(f"{W}val") else "lanjut")
    return hasil


def spans(baris: Any) -> list[int]:
    return [int(val(sel, "tcPr/gridSpan") or 1) for sel in baris.findall(f"{W}tc")]


@pytest.mark.parametrize(("pihak", "tahun"), [(2, 5), (3, 6), (1, 1), (4, 2)])
def test_headings_span_their_columns(pihak: int, tahun: int) -> None:
    satu, dua, tiga, nomor = to_table(table_xml(make_tabel(pihak, tahun))).findall(f"{W}tr")[:4]
    assert spans(satu) == [1] * 5 + [tahun, 2 * pihak, 1, 1]
    assert spans(dua) == [1] * 5 + [tahun, *[2] * pihak, 1, 1]
    assert spans(tiga) == spans(nomor) == [1] * (7 + tahun + 2 * pihak)
    assert merges(satu) == ["mulai"] * 6 + [""] + ["mulai"] * 2
    assert merges(dua) == ["lanjut"] * 6 + [""] * pihak + ["lanjut"] * 2
    assert merges(tiga) == ["lanjut"] * 5 + [""] * (tahun + 2 * pihak) + ["lanjut"] * 2


def test_a_programme_runs_down_its_activities() -> None:
    baris = to_table(table_xml(make_tabel(2, 5, (3, 1, 2)))).findall(f"{W}tr")[4:]
    assert [merges(satu)[:3] for satu in baris] == [
        ["mulai", "mulai", ""],
        ["lanjut", "lanjut", ""],
        ["lanjut", "lanjut", ""],
        ["", "", ""],
        ["mulai", "mulai", ""],
        ["lanjut", "lanjut", ""],
    ]
    assert [cells(satu)[0] for satu in baris] == [["1"], [""], [""], ["2"], ["3"], [""]]


def test_each_office_is_a_paragraph_and_each_year_in_force_a_mark() -> None:
    kegiatan = make_kegiatan("a", 2, (2025, 2027), kantor=3, tahapan=(text("siap"), text("laksana")))
    tabel = replace(make_tabel(2, 4), program=(replace(make_tabel().program[0], kegiatan=(kegiatan,)),))
    isi = cells(to_table(table_xml(tabel)).findall(f"{W}tr")[4])
    assert isi[2] == ["a. Pelatihan a bagi pengelola air", "1) siap", "2) laksana"]
    assert isi[5:9] == [["V"], [""], ["V"], [""]]
    assert isi[9] == ["Dinas 1 Bidang 1", "Dinas 2 Bidang 1", "Dinas 3 Bidang 1"]


def test_a_party_without_a_task_has_empty_cells() -> None:
    asal = make_tabel(2, 1, (1,))
    kegiatan = asal.program[0].kegiatan[0]
    kosong = replace(kegiatan, tugas=(replace(kegiatan.tugas[0], penanggung_jawab=(), kegiatan=()), kegiatan.tugas[1]))
    tabel = replace(asal, program=(replace(asal.program[0], kegiatan=(kosong,)),))
    assert cells(to_table(table_xml(tabel)).findall(f"{W}tr")[4])[6:8] == [[""], [""]]


@pytest.mark.parametrize("pihak", [1, 2, 3])
@pytest.mark.parametrize("tahun", [1, 3, 6])
@pytest.mark.parametrize("lebar", [16441, 13000])
def test_columns_fill_the_page_and_hold_their_words(pihak: int, tahun: int, lebar: int) -> None:
    tabel = to_table(table_xml(make_tabel(pihak, tahun), Ruang(lebar, 9921)))
    kolom = [int(k.get(f"{W}w")) for k in tabel.iter(f"{W}gridCol")]
    assert sum(kolom) == lebar == int(tabel.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
    rapat = "Rapat" in etree.tostring(tabel).decode()
    ukuran = (GAYA_RAPAT if rapat else GAYA_BIASA).ukuran
    terpanjang = max(["Kabupaten", "Menyelenggarakan", "Terselenggaranya", "PENANGGUNG"], key=measure)
    assert lebar < 16441 or max(kolom) > measure(terpanjang) * ukuran * 20


def test_many_columns_take_the_smaller_styles() -> None:
    def styles(pihak: int, tahun: int) -> set[str]:
        xml = table_xml(make_tabel(pihak, tahun))
        return set(re.findall(r'w:pStyle w:val="(\w+)"', xml))

    assert styles(2, 5) == set(GAYA_BIASA[:3])
    assert styles(4, 6) == set(GAYA_RAPAT[:3])


def test_the_table_follows_the_margins_of_a_restyled_template(tmp_path: Path) -> None:
    isi = parts(NK.read_bytes())
    pilihan = isi[DOC].decode()
    pilihan = pilihan.replace(
        'w:right="1134" w:bottom="1134" w:left="1134"', 'w:right="2000" w:bottom="900" w:left="3000"'
    )
    isi[DOC] = pilihan.encode()
    (tmp_path / "nk.docx").write_bytes(repack(isi))
    templat = compile_template(tmp_path / "nk.docx")
    assert templat.ruang == Ruang(18709 - 5000, 12189 - 2034)
    tabel = find_table(render_docx(make_annexed(), templat))
    assert tabel.find(f"{W}tblPr/{W}tblW").get(f"{W}w") == str(18709 - 5000)


def test_rows_stay_whole_while_they_fit_on_a_page() -> None:
    pendek, tinggi = make_kegiatan("a", 2, (2025,), kantor=5), make_kegiatan("b", 2, (2025,), kantor=60)
    asal = make_tabel(2, 1)
    tabel = replace(asal, program=(replace(asal.program[0], kegiatan=(pendek, tinggi)),))
    baris = to_table(table_xml(tabel)).findall(f"{W}tr")[4:]
    assert [satu.find(f"{W}trPr/{W}cantSplit") is not None for satu in baris] == [True, False]


def test_the_last_row_goes_with_the_signatures() -> None:
    """Rows of one table, bound by keepNext: so no page holds signatures alone."""
    *_, terakhir, kepala, ruang, nama, kepala2, _, nama2 = find_table(render(make_annexed(3))).findall(f"{W}tr")
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in terakhir.iter(f"{W}p"))
    assert [sel[:2] for sel in cells(kepala)] == [["", "PIHAK KEDUA,"], ["", "PIHAK KESATU,"]]
    assert [sel[0].title() for sel in cells(nama)] == ["Yohanes Kamaluddin Siregar", "Ratna Wulandari"]
    assert (len(cells(kepala2)), len(cells(nama2))) == (1, 1)
    for satu in (kepala, ruang, nama):
        assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in satu.iter(f"{W}p"))
        assert sum(spans(satu)) == 7 + 5 + 6


def test_the_look_lives_in_named_styles() -> None:
    """Restyled in Word, the table changes: its text carries no formatting of its own but that of foreign words."""
    tabel = find_table(render(make_annexed()))
    assert {satu.tag.removeprefix(W) for rpr in tabel.iter(f"{W}rPr") for satu in rpr} == {"rStyle"}
    assert {satu.tag.removeprefix(W) for ppr in tabel.iter(f"{W}pPr") for satu in ppr} == {"pStyle", "keepNext"}
    gaya = etree.fromstring(parts(NK.read_bytes())["word/styles.xml"])
    nama = {val(satu, "name") for satu in gaya.iter(f"{W}style")}
    assert {"Tabel RK", "Isi Tabel RK", "Kepala Tabel RK", "Tanda Tabel RK", "Isi Tabel RK Rapat"} <= nama
    assert {"Kepala Lampiran", "Judul Lampiran"} <= nama


def test_texts_are_escaped_wherever_they_stand() -> None:
    kotor = text("A & B < C > {{ judul }} {% if %}")
    asal = make_tabel(2, 1, (1,))
    kegiatan = replace(asal.program[0].kegiatan[0], nama=kotor, lokasi=kotor, output=kotor)
    tabel = replace(asal, pihak=("A & B", "<C>"), program=(replace(asal.program[0], nama=kotor, kegiatan=(kegiatan,)),))
    naskah = make_annexed()
    docx = render(replace(naskah, lampiran=(replace(naskah.lampiran[0], tabel=tabel, nomor=("1 & 2",)),)))
    assert lint(docx, braces_are_text=True) == []
    assert "A & B < C > {{ judul }} {% if %}" in [text_of(p) for p in find_table(docx).iter(f"{W}p")]


def test_a_control_character_is_refused() -> None:
    naskah = make_annexed()
    program = replace(naskah.lampiran[0].tabel.program[0], nama=text("a\x07b"))
    tabel = replace(naskah.lampiran[0].tabel, program=(program,))
    with pytest.raises(NaskahError, match="U\\+0007"):
        render(replace(naskah, lampiran=(replace(naskah.lampiran[0], tabel=tabel),)))


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render(make_annexed()) == render(make_annexed())


def test_five_thousand_rows_are_all_there() -> None:
    """Each row costs the same: its size does not grow with the table."""

    def size(program: int) -> int:
        return len(table_xml(make_tabel(2, 5, (20,) * program)))

    lima_ribu = size(250)
    assert lima_ribu < 51 * size(5)
    docx = render(make_alone(2, 5, (20,) * 250))
    # Four rows of heading; the closing words and the signatures are four rows more.
    assert len(find_table(docx).findall(f"{W}tr")) == 5008


# Templates.


def without_annex(folder: Path, berkas: Path = NK) -> Path:
    """A template as it was made before there were annexes."""
    isi = parts(berkas.read_bytes())
    akar = etree.fromstring(isi[DOC])
    badan = akar.find(f"{W}body")
    batas = next(i for i, p in enumerate(badan) if p.find(f"{W}pPr/{W}sectPr") is not None)
    seksi = badan[batas].find(f"{W}pPr/{W}sectPr")
    for satu in list(badan)[batas + 1 :]:
        badan.remove(satu)
    badan.append(seksi)
    isi[DOC] = etree.tostring(akar)
    (folder / "lama.docx").write_bytes(repack(isi))
    return folder / "lama.docx"


def test_a_template_of_before_still_works_where_there_is_no_annex(tmp_path: Path) -> None:
    lama = render_docx(make(2), compile_template(without_annex(tmp_path)))
    baru = render_docx(make(2), compile_template(NK))
    assert [text_of(p) for p in body(lama).iter(f"{W}p")] == [text_of(p) for p in body(baru).iter(f"{W}p")]


def test_a_template_without_a_place_for_it_refuses_a_naskah_with_an_annex(tmp_path: Path) -> None:
    with pytest.raises(NaskahError, match="tempat lampiran tidak ada: tambahkan {%p for l in lampiran %}"):
        render_docx(make_annexed(), compile_template(without_annex(tmp_path)))


def test_the_template_of_a_plan_refuses_a_naskah_with_pasal() -> None:
    with pytest.raises(NaskahError, match="daftar pasal tidak ada"):
        render_docx(make_annexed(), compile_template(TEMPLATES / "rencana-kerja.docx"))


def break_annex(lama: str, baru: str, bagian: str = DOC) -> bytes:
    isi = parts(NK.read_bytes())
    teks = isi[bagian].decode()
    assert lama in teks
    return repack(isi | {bagian: teks.replace(lama, baru).encode()})


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("{{r baris }}</w:t></w:r></w:p>", "</w:t></w:r></w:p>", "kepala lampiran tidak tercetak"),
        ("{{p l.tabel }}", "", "tabel rencana kerja tidak tercetak: tambahkan {{p l.tabel }}"),
        ("{{p l.tabel }}", "{{p l.tabelnya }}", "nama “.tabelnya” dalam tag tidak dikenal; mungkin maksudnya “tabel”"),
        ("{%p for l in lampiran %}", "{%p for l in lampirn %}", "nama “lampirn” dalam tag tidak dikenal"),
    ],
)
def test_the_check_names_what_is_missing_of_the_annex(periksa, lama: str, baru: str, pesan: str) -> None:  # noqa: F811
    temuan = periksa(break_annex(lama, baru), "nota-kesepakatan.docx")
    assert any(pesan in satu for satu in temuan), temuan


@pytest.mark.parametrize("gaya", ["TabelRK", "IsiTabelRK", "TandaTabelRKRapat"])
def test_the_check_names_a_style_of_the_table_that_was_deleted(periksa, gaya: str) -> None:  # noqa: F811
    isi = parts(NK.read_bytes())
    pola = rf'<w:style [^>]*w:styleId="{gaya}".*?</w:style>'
    isi["word/styles.xml"] = re.sub(pola, "", isi["word/styles.xml"].decode()).encode()
    assert f"gaya “{gaya}” dipakai tetapi tidak ada; salin gaya itu dari templat baku" in periksa(
        repack(isi), "nota-kesepakatan.docx"
    )
