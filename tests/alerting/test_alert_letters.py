"""The page, the letter and the sheet: what people read."""

import csv
import io
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from alert_samples import PADA, POKOK, TINGKAT, activities, alert
from lxml import html
from openpyxl import load_workbook

from naskah.alerting.grouping import group
from naskah.alerting.message import Amplop, compose
from naskah.alerting.page import make_page
from naskah.alerting.plain_text import make_text
from naskah.alerting.sheet import KOLOM, make_lembar, make_rows
from naskah.library.sheet_output import write_csv, write_xlsx
from naskah.registry.alerts import Pokok

SEMUA = group(
    [
        alert(date(2029, 1, 1), jenis="akhir-jangka-waktu", hal="jangka-waktu", akibat="berakhir"),
        alert(sementara=True, target=date(2030, 3, 28)),
        *activities(18, date(2030, 4, 30)),
    ],
    tingkat=TINGKAT,
    perjanjian={"pks-1": POKOK},
)
JAHAT = group(
    [alert(perjanjian='"><img src=x>', sumber="&amp;", akibat="</td>")],
    tingkat=TINGKAT,
    perjanjian={'"><img src=x>': Pokok("<script>alert(1)</script>", "<b>", ("<i>",))},
)
AMPLOP = Amplop("Bagian Kerja Sama <kerjasama@contoh.go.id>", ("Kepala, Bagian <kepala@contoh.go.id>",))
WAKTU = datetime(2030, 3, 1, 7, tzinfo=UTC)


def letter(semua=SEMUA, amplop=AMPLOP, ciri=(1,)):
    pesan = compose(semua, PADA, amplop, kalender="BEGIN:VCALENDAR é\r\n".encode(), ciri=ciri, waktu=WAKTU)
    return message_from_bytes(pesan.as_bytes(), policy=default)


def test_the_text_as_it_is_written(snapshot) -> None:
    assert make_text(SEMUA, PADA) == snapshot


def test_the_page_as_it_is_written(snapshot) -> None:
    assert make_page(SEMUA, PADA) == snapshot


def test_the_page_needs_no_other_file_and_runs_nothing() -> None:
    halaman = html.fromstring(make_page(SEMUA, PADA))
    assert not halaman.xpath("//script | //link | //img | //iframe | //@src | //@href | //@onclick")
    assert "url(" not in make_page(SEMUA, PADA)


def test_data_never_becomes_markup_of_the_page() -> None:
    halaman = html.fromstring(make_page(JAHAT, PADA))
    assert not halaman.xpath("//script | //img | //i | //b")
    teks = halaman.text_content()
    for asli in ("<script>alert(1)</script>", '"><img src=x>', "&amp;", "</td>", "<b>", "<i>"):
        assert asli in teks


def test_text_and_page_tell_the_same() -> None:
    for isi in (make_text(SEMUA, PADA), html.fromstring(make_page(SEMUA, PADA)).text_content()):
        rapat = " ".join(isi.split())
        for nilai in ("lewat 424 hari", "29 Maret 2030", "28 Maret 2030 *", "18 butir", "dan 15 lainnya",
                      "Pemkab Cempaka; Politeknik Nusa", "Pasal 6 ayat (2)", "berakhir dengan sendirinya",
                      "1 terlewat dan 19 mendekat"):  # fmt: skip
            assert nilai in rapat


def test_a_letter_is_text_and_page_with_the_calendar_beside_them() -> None:
    pesan = letter()
    assert [b.get_content_type() for b in pesan.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
    ]  # fmt: skip
    assert pesan.get_body(("plain",)).get_content().replace("\r\n", "\n") == make_text(SEMUA, PADA)
    assert pesan.get_body(("html",)).get_content().replace("\r\n", "\n") == make_page(SEMUA, PADA)
    (lampiran,) = pesan.iter_attachments()
    assert (lampiran.get_filename(), lampiran.get_content()) == ("tenggat.ics", "BEGIN:VCALENDAR é\r\n")


def test_the_headers_of_a_letter() -> None:
    pesan = letter(amplop=AMPLOP._replace(bagian=2, dari_bagian=3))
    assert pesan["Subject"] == "Tenggat 1 Maret 2030: 1 terlewat dan 19 mendekat (bagian 2 dari 3)"
    assert pesan["Auto-Submitted"] == "auto-generated"
    assert pesan["Date"].datetime == WAKTU
    (kepada,) = pesan["To"].addresses
    assert (kepada.display_name, kepada.addr_spec) == ("Kepala, Bagian", "kepala@contoh.go.id")


def test_a_letter_is_ascii_on_the_way_whatever_its_letters() -> None:
    semua = group([alert()], tingkat=TINGKAT, perjanjian={"pks-1": Pokok("Peḍuli ✓ " + "x" * 2000)})
    amplop = AMPLOP._replace(dari="Bagian Kerja Sama é <a@contoh.go.id>")
    mentah = compose(semua, PADA, amplop, kalender="é".encode(), ciri=(), waktu=WAKTU).as_bytes()
    assert mentah.isascii()
    assert max(map(len, mentah.splitlines())) <= 998
    assert message_from_bytes(mentah, policy=default)["From"].addresses[0].display_name == "Bagian Kerja Sama é"


def test_the_message_id_is_that_of_its_contents_and_receivers() -> None:
    assert letter()["Message-ID"] == letter()["Message-ID"]
    lain = AMPLOP._replace(kepada=("b@contoh.go.id",))
    assert len({letter()["Message-ID"], letter(ciri=(2,))["Message-ID"], letter(amplop=lain)["Message-ID"]}) == 3
    assert letter()["Message-ID"].endswith("@contoh.go.id>")


@pytest.mark.parametrize("jahat", ["x\r\nBcc: jahat@x.id", "x\nSubject: lain", "\x00"])
def test_no_data_becomes_a_header(jahat: str) -> None:
    pesan = letter(group([alert(perjanjian=jahat, sumber=jahat)], perjanjian={jahat: Pokok(jahat, jahat, (jahat,))}))
    assert pesan["Bcc"] is None
    assert len(pesan.get_all("Subject")) == 1
    assert not pesan.defects


def test_a_sheet_has_every_alert_by_itself_with_real_dates(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "t.xlsx", [make_lembar(SEMUA, PADA)])
    lembar = load_workbook(tmp_path / "t.xlsx")["tenggat"]
    baris = list(lembar.iter_rows(values_only=True))
    kepala = baris.index(KOLOM)
    assert len(baris) - kepala - 1 == 20
    assert baris[kepala + 1][:3] == ("terlewat", -424, datetime(2029, 1, 1))


def test_a_csv_has_every_alert_by_itself_and_no_formula() -> None:
    tujuan = io.StringIO()
    write_csv(tujuan, KOLOM, make_rows(group([alert(sumber='=HYPERLINK("x")'), *activities(3)], tingkat=TINGKAT)))
    baris = list(csv.DictReader(io.StringIO(tujuan.getvalue())))
    assert [b["tanggal"] for b in baris] == ["2030-03-29"] + ["2030-12-31"] * 3
    assert baris[0]["sumber"].startswith("'=")
    assert [b["tingkat"] for b in baris] == ["dalam 30 hari", "masih jauh", "masih jauh", "masih jauh"]
