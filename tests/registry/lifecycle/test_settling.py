"""What an event settles, and what it leaves: each rule by itself, on agreements made for it."""

from datetime import date
from typing import Any

import pytest
from life import KELAK, NK_000, NK_001, PKS_002, Hidup, Semua

from naskah.bahasa.hari_kerja import Kalender
from naskah.model.pendaftaran import Pendaftaran
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.registry.activities import report_kegiatan
from naskah.registry.adendum_registration import register_adendum
from naskah.registry.effects import read_dampak
from naskah.registry.events import read_peristiwa
from naskah.registry.recording import Catatan, record_many
from naskah.registry.registration import register

JANGKA = {"jenis": "jangka-waktu", "lama": "2 tahun", "sumber": "Pasal 1"}
ALAMAT = {"jenis": "batas-waktu", "hal": "perubahan-alamat", "batas": "10 hari", "arah": "sebelum",
          "acuan": "perubahan-alamat-berlaku", "sumber": "Pasal 2"}  # fmt: skip
SERAH = {"jenis": "batas-waktu", "hal": "serah-terima", "batas": "30 hari", "arah": "setelah",
         "acuan": "akhir-jangka-waktu", "sumber": "Pasal 3"}  # fmt: skip
RAHASIA = {"jenis": "kewajiban-lanjut", "hal": "kerahasiaan", "lama": "1 tahun", "sumber": "Pasal 4"}
KAHAR = {"jenis": "batas-waktu", "hal": "keadaan-kahar", "batas": "14 hari", "arah": "setelah",
         "acuan": "kahar-terjadi", "sumber": "Pasal 5"}  # fmt: skip
TANGGAPAN = {"jenis": "batas-waktu", "hal": "tanggapan-keadaan-kahar", "batas": "5 hari", "arah": "setelah",
             "acuan": "pemberitahuan-diterima", "sumber": "Pasal 5"}  # fmt: skip
BALASAN = {**TANGGAPAN, "hal": "balasan", "sumber": "Pasal 6"}
LAPORAN = {"jenis": "kewajiban-berkala", "hal": "laporan", "setiap": "1 bulan", "sumber": "Pasal 7"}


@pytest.fixture
def buat(semua: Semua):
    """Register an agreement of 2 January 2026 with these promises."""

    def register_one(*ketentuan: dict[str, Any], **lain: Any) -> Hidup:
        pihak = [{"sebutan": f"PIHAK {n}", "nama": f"Kantor {n}", "nomor": f"{n}/x"} for n in (1, 2)]
        isi = {"id": "x", "jenis": "nota-kesepakatan", "judul": "Uji", "tanggal": "2026-01-02", "pihak": pihak}
        fakta = Pendaftaran.model_validate({**isi, "ketentuan": ketentuan, **lain})
        register(semua.registry, fakta, oleh="x", waktu=KELAK)
        return semua["x"]

    return register_one


def test_a_notice_meets_its_own_deadline_and_one_change_that_waits(buat) -> None:
    p = buat(ALAMAT)
    p.catat("alamat-diubah", "2026-05-01", pihak=1, alamat="A", berlaku="2026-06-20")
    p.catat("alamat-diubah", "2026-05-02", pihak=2, alamat="B", berlaku="2026-06-25")
    p.catat("pemberitahuan", "2026-05-03", hal="perubahan-alamat", berlaku="2026-06-20", dari=1)
    assert p.terbuka("2026-05-03", "perubahan-alamat") == ["2026-06-15"]


@pytest.mark.parametrize(
    ("surat", "pindah", "terbuka"),
    [
        ({"berlaku": "2026-06-20", "dari": 1}, {"pihak": 1, "berlaku": "2026-06-20"}, []),
        ({"berlaku": "2026-06-20"}, {"pihak": 1, "berlaku": "2026-06-22"}, []),
        ({"berlaku": "2026-06-20", "dari": 2}, {"pihak": 1, "berlaku": "2026-06-20"}, ["2026-06-10"]),
        ({"berlaku": "2026-06-21"}, {"pihak": 1, "berlaku": "2026-06-20"}, ["2026-06-10"]),
    ],
)
def test_a_change_of_address_is_announced_by_a_notice_of_that_party_and_day(
    buat, surat: dict[str, Any], pindah: dict[str, Any], terbuka: list[str]
) -> None:
    p = buat(ALAMAT)
    p.catat("pemberitahuan", "2026-05-01", hal="perubahan-alamat", **surat)
    p.catat("alamat-diubah", "2026-06-01", alamat="A", **pindah)
    assert p.terbuka("2026-06-01", "perubahan-alamat") == terbuka


