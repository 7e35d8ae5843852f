"""The forms in which findings leave: each says all of them, and nothing in them is taken for something else."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from checked_samples import JAHAT, LAPORAN, make_rule

from naskah.checking.finding import Keparahan
from naskah.checking.output.data import as_data, make_sheets
from naskah.checking.output.page import make_page
from naskah.checking.output.sarif import make_sarif
from naskah.checking.output.terminal import make_lines, summarize
from naskah.checking.report import Laporan
from naskah.library.sheet_output import write_xlsx

ATURAN = {kode: make_rule(kode, "x") for kode in ("A01", "A07", "B01", "B05", "K01")}


def test_the_terminal_groups_by_place_and_marks_the_words(snapshot) -> None:
    assert "\n".join(make_lines(LAPORAN[0], 100)) == snapshot


def test_a_screen_is_not_flooded_and_says_how_to_get_the_rest() -> None:
    banyak = replace(LAPORAN[0], temuan=tuple(replace(LAPORAN[0].temuan[0], letak=f"Pasal {i}") for i in range(30)))
    baris = list(make_lines(banyak, 100, terbanyak=10))
    assert sum(satu.startswith("Pasal ") for satu in baris) == 10
    assert "dan 20 temuan lagi; tulis semuanya ke berkas: naskah periksa" in " ".join(baris)
    assert "lagi; tulis" not in " ".join(make_lines(banyak, 100, terbanyak=30))
    assert sum(satu.startswith("Pasal ") for satu in make_lines(banyak, 100)) == 30


def test_colours_are_only_for_a_terminal() -> None:
    assert "\033[" not in "\n".join(make_lines(LAPORAN[0], 100))
    assert "\033[31m»Selasa«\033[0m" in "\n".join(make_lines(LAPORAN[0], 100, berwarna=True))


@pytest.mark.parametrize("lebar", [20, 40, 80])
def test_lines_stay_within_the_width(lebar) -> None:
    panjang = {len(baris) for baris in make_lines(LAPORAN[1], lebar)}
    assert max(panjang) <= max(lebar, len("nota kesepakatan (catatan.txt): 1 galat"))


def test_control_characters_of_a_document_never_reach_the_terminal() -> None:
    jahat = "\033[2J\x07\u202e"
    temuan = replace(LAPORAN[0].temuan[0], kutipan=jahat, sebelum=jahat, sesudah=jahat, pesan=jahat, letak=jahat)
    semua = "\n".join(make_lines(replace(LAPORAN[0], temuan=(temuan,), asing=(jahat,)), 80))
    assert not {"\033", "\x07", "\u202e"} & set(semua)


def test_the_last_line_counts_everything() -> None:
    assert summarize(LAPORAN) == (
        "4 berkas: 2 galat, 2 peringatan, 1 saran; 1 berkas tanpa temuan, 1 tidak dapat dibaca"
    )


def test_json_holds_every_finding(snapshot) -> None:
    assert as_data(LAPORAN) == snapshot


def test_sarif_has_what_the_standard_requires() -> None:
    """SARIF 2.1.0, sections 3.13, 3.14, 3.18, 3.19, 3.20, 3.27, 3.28, 3.29, 3.30, 3.33, 3.49, 3.50."""
    log = json.loads(make_sarif(LAPORAN, ATURAN, "1.2"))
    assert (log["version"], set(log)) == ("2.1.0", {"$schema", "version", "runs"})
    (jalan,) = log["runs"]
    penggerak = jalan["tool"]["driver"]
    assert penggerak["name"]
    assert [satu["id"] for satu in penggerak["rules"]] == list(ATURAN)
    for satu in penggerak["rules"]:
        assert satu["shortDescription"]["text"] and satu["fullDescription"]["text"] and satu["help"]["text"]
        assert satu["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert len(jalan["results"]) == sum(len(laporan.temuan) for laporan in LAPORAN)
    for hasil in jalan["results"]:
        assert penggerak["rules"][hasil["ruleIndex"]]["id"] == hasil["ruleId"]
        assert hasil["level"] in ("error", "warning", "note")
        assert hasil["message"]["text"]
        (letak,) = hasil["locations"]
        artefak = letak["physicalLocation"]["artifactLocation"]
        assert jalan["artifacts"][artefak["index"]]["location"]["uri"] == artefak["uri"]
        assert letak["physicalLocation"].get("region", {"startLine": 1})["startLine"] >= 1
        assert letak["logicalLocations"][0]["fullyQualifiedName"]
    (panggilan,) = jalan["invocations"]
    assert panggilan["executionSuccessful"] is False
    assert "rusak.docx" in panggilan["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_names_lines_of_text_and_uris_without_spaces() -> None:
    log = json.loads(make_sarif(LAPORAN, ATURAN, "1.2"))
    tempat = [satu["locations"][0]["physicalLocation"] for satu in log["runs"][0]["results"]]
    assert [t.get("region", {}).get("startLine") for t in tempat] == [None, None, None, None, 12]
    assert tempat[0]["artifactLocation"]["uri"] == "naskah/perjanjian%20satu.docx"


@pytest.mark.parametrize(("keparahan", "tingkat"), [*zip(Keparahan, ("error", "warning", "note"), strict=True)])
def test_sarif_levels(keparahan, tingkat) -> None:
    laporan = replace(LAPORAN[1], temuan=(replace(LAPORAN[1].temuan[0], keparahan=keparahan),))
    log = json.loads(make_sarif([laporan], ATURAN, "1"))
    assert log["runs"][0]["results"][0]["level"] == tingkat


class Pembaca(HTMLParser):
    """Elements and attributes of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.unsur: list[str] = []
        self.acuan: list[str] = []
        self.teks = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unsur.append(tag)
        self.acuan += [nilai or "" for nama, nilai in attrs if nama in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.teks += data


def test_the_page_is_whole_and_what_it_quotes_stays_text(snapshot) -> None:
    halaman = make_page(LAPORAN)
    pembaca = Pembaca()
    pembaca.feed(halaman)
    assert "script" not in pembaca.unsur
    assert pembaca.acuan == []
    assert JAHAT in pembaca.teks
    assert halaman.partition("</style>")[2] == snapshot


def test_the_workbook_holds_findings_and_files_and_no_formula(tmp_path: Path) -> None:
    jahat = "=1+1"
    temuan = replace(LAPORAN[0].temuan[0], kutipan=jahat, pesan=jahat)
    write_xlsx(tmp_path / "a.xlsx", make_sheets([replace(LAPORAN[0], temuan=(temuan,)), *LAPORAN[1:]]))
    buku = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert buku.sheetnames == ["temuan", "berkas"]
    baris = list(buku["temuan"].iter_rows(min_row=2, values_only=True))
    assert baris[0][1:8] == ("Pembukaan", 3, "A01", "galat", jahat, 'Ganti "Selasa" dengan "Senin".', jahat)
    assert all(sel.data_type != "f" for satu in buku["temuan"].iter_rows() for sel in satu)
    berkas = list(buku["berkas"].iter_rows(min_row=2, values_only=True))
    assert [satu[2:6] for satu in berkas] == [(1, 0, 0, 1), (1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)]
    assert "rusak" in berkas[-1][7]


def test_a_report_without_findings_says_so() -> None:
    assert list(make_lines(LAPORAN[2], 80)) == ["bersih.txt (nota kesepakatan): tidak ada temuan"]
    assert "Tidak ada temuan." in make_page([Laporan("a.txt", "nota-kesepakatan")])
