"""What has happened stays: late answers, second answers, receipts told later, circles, and terms that end too early."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from life import KALENDER, KELAK, NK_000, NK_001, PKS_002, Hidup, Semua
from random_lives import LANGKAH, Langkah, agreements, new_registry, try_record
from source_rows import DATA_001

from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry import recorded
from naskah.registry.activities import report_kegiatan
from naskah.registry.effects import read_dampak
from naskah.registry.events import read_peristiwa
from naskah.registry.periods import compute_babak
from naskah.registry.progress import Perjalanan
from naskah.registry.projection import fold_bahan
from naskah.registry.recording import Catatan, record_many
from naskah.registry.state import compute_status, find_babak

DIAM = "tanggapan-keadaan-kahar"
SETUJU = "keadaan kahar dianggap disetujui"


def tell(hidup: Hidup, nomor: int) -> str:
    """What is said of an event beside what it did."""
    (peristiwa,) = (p for p in hidup.rincian.peristiwa if p.urutan == nomor)
    return " ".join(read_dampak(hidup.registry, peristiwa, KALENDER, hari_ini=date(2040, 1, 1)).perhatian)


def notify_kahar(hidup: Hidup, **isian: Any) -> int:
    hidup.catat("kahar-terjadi", "2026-03-13", uraian="banjir")
    return hidup.catat("pemberitahuan", "2026-04-01", hal="keadaan-kahar", **isian)


def answers(hidup: Hidup, pada: str) -> list[tuple[str, str | None, Any]]:
    return [(t["nasib"], t["sebab"], t["selesai_oleh"]) for t in hidup.halaman(pada)["tenggat"] if t["hal"] == DIAM]


@pytest.mark.parametrize("isi", ["setuju", "menolak"])
def test_silence_that_consented_is_not_undone_by_a_late_answer(semua: Semua, isi: str) -> None:
    p = semua[NK_001]
    surat = notify_kahar(p, diterima="2026-04-02")
    jawaban = p.catat("jawaban", "2026-05-04", atas=surat, isi=isi)
    assert p.terbuka("2026-04-23", DIAM) == ["2026-04-23"]
    for pada in ("2026-04-24", "2026-05-03", "2026-05-04", "2026-08-01"):
        assert p.terbuka(pada, DIAM) == []
        assert answers(p, pada) == [("gugur", SETUJU, None)]
    assert f"batasnya 23 April 2026 (Pasal 12 ayat (3)), dan sejak lewat hari itu {SETUJU}" in tell(p, jawaban)


@pytest.mark.parametrize("hari", ["2026-04-20", "2026-04-23"])
def test_an_answer_in_time_is_no_silence(semua: Semua, hari: str) -> None:
    p = semua[NK_001]
    surat = notify_kahar(p, diterima="2026-04-02")
    jawaban = p.catat("jawaban", hari, atas=surat, isi="setuju")
    assert answers(p, "2026-06-01") == [("dipenuhi", "dipenuhi", jawaban)]
    assert "terlambat" not in tell(p, jawaban)


@pytest.mark.parametrize("jenis", ["dipenuhi", "dikesampingkan"])
@pytest.mark.parametrize("hal", ["jangka-waktu", "akhir-jangka-waktu"])
def test_the_end_of_the_term_is_neither_met_nor_waived(semua: Semua, jenis: str, hal: str) -> None:
    p = semua[PKS_002]
    alasan = {"alasan": "x"} if jenis == "dikesampingkan" else {}
    with pytest.raises(NaskahError, match="Bila diperpanjang, catat diadendum; bila berakhir, catat diakhiri"):
        p.catat(jenis, "2026-11-10", hal=hal, **alasan)
    assert p.terbuka("2026-11-10", "jangka-waktu") == ["2030-04-28"]


def test_the_day_a_notice_was_received_can_be_told_later(semua: Semua) -> None:
    p = semua[NK_001]
    surat = notify_kahar(p, nomor="1/K")
    assert p.terbuka("2026-04-10", DIAM) == []
    assert f"diterima atas={surat} --tanggal HARI-DITERIMA" in tell(p, surat)
    diterima = p.catat("diterima", "2026-04-02", atas=surat)
    assert p.terbuka("2026-04-10", DIAM) == ["2026-04-23"]
    with pytest.raises(NaskahError, match=f"peristiwa: {diterima} \\(diterima\\) bergantung padanya"):
        p.catat("koreksi", "2026-05-01", peristiwa=surat, alasan="x")
    p.catat("jawaban", "2026-04-20", atas=surat, isi="setuju")
    assert p.nasib("2026-05-01", DIAM) == [("2026-04-23", "dipenuhi")]


def test_a_letter_is_received_once_and_answered_once(semua: Semua) -> None:
    p = semua[NK_001]
    surat = notify_kahar(p, nomor="1/K", dari=1)
    for tanggal, jenis, isian, pesan in (
        ("2026-04-03", "pemberitahuan", {"hal": "keadaan-kahar", "nomor": "1/k"}, f"diterima atas={surat}"),
        ("2026-03-31", "diterima", {"atas": surat}, "pemberitahuannya baru 1 April 2026, sesudah penerimaan ini"),
        ("2026-04-03", "diterima", {"atas": 1}, "bukan pemberitahuan"),
    ):
        with pytest.raises(NaskahError, match=pesan):
            p.catat(jenis, tanggal, **isian)
    p.catat("pemberitahuan", "2026-04-03", hal="keadaan-kahar", nomor="1/K", dari=2)
    p.catat("diterima", "2026-04-02", atas=surat)
    with pytest.raises(NaskahError, match="hari diterimanya sudah dicatat"):
        p.catat("diterima", "2026-04-03", atas=surat)
    with pytest.raises(NaskahError, match="tidak dapat dijawab sebelum diterima"):
        p.catat("jawaban", "2026-04-01", atas=surat, isi="setuju")
    pertama = p.catat("jawaban", "2026-04-20", atas=surat, isi="menolak")
    with pytest.raises(NaskahError, match=f"sudah dijawab \\(peristiwa {pertama}, 20 April 2026: menolak\\)"):
        p.catat("jawaban", "2026-04-25", atas=surat, isi="setuju")
    p.catat("koreksi", "2026-04-26", peristiwa=pertama, alasan="x")
    p.catat("jawaban", "2026-04-25", atas=surat, isi="setuju")


def test_a_receipt_told_with_the_notice_is_not_told_again(semua: Semua) -> None:
    p = semua[NK_001]
    surat = notify_kahar(p, diterima="2026-04-02")
    with pytest.raises(NaskahError, match="hari diterimanya sudah dicatat, 2 April 2026"):
        p.catat("diterima", "2026-04-03", atas=surat)


def test_no_agreement_replaces_what_replaced_it(semua: Semua) -> None:
    semua[NK_000].catat("digantikan", "2026-09-01", oleh=NK_001)
    with pytest.raises(NaskahError, match=f"{NK_000} oleh {NK_001} sudah tercatat digantikan"):
        semua[NK_001].catat("digantikan", "2026-09-02", oleh=NK_000)
    semua[NK_001].catat("digantikan", "2026-09-02", oleh=PKS_002)
    with pytest.raises(NaskahError, match="penggantiannya berputar"):
        semua[PKS_002].catat("digantikan", "2026-09-03", oleh=NK_000)


def test_a_circle_within_one_sheet_is_refused(semua: Semua) -> None:
    hari = date(2026, 3, 1)
    lembar = [
        Catatan(NK_000, "digantikan", hari, {"oleh": NK_001}),
        Catatan(NK_001, "digantikan", hari, {"oleh": NK_000}),
    ]
    with pytest.raises(NaskahError, match="penggantiannya berputar"):
        record_many(semua.registry, lembar, oleh="x", waktu=KELAK)


def test_what_has_ended_replaces_nothing(semua: Semua) -> None:
    semua[NK_001].catat("diakhiri", "2026-09-01", alasan="kesepakatan PARA PIHAK", dokumen="Berita Acara Pengakhiran 1")
    with pytest.raises(NaskahError, match=f'"{NK_001}" pada 2 September 2026 sudah "diakhiri"'):
        semua[PKS_002].catat("digantikan", "2026-09-02", oleh=NK_001)


def test_an_extension_signed_in_time_may_begin_on_the_day_after_the_last(semua: Semua) -> None:
    p = semua[PKS_002]
    p.catat("diadendum", "2030-04-15", selama="2 tahun", berlaku="2030-04-29")
    assert [p.keadaan(hari)[0] for hari in ("2030-04-28", "2030-04-29", "2032-04-29")] == [
        "segera berakhir", "berlaku", "berakhir",
    ]  # fmt: skip
    assert p.rincian.akhir == date(2032, 4, 28)
    assert p.terbuka("2030-05-01", "jangka-waktu") == ["2032-04-28"]
    # An ending before it, or a correction, sees the same.
    with pytest.raises(NaskahError, match="ketika perjanjiannya akan sudah selesai"):
        p.catat("diakhiri", "2029-01-01", alasan="tujuan tercapai")
    p.catat("diakhiri", "2031-01-01", alasan="tujuan tercapai")


@pytest.mark.parametrize(
    ("tanggal", "isian"),
    [
        ("2030-04-15", {"selama": "2 tahun", "berlaku": "2030-04-30"}),
        ("2030-04-29", {"selama": "2 tahun", "berlaku": "2030-04-29"}),
        ("2030-04-15", {"uraian": "lampiran", "berlaku": "2030-04-29"}),
    ],
)
def test_an_adendum_after_a_gap_is_refused(semua: Semua, tanggal: str, isian: dict[str, str]) -> None:
    with pytest.raises(NaskahError, match='ketika perjanjiannya "berakhir"'):
        semua[PKS_002].catat("diadendum", tanggal, **isian)


def test_an_adendum_cannot_have_ended_the_term_already(semua: Semua) -> None:
    p = semua[NK_000]
    with pytest.raises(
        NaskahError, match=r"Adendum Kesatu membuat jangka waktunya berakhir .* catat peristiwa diakhiri"
    ):
        p.catat("diadendum", "2026-11-10", menjadi="6 bulan")
    akhir = p.rincian.akhir
    p.catat("diadendum", "2026-11-10", menjadi="1 tahun")
    assert akhir is not None and p.rincian.akhir is not None and p.rincian.akhir < akhir


def test_an_activity_is_not_reported_for_a_year_to_come(semua: Semua) -> None:
    with pytest.raises(NaskahError, match="tahun rencana 2027 belum mulai pada 31 Desember 2025"):
        report_kegiatan(semua.registry, NK_001, "2.b", date(2025, 12, 31), tahun=2027, oleh="x", waktu=KELAK)
    report_kegiatan(semua.registry, NK_001, "2.b", date(2027, 1, 4), tahun=2026, oleh="x", waktu=KELAK)


def test_the_intended_end_lies_within_the_term(semua: Semua) -> None:
    p = semua[PKS_002]
    for hari in ("2030-04-29", "9999-12-31"):
        with pytest.raises(NaskahError, match="melewati hari terakhirnya, 28 April 2030"):
            p.catat("pemberitahuan", "2026-11-10", hal="pengakhiran", berakhir=hari)
    p.catat("diadendum", "2026-11-01", selama="1 tahun", berlaku="2027-01-01")
    p.catat("pemberitahuan", "2026-11-10", hal="pengakhiran", berakhir="2030-04-29")


def test_a_report_that_settles_an_overdue_period_names_the_one_left_open(semua: Semua) -> None:
    p = semua[NK_001]
    lewat = p.catat("laporan", "2026-05-02", hal=DATA_001)
    assert "memenuhi tenggat 3 Februari 2026 yang lewat; tenggat 3 Mei 2026 masih terbuka" in tell(p, lewat)
    assert "untuk=2026-05-03" in tell(p, lewat)
    assert tell(p, p.catat("laporan", "2026-05-03", hal=DATA_001, untuk="2026-05-03")) == ""


def test_an_event_before_the_signing_is_refused_without_naming_an_event_that_is_not_there(semua: Semua) -> None:
    p = semua[PKS_002]
    p.catat("laporan", "2025-10-01")
    with pytest.raises(NaskahError) as galat:
        p.catat("laporan", "2025-04-28")
    assert [g.pesan for g in galat.value.galat] == [
        "tanggal 28 April 2025 mendahului penandatanganan; periksa tanggalnya"
    ]


def test_that_the_term_has_ended_is_recorded_once(semua: Semua) -> None:
    p = semua[PKS_002]
    pertama = p.catat("diakhiri", "2030-05-01", alasan="jangka waktu berakhir")
    for hari in ("2030-04-30", "2030-06-01"):
        with pytest.raises(NaskahError, match=f"berakhirnya sudah dicatat \\(peristiwa {pertama}, 1 Mei 2030\\)"):
            p.catat("diakhiri", hari, alasan="jangka waktu berakhir", dokumen="Berita Acara 1")


def test_a_second_kahar_has_a_notice_deadline_of_its_own(semua: Semua) -> None:
    p = semua[PKS_002]
    p.catat("kahar-terjadi", "2026-03-13", uraian="banjir")
    p.catat("kahar-terjadi", "2026-03-20", uraian="gempa")
    assert p.terbuka("2026-03-20", "keadaan-kahar") == ["2026-03-27", "2026-04-03"]
    assert p.keadaan("2026-03-19") == ("dalam keadaan kahar", "banjir")
    assert p.keadaan("2026-03-20") == ("dalam keadaan kahar", "banjir; gempa")
    p.catat("pemberitahuan", "2026-03-21", hal="keadaan-kahar")
    assert p.terbuka("2026-03-22", "keadaan-kahar") == ["2026-04-03"]
    p.catat("kahar-berakhir", "2026-03-25")
    assert p.keadaan("2026-03-25")[0] == "berlaku"


@settings(max_examples=60, deadline=None)
@given(agreements(), st.lists(LANGKAH, max_size=12))
def test_the_state_before_an_event_is_that_of_the_life_without_it(fakta: Pendaftaran, langkah: list[Langkah]) -> None:
    with new_registry(fakta) as hidup:
        for satu in langkah:
            try_record(hidup, satu)
        with hidup.registry.read() as conn:
            bahan = fold_bahan(conn, hidup.id)
    kosong = Perjalanan(bahan._replace(kejadian=()))
    for kejadian in reversed(bahan.kejadian):  # put in from behind, and once out and in again
        kosong.remove(kosong.insert(kejadian))
        kosong.insert(kejadian)
    sekaligus = Perjalanan(bahan)
    for i, kejadian in enumerate(bahan.kejadian):
        hari = date.fromisoformat(kejadian.tanggal)
        babak = compute_babak(bahan._replace(kejadian=bahan.kejadian[:i]))
        status = compute_status(hari, find_babak(babak, hari))[0]
        assert sekaligus.status_before(i) == kosong.status_before(i) == status


def test_a_sheet_reads_the_history_of_an_agreement_once(semua: Semua, monkeypatch: pytest.MonkeyPatch) -> None:
    dibaca: list[str] = []

    def read(conn: Any, perjanjian: str) -> Iterable[Any]:
        dibaca.append(perjanjian)
        return read_peristiwa(conn, perjanjian)

    monkeypatch.setattr(recorded, "read_peristiwa", read)
    lembar = [
        Catatan(PKS_002, "wanprestasi", date(2026, 1, 1 + i % 28), {"pihak": "1", "uraian": f"u{i}"}) for i in range(60)
    ]
    assert len(record_many(semua.registry, lembar, oleh="x", waktu=KELAK)) == 60
    assert dibaca == [PKS_002]