def test_one_notice_announces_one_change(buat) -> None:
    p = buat(ALAMAT)
    p.catat("pemberitahuan", "2026-05-01", hal="perubahan-alamat", berlaku="2026-06-20")
    p.catat("alamat-diubah", "2026-06-20", pihak=1, alamat="A")
    p.catat("alamat-diubah", "2027-06-20", pihak=1, alamat="B")
    assert p.terbuka("2027-06-20", "perubahan-alamat") == ["2027-06-10"]


def test_a_notice_of_a_change_that_came_before_announces_no_later_one(buat) -> None:
    p = buat(ALAMAT)
    p.catat("alamat-diubah", "2026-06-20", pihak=1, alamat="A")
    p.catat("pemberitahuan", "2026-06-22", hal="perubahan-alamat", berlaku="2026-06-20")
    p.catat("alamat-diubah", "2027-06-20", pihak=1, alamat="B")
    assert p.terbuka("2027-06-20", "perubahan-alamat") == ["2027-06-10"]


def test_an_answer_meets_the_deadline_of_its_notice_alone(buat) -> None:
    p = buat(JANGKA, KAHAR, TANGGAPAN, BALASAN)
    satu = p.catat("pemberitahuan", "2026-03-01", hal="keadaan-kahar", diterima="2026-03-01")
    p.catat("pemberitahuan", "2026-03-02", hal="keadaan-kahar", diterima="2026-03-02")
    p.catat("jawaban", "2026-03-03", atas=satu, isi="setuju")
    assert p.terbuka("2026-03-03", "tanggapan-keadaan-kahar") == ["2026-03-07"]
    # A promise of another name counts from any notice, and is met by `dipenuhi`.
    assert p.terbuka("2026-03-03", "balasan") == ["2026-03-06", "2026-03-07"]
    p.catat("pemberitahuan", "2026-03-04", hal="lain", diterima="2026-03-04")
    assert p.terbuka("2026-03-04", "tanggapan-keadaan-kahar") == ["2026-03-07"]


def test_consent_to_an_end_leaves_the_day_on_which_it_is_to_be_recorded(buat) -> None:
    p = buat(JANGKA)
    surat = p.catat("pemberitahuan", "2026-03-01", hal="pengakhiran", berakhir="2026-06-30")
    p.catat("jawaban", "2026-03-03", atas=surat, isi="setuju")
    assert p.terbuka("2026-03-03", "pengakhiran") == ["2026-06-30"]
    p.catat("diakhiri", "2026-06-30", alasan="kesepakatan PARA PIHAK")
    assert p.terbuka("2026-06-30", "pengakhiran") == []


def test_the_end_of_kahar_does_not_undo_a_review_that_is_due(buat) -> None:
    p = buat({"jenis": "tindak-lanjut", "peristiwa": "kahar-terjadi", "bentuk": "peninjauan", "setelah": "30 hari",
              "sumber": "Pasal 5"})  # fmt: skip
    p.catat("kahar-terjadi", "2026-03-13", uraian="banjir")
    p.catat("kahar-berakhir", "2026-04-12")
    assert p.terbuka("2026-04-12", "kahar-terjadi") == ["2026-04-12"]
    p.catat("diadendum", "2026-04-20", uraian="jadwal disesuaikan")  # an adendum is a review too
    assert p.terbuka("2026-04-20", "kahar-terjadi") == []


def test_a_report_meets_the_period_begun_or_one_overdue_and_no_later_one(buat) -> None:
    p = buat(JANGKA, LAPORAN)
    p.catat("laporan", "2026-01-20")
    p.catat("laporan", "2026-01-25")
    assert p.terbuka("2026-01-25", "laporan")[0] == "2026-03-01"
    p.catat("laporan", "2026-03-10")  # late for the second, not yet for the third
    assert p.terbuka("2026-03-10", "laporan")[0] == "2026-04-01"
    assert p.nasib("2026-03-10", "laporan")[:3] == [
        ("2026-02-01", "dipenuhi"), ("2026-03-01", "dipenuhi terlambat"), ("2026-04-01", "terbuka"),
    ]  # fmt: skip


def test_on_its_very_day_a_deadline_is_met_in_time(buat) -> None:
    p = buat(JANGKA, LAPORAN)
    p.catat("laporan", "2026-02-01")
    assert p.nasib("2026-02-01", "laporan")[0] == ("2026-02-01", "dipenuhi")
    assert next(t.sebab_tutup for t in p.rincian.tenggat if t.hal == "laporan") == "dipenuhi"
    p.catat("laporan", "2026-03-02")
    assert [t.sebab_tutup for t in p.rincian.tenggat if t.hal == "laporan"][1] == "dipenuhi terlambat"


def test_a_report_said_later_of_a_missed_period_does_not_reopen_it(buat) -> None:
    p = buat(JANGKA, LAPORAN)
    p.catat("laporan", "2026-05-20", untuk="2026-02-01")
    assert "2026-02-01" not in p.terbuka("2026-04-15", "laporan")
    assert p.nasib("2026-04-15", "laporan")[0] == ("2026-02-01", "terlewat")
    assert p.nasib("2026-05-20", "laporan")[0] == ("2026-02-01", "dipenuhi terlambat")


def test_waiving_names_one_date_and_its_reason(buat) -> None:
    p = buat(JANGKA, LAPORAN)
    p.catat("dikesampingkan", "2026-01-10", hal="laporan", untuk="2026-04-01", alasan="disepakati rapat")
    assert p.terbuka("2026-01-10", "laporan")[:3] == ["2026-02-01", "2026-03-01", "2026-05-01"]
    (satu,) = [t for t in p.halaman("2026-01-10")["tenggat"] if t["nasib"] == "dikesampingkan"]
    assert satu["sebab"] == "dikesampingkan: disepakati rapat"
    p.catat("dipenuhi", "2026-01-11", hal="laporan")
    assert p.terbuka("2026-01-11", "laporan")[:2] == ["2026-03-01", "2026-05-01"]


def test_the_first_report_of_an_activity_is_what_meets_its_year(semua: Semua) -> None:
    p = semua[NK_001]
    report_kegiatan(p.registry, p.id, "1.a", date(2025, 3, 31), oleh="x")
    report_kegiatan(p.registry, p.id, "1.a", date(2026, 1, 5), oleh="x", tahun=2025)
    (satu,) = [t for t in p.rincian.tenggat if t.hal.startswith("1.a ") and t.tanggal.year == 2025]
    assert (satu.sebab_tutup, satu.berlaku_sampai) == ("dipenuhi", date(2025, 3, 31))


def test_an_activity_missed_gives_way_to_the_next_year(semua: Semua) -> None:
    p = semua[NK_001]
    hal = next(t.hal for t in p.rincian.tenggat if t.hal.startswith("2.b "))
    assert p.terbuka("2026-12-31", hal)[:2] == ["2025-12-31", "2026-12-31"]
    assert p.terbuka("2027-01-01", hal)[:2] == ["2026-12-31", "2027-12-31"]


def test_the_end_leaves_what_is_counted_from_it_and_counts_it_anew(buat) -> None:
    p = buat(JANGKA, SERAH, RAHASIA, LAPORAN)
    assert p.terbuka("2026-05-01", "serah-terima") == ["2028-01-31"]
    p.catat("diakhiri", "2026-06-10", alasan="kesepakatan PARA PIHAK", per="2026-06-30")
    assert p.terbuka("2026-06-09", "serah-terima") == ["2028-01-31"]
    assert p.terbuka("2026-06-10", "serah-terima") == ["2026-07-30"]
    assert p.terbuka("2026-06-10", "kerahasiaan") == ["2027-06-30"]
    # Overdue before the last day: still asked for until then.
    assert p.terbuka("2026-06-10", "laporan") == ["2026-06-01"]
    p.catat("dipenuhi", "2026-07-20", hal="serah-terima")
    assert p.terbuka("2026-07-20") == ["2027-06-30"]
    assert p.nasib("2026-07-20", "serah-terima") == [("2026-07-30", "dipenuhi"), ("2028-01-31", "gugur")]
    assert [m["hal"] for m in p.halaman("2027-06-30")["tetap_mengikat"]] == ["kerahasiaan"]
    assert p.halaman("2027-07-01")["tetap_mengikat"] == []


def test_what_is_counted_from_the_end_stays_when_the_term_just_ends(buat) -> None:
    p = buat(JANGKA, SERAH)
    p.catat("diakhiri", "2028-01-10", alasan="jangka waktu berakhir")
    assert p.terbuka("2028-01-10") == ["2028-01-31"]


def test_the_last_day_as_one_knew_it(buat) -> None:
    p = buat(JANGKA)
    p.catat("diadendum", "2026-05-01", selama="1 tahun")
    p.catat("diakhiri", "2026-10-01", alasan="kesepakatan PARA PIHAK", per="2026-12-31")
    hari = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 9, 30), date(2026, 10, 1), date(2030, 1, 1)]
    assert [p.rincian.akhir_pada(d) for d in hari] == [
        date(2028, 1, 1), date(2029, 1, 1), date(2029, 1, 1), date(2026, 12, 31), date(2026, 12, 31),
    ]  # fmt: skip


def test_what_is_due_on_the_last_day_is_asked_for_on_it(buat) -> None:
    p = buat(JANGKA, LAPORAN)
    p.catat("diakhiri", "2026-03-01", alasan="tujuan tercapai")
    assert "2026-03-01" in p.terbuka("2026-03-01", "laporan")
    assert p.terbuka("2026-03-02") == []


def test_the_successor_is_in_force_from_the_day_of_the_event(buat, semua: Semua) -> None:
    p = buat(JANGKA, LAPORAN)
    p.catat("digantikan", "2026-03-10", oleh=NK_000)
    assert [p.keadaan(d)[0] for d in ("2026-03-09", "2026-03-10")] == ["berlaku", "digantikan"]
    assert p.rincian.akhir == date(2026, 3, 9)
    assert [k["id"] for k in p.halaman("2026-03-10")["keluarga"]["digantikan_oleh"]] == [NK_000]
    assert [k["id"] for k in semua[NK_000].halaman("2026-03-10")["keluarga"]["menggantikan"]] == ["x"]


def test_replaced_after_its_end_an_agreement_keeps_its_last_day(buat) -> None:
    p = buat(JANGKA)
    p.catat("digantikan", "2029-01-01", oleh=NK_000)
    assert p.rincian.akhir == date(2028, 1, 1)
    assert [p.keadaan(d)[0] for d in ("2028-01-02", "2028-12-31", "2029-01-01")] == [
        "berakhir", "berakhir", "digantikan",
    ]  # fmt: skip


def test_kahar_outlasts_an_adendum(buat) -> None:
    p = buat(JANGKA)
    p.catat("kahar-terjadi", "2026-03-13", uraian="banjir")
    p.catat("diadendum", "2026-04-01", selama="1 tahun")
    assert p.keadaan("2026-04-01") == ("dalam keadaan kahar", "banjir")


def test_a_happening_may_lie_ahead(buat) -> None:
    p = buat({**SERAH, "acuan": "proyek-selesai"})
    p.catat("kejadian", "2026-03-01", acuan="proyek-selesai", pada="2026-06-01")
    assert p.terbuka("2026-03-01", "serah-terima") == ["2026-07-01"]


def test_what_an_event_sets_in_motion_is_promised_on_its_day(buat) -> None:
    p = buat(JANGKA, KAHAR)
    _amend(p, date(2026, 6, 1), {"cabut": ["Pasal 5"], "tambah": [{**KAHAR, "batas": "3 hari"}]})
    p.catat("kahar-terjadi", "2026-05-01", uraian="banjir")
    p.catat("kahar-berakhir", "2026-05-20")
    p.catat("kahar-terjadi", "2026-06-10", uraian="gempa")
    assert p.terbuka("2026-06-10", "keadaan-kahar") == ["2026-05-15", "2026-06-13"]


def test_an_obligation_that_an_adendum_brings_is_not_overdue_from_before(buat) -> None:
    p = buat(JANGKA)
    _amend(p, date(2026, 6, 10), {"tambah": [LAPORAN]})
    assert p.terbuka("2026-06-10", "laporan")[:2] == ["2026-07-01", "2026-08-01"]
    assert p.terbuka("2026-06-09", "laporan") == []
    assert p.nasib("2026-06-09", "laporan") == []  # nobody knew of it yet


def test_a_notice_that_an_adendum_moves_into_the_past_is_overdue(buat) -> None:
    p = buat(JANGKA, {**SERAH, "hal": "perpanjangan", "arah": "sebelum"})
    p.catat("diadendum", "2026-06-10", menjadi="6 bulan")
    assert p.terbuka("2026-06-09", "perpanjangan") == ["2027-12-02"]
    assert p.terbuka("2026-06-10", "perpanjangan") == ["2026-06-01"]
    assert p.terbuka("2026-07-02", "perpanjangan") == []


def test_grounds_and_duties_of_an_adendum_count_too(buat) -> None:
    p = buat(JANGKA)
    alasan = {"jenis": "alasan-berakhir", "hal": "dana habis", "dokumen": "surat", "sumber": "Pasal 8"}
    _amend(p, date(2026, 6, 10), {"tambah": [alasan, LAPORAN]})
    p.catat("laporan", "2026-06-20")
    p.catat("diakhiri", "2026-07-10", alasan="dana habis", dokumen="surat 1")
    assert p.keadaan("2026-07-11") == ("diakhiri", "dana habis")


def test_an_adendum_older_than_a_signing_corrected_later_counts_from_the_signing(buat) -> None:
    p = buat(JANGKA)
    _amend(p, date(2026, 2, 1), {"selama": "1 tahun"})
    ubah = {"id": "x", "jenis": "nota-kesepakatan", "judul": "Uji", "tanggal": "2026-03-01", "ketentuan": [JANGKA]}
    register(p.registry, Pendaftaran.model_validate(ubah), oleh="x", waktu=KELAK, perbarui=True)
    assert (p.rincian.akhir, p.keadaan("2026-02-28")[0]) == (date(2029, 2, 28), "rancangan")
    assert p.terbuka("2026-03-01", "jangka-waktu") == ["2029-02-28"]


def test_the_later_of_an_adendum_and_an_event_names_the_official(buat) -> None:
    p = buat(JANGKA)
    p.catat("pejabat-diganti", "2026-03-01", pihak=1, nama="Ani", jabatan="Kepala")
    p.catat("pejabat-diganti", "2026-09-01", pihak=2, nama="Budi")
    _amend(
        p, date(2026, 6, 10), pihak=[{"urutan": 1, "penandatangan": "Citra"}, {"urutan": 2, "penandatangan": "Dewi"}]
    )
    assert [h.penandatangan for h in p.rincian.pihak] == ["Citra", "Budi"]
    assert p.rincian.pihak[0].jabatan == "Kepala"


def test_parties_that_sign_on_different_days_sign_on_the_latest(buat) -> None:
    p = buat(JANGKA)
    p.catat("ditandatangani", "2026-01-20")
    p.catat("ditandatangani", "2026-01-10")
    assert p.rincian.tanggal == date(2026, 1, 20)


def test_an_adendum_corrected_makes_room_for_the_right_one(buat) -> None:
    p = buat(JANGKA)
    salah = p.catat("diadendum", "2026-06-01", selama="1 tahun")
    p.catat("koreksi", "2026-06-02", peristiwa=salah, alasan="salah ketik")
    p.catat("diadendum", "2026-06-01", selama="2 tahun")
    assert [(a.urutan, a.akhir) for a in p.rincian.adendum] == [(1, date(2030, 1, 1))]


def test_a_report_of_an_activity_corrected_can_be_recorded_again(semua: Semua) -> None:
    p = semua[NK_001]
    salah = report_kegiatan(p.registry, p.id, "1.a", date(2025, 3, 31), oleh="x").urutan
    p.catat("koreksi", "2025-04-01", peristiwa=salah, alasan="bukan kegiatan ini")
    report_kegiatan(p.registry, p.id, "1.a", date(2025, 3, 31), oleh="x")


def test_many_events_are_recorded_all_or_none_and_once(semua: Semua) -> None:
    satu = Catatan(PKS_002, "laporan", date(2025, 10, 1))
    dua = Catatan(NK_000, "kahar-terjadi", date(2026, 3, 13), {"uraian": "banjir"})
    hasil = record_many(semua.registry, [satu, dua, satu], oleh="x", waktu=KELAK)
    assert [p and (p.urutan, p.perjanjian) for p in hasil] == [(7, PKS_002), (8, NK_000), None]
    assert record_many(semua.registry, [satu, dua], oleh="x", waktu=KELAK) == [None, None]
    semua[NK_000].catat("koreksi", "2026-03-14", peristiwa=8, alasan="salah kota")
    assert record_many(semua.registry, [dua], oleh="x", waktu=KELAK, sekali=True) == [None]
    assert record_many(semua.registry, [dua], oleh="x", waktu=KELAK)[0] is not None


def test_what_an_event_did_is_told(semua: Semua) -> None:
    p = semua[PKS_002]
    p.catat("diakhiri", "2027-01-11", alasan="tujuan tercapai")
    with p.registry.read() as conn:
        terakhir = list(read_peristiwa(conn, p.id))[-1]
    dampak = read_dampak(p.registry, terakhir, Kalender(), hari_ini=KELAK.date())
    assert (dampak.keadaan, dampak.sebab, dampak.dibuka) == ("segera berakhir", "tujuan tercapai", [])
    assert {t.sebab for t in dampak.ditutup} == {"tujuan tercapai"}
    assert len(dampak.ditutup) == 10  # 8 reports not yet due or missed last, the notice, and the end


def _amend(p: Hidup, berlaku: date, *ketentuan: dict[str, Any], pihak: Any = ()) -> None:
    isi = {"id": f"{p.id}-a1", "induk": p.id, "urutan": 1, "tanggal": berlaku, "berlaku": berlaku, "perubahan": ()}
    adendum = PendaftaranAdendum.model_validate({**isi, "ketentuan": ketentuan, "pihak": pihak})
    register_adendum(p.registry, adendum, oleh="x", waktu=KELAK)
