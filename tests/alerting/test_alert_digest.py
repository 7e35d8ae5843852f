"""The daily letter: sent once, caught up, announced anew when a date changes, and never lost."""

import multiprocessing
import signal
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from alert_samples import TINGKAT, add, agreement
from mail_server import KotakSurat, free_port, make_server

from naskah.alerting import digest
from naskah.alerting.delivery import Server
from naskah.alerting.digest import Laporan, Permintaan, prepare, send
from naskah.alerting.turn import sending_turn
from naskah.bahasa.hari_kerja import Kalender
from naskah.model.galat import NaskahError
from naskah.registry.alerts import Saringan
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.lifecycle.outside_adendum import record_adendum
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import record
from naskah.registry.sent_alerts import take_turn
from naskah.registry.verification import verify

KELAK = datetime(2040, 1, 1, tzinfo=UTC)
# The agreement ends on 28-4-2030; the extension is to be proposed by 29-3-2030.
KEDUA = ("kepala@contoh.go.id", "staf@contoh.go.id")
PERPANJANGAN, AKHIR = "pemberitahuan-perpanjangan", "akhir-jangka-waktu"


def run(registry: Registry, server: Server, pada: date, **lain) -> list[Laporan]:
    minta = Permintaan(pada, Kalender(), TINGKAT, **lain)
    with sending_turn(registry, tunggu=5) as keep:
        return list(send(registry, minta, server, keep_turn=keep))


def levels(registry: Registry, jenis: str = PERPANJANGAN, penerima: str = KEDUA[0]) -> list[int]:
    with registry.read() as conn:
        sql = "SELECT tingkat FROM peringatan_terkirim WHERE jenis = ? AND penerima = ? ORDER BY tanggal, tingkat DESC"
        return [tingkat for (tingkat,) in conn.execute(sql, (jenis, penerima))]


def test_a_letter_arrives_with_all_that_is_near(registry, start_server, kotak: KotakSurat) -> None:
    assert run(registry, start_server(), date(2030, 3, 1)) == [Laporan(KEDUA, 2, {})]
    (amplop,) = kotak.diterima
    pesan = message_from_bytes(amplop.content, policy=default)
    assert [b.get_content_type() for b in pesan.walk()][2:] == ["text/plain", "text/html", "text/calendar"]
    teks = pesan.get_body(("plain",)).get_content()
    assert "29 Maret 2030 (28 hari): Pemberitahuan perpanjangan" in teks
    assert "28 April 2030 (58 hari): Akhir jangka waktu" in teks
    assert amplop.rcpt_tos == list(KEDUA)


def test_a_second_run_on_the_same_day_sends_nothing(registry, start_server, kotak: KotakSurat) -> None:
    server = start_server()
    run(registry, server, date(2030, 3, 1))
    assert run(registry, server, date(2030, 3, 1)) == []
    assert kotak.pengiriman == 1


def test_run_every_day_each_level_is_sent_once(registry, start_server, kotak: KotakSurat) -> None:
    server = start_server(kepada=["kepala@contoh.go.id"])
    hari = date(2029, 9, 1)
    while hari < date(2030, 7, 1):
        run(registry, server, hari)
        hari += timedelta(days=1)
    # The notice closes with the term; the end stays until someone records what became of it.
    assert levels(registry, PERPANJANGAN) == [180, 90, 60, 30, 7, 0, -1]
    assert levels(registry, AKHIR) == [180, 90, 60, 30, 7, 0, -1]
    # The term ends 30 days after the notice is due, so two of the levels meet on one day.
    assert kotak.pengiriman == len(set(_days_of_levels()))


def _days_of_levels() -> list[date]:
    tepat = [*TINGKAT, -1]
    return [d - timedelta(days=n) for d in (date(2030, 3, 29), date(2030, 4, 28)) for n in tepat]


@pytest.mark.parametrize(
    ("hari", "tingkat"),
    [
        ([date(2030, 1, 1), date(2030, 3, 24)], [90, 7]),  # 60 and 30 were missed and are not sent belatedly
        ([date(2029, 9, 30), date(2030, 4, 5)], [180, -1]),
        ([date(2030, 3, 29)], [0]),
        ([date(2029, 9, 29)], []),  # 181 days
    ],
)
def test_a_missed_day_is_caught_up_with_the_level_that_counts_now(registry, start_server, hari, tingkat) -> None:
    server = start_server()
    for satu in hari:
        run(registry, server, satu)
    assert levels(registry) == tingkat


def test_a_changed_date_is_announced_anew(registry, start_server, kotak: KotakSurat) -> None:
    server = start_server()
    run(registry, server, date(2030, 3, 1))
    add(registry, agreement(tanggal=date(2025, 5, 10)), perbarui=True)
    assert run(registry, server, date(2030, 3, 1)) == [Laporan(KEDUA, 2, {})]
    assert run(registry, server, date(2030, 3, 1)) == []


def test_a_date_that_moved_away_and_back_is_announced_again_in_another_letter(registry, start_server, kotak) -> None:
    server, semula, pindah = start_server(), agreement(), agreement(tanggal=date(2025, 5, 10))
    for satu in (semula, pindah, semula, pindah):
        add(registry, satu, perbarui=True)
        assert run(registry, server, date(2030, 3, 1)) == [Laporan(KEDUA, 2, {})]
        assert run(registry, server, date(2030, 3, 1)) == []
    surat = [message_from_bytes(satu.content or b"", policy=default) for satu in kotak.diterima]
    assert len({satu["Message-ID"] for satu in surat}) == 4


def test_an_extension_taken_back_is_announced_again(registry, start_server) -> None:
    server, pada = start_server(), date(2030, 3, 1)
    lama = [Laporan(KEDUA, 2, {})]
    assert run(registry, server, pada) == lama
    nomor = record_adendum(registry, "pks-1", date(2030, 2, 5), {"selama": "1 bulan"}, oleh="x", waktu=KELAK).urutan
    assert run(registry, server, pada) == lama
    salah = {"peristiwa": nomor, "alasan": "belum"}
    record(registry, "pks-1", "koreksi", date(2030, 2, 6), oleh="x", data=salah, waktu=KELAK)
    assert run(registry, server, pada) == lama


def test_a_level_added_above_one_that_was_sent_repeats_nothing(registry, start_server) -> None:
    server = start_server()
    run(registry, server, date(2030, 3, 1))
    minta = Permintaan(date(2030, 3, 1), Kalender(), (180, 90, 58, 29))
    with sending_turn(registry) as keep:
        assert list(send(registry, minta, server, keep_turn=keep)) == [Laporan(KEDUA, 2, {})]
    assert run(registry, server, date(2030, 3, 1)) == []


@pytest.mark.parametrize("gagal", ["putus", "451 nanti", "554 ditolak"])
def test_what_the_server_did_not_take_is_sent_by_the_next_run(registry, start_server, kotak, gagal: str) -> None:
    server = start_server()
    kotak.jawaban = [gagal] * 3
    (laporan,) = run(registry, server, date(2030, 3, 1))
    assert (laporan.penerima, set(laporan.gagal)) == ((), set(KEDUA))
    assert levels(registry) == []
    kotak.jawaban.clear()
    assert run(registry, server, date(2030, 3, 2)) == [Laporan(KEDUA, 2, {})]


def test_a_server_that_is_down_loses_nothing(registry, start_server, kotak: KotakSurat) -> None:
    port = free_port()
    (laporan,) = run(registry, make_server(port=port), date(2030, 3, 1))
    assert laporan.penerima == ()
    assert levels(registry) == []
    assert run(registry, start_server(port=port), date(2030, 3, 1)) == [Laporan(KEDUA, 2, {})]
    assert kotak.pengiriman == 1


def test_a_receiver_who_was_refused_gets_it_later_alone(registry, start_server, kotak: KotakSurat) -> None:
    server = start_server()
    kotak.tolak = {KEDUA[1]: "550 penuh"}
    (laporan,) = run(registry, server, date(2030, 3, 1))
    assert (laporan.penerima, set(laporan.gagal)) == (KEDUA[:1], {KEDUA[1]})
    # A day on which the other has something new, and the first still cannot be reached.
    (baik, buruk) = sorted(run(registry, server, date(2030, 3, 22)), reverse=True)
    assert (baik.penerima, buruk.penerima) == (KEDUA[:1], ())
    kotak.tolak.clear()
    assert run(registry, server, date(2030, 3, 22)) == [Laporan(KEDUA[1:], 2, {})]
    assert levels(registry, penerima=KEDUA[1]) == [7]


def test_a_new_receiver_is_told_where_things_stand(registry, start_server) -> None:
    server = start_server()
    run(registry, server, date(2030, 3, 1))
    tiga = make_server(port=server.surel.port_dipakai, kepada=[*KEDUA, "Baru <baru@contoh.go.id>"])
    assert run(registry, tiga, date(2030, 3, 1)) == [Laporan(("baru@contoh.go.id",), 2, {})]


def test_only_what_is_asked_for_is_sent_and_the_rest_stays_to_be_sent(registry, start_server) -> None:
    server = start_server()
    saringan = Saringan(tenggat=("perpanjangan",))
    assert run(registry, server, date(2030, 3, 1), saringan=saringan) == [Laporan(KEDUA, 1, {})]
    assert run(registry, server, date(2030, 3, 1)) == [Laporan(KEDUA, 1, {})]


def test_too_many_for_one_letter_come_in_parts_each_recorded_by_itself(
    registry, start_server, kotak: KotakSurat, monkeypatch
) -> None:
    monkeypatch.setattr(digest, "_TERBANYAK", 3)
    add(registry, agreement("pks-2"), agreement("pks-3"), agreement("pks-4"))
    server = start_server()
    kotak.jawaban = ["250 OK", "putus", "putus", "putus"]
    assert [(x.jumlah, x.penerima) for x in run(registry, server, date(2030, 3, 1))] == [(3, KEDUA), (3, ())]
    assert [(x.jumlah, x.penerima) for x in run(registry, server, date(2030, 3, 1))] == [(3, KEDUA), (2, KEDUA)]
    subjek = [message_from_bytes(x.content, policy=default)["Subject"] for x in kotak.diterima]
    assert [s.partition("(")[2] for s in subjek] == ["bagian 1 dari 3)", "bagian 1 dari 2)", "bagian 2 dari 2)"]


def test_sent_again_after_an_unclear_end_it_has_the_same_message_id(registry, start_server, kotak) -> None:
    server = start_server()
    minta = Permintaan(date(2030, 3, 1), Kalender(), TINGKAT)
    ids = {surat.pesan["Message-ID"] for _ in range(2) for surat in prepare(registry, minta, server.surel)}
    assert len(ids) == 1


def test_trying_it_out_records_nothing(registry, start_server) -> None:
    minta = Permintaan(date(2030, 3, 1), Kalender(), TINGKAT)
    assert len(list(prepare(registry, minta, start_server().surel))) == 1
    assert levels(registry) == []


def test_what_was_sent_outlives_a_rebuild_and_does_not_trouble_verification(registry, start_server) -> None:
    server = start_server()
    run(registry, server, date(2030, 3, 1))
    rebuild(registry)
    assert run(registry, server, date(2030, 3, 1)) == []
    assert list(verify(registry)) == []


def _run_in_process(path: Path, server: Server, mulai) -> None:
    with open_registry(path) as registry:
        mulai.wait()
        run(registry, server, date(2030, 3, 1))


def test_runs_at_the_same_time_send_once(registry, start_server, kotak: KotakSurat) -> None:
    server = start_server()
    konteks = multiprocessing.get_context("spawn")
    mulai = konteks.Barrier(3)
    semua = [konteks.Process(target=_run_in_process, args=(registry.path, server, mulai)) for _ in range(3)]
    for proses in semua:
        proses.start()
    for proses in semua:
        proses.join(60)
        assert proses.exitcode == 0
    assert kotak.pengiriman == 1


def test_while_another_run_sends_nothing_is_sent_and_that_is_said(registry, start_server, kotak) -> None:
    server = start_server()
    with (
        open_registry(registry.path) as lain,
        sending_turn(lain),
        pytest.raises(NaskahError, match="pengiriman lain masih berjalan"),
        sending_turn(registry, tunggu=0) as keep,
    ):
        list(send(registry, Permintaan(date(2030, 3, 1), Kalender(), TINGKAT), server, keep_turn=keep))
    assert kotak.pengiriman == 0
    assert len(run(registry, server, date(2030, 3, 1))) == 1


LAMA = timedelta(minutes=15)
KINI = datetime(2030, 3, 1, 7, tzinfo=UTC)


def test_the_turn_of_a_run_that_died_ends_by_itself(registry: Registry) -> None:
    assert take_turn(registry, "mati", kini=KINI, lama=LAMA)
    assert not take_turn(registry, "lain", kini=KINI + LAMA, lama=LAMA)
    assert take_turn(registry, "lain", kini=KINI + LAMA + timedelta(seconds=1), lama=LAMA)
    assert not take_turn(registry, "mati", kini=KINI + LAMA + timedelta(seconds=2), lama=LAMA)


def test_a_turn_is_kept_by_taking_it_again(registry: Registry) -> None:
    for menit in range(0, 60, 10):
        assert take_turn(registry, "a", kini=KINI + timedelta(minutes=menit), lama=LAMA)
        assert not take_turn(registry, "b", kini=KINI + timedelta(minutes=menit, seconds=1), lama=LAMA)


def test_a_clock_set_back_does_not_block_for_ever(registry: Registry) -> None:
    assert take_turn(registry, "a", kini=KINI + timedelta(days=365), lama=LAMA)
    assert take_turn(registry, "b", kini=KINI, lama=LAMA)


def test_a_run_that_lost_its_turn_stops_before_sending(registry, start_server, kotak: KotakSurat) -> None:
    with pytest.raises(NaskahError, match="sudah diambil"), sending_turn(registry) as keep:
        with registry.write() as conn:
            conn.execute("UPDATE giliran_kirim SET pemegang = 'lain'")
        list(send(registry, Permintaan(date(2030, 3, 1), Kalender(), TINGKAT), start_server(), keep_turn=keep))
    assert kotak.pengiriman == 0


def test_killed_while_the_server_reads_it_is_sent_after_the_turn_has_ended(registry, start_server, kotak) -> None:
    konteks = multiprocessing.get_context("spawn")
    server, mulai = start_server(), konteks.Barrier(1)
    proses = konteks.Process(target=_run_in_process, args=(registry.path, server, mulai))
    kotak.saat_data = proses.kill
    kotak.jawaban = ["451 terlambat"]
    proses.start()
    proses.join(60)
    assert proses.exitcode == -signal.SIGKILL
    assert levels(registry) == []
    kotak.saat_data = None
    with pytest.raises(NaskahError, match="paling lama 15 menit lagi"), sending_turn(registry, tunggu=0):
        pass
    with registry.write() as conn:
        conn.execute("UPDATE giliran_kirim SET sampai = '2020-01-01T00:00:00+00:00'")
    assert run(registry, server, date(2030, 3, 1)) == [Laporan(KEDUA, 2, {})]


def test_what_cannot_be_recorded_is_said(registry, start_server, monkeypatch) -> None:
    def fail(*argumen, **lain):
        raise NaskahError("disk penuh; tidak ada yang dicatat.")

    monkeypatch.setattr(digest, "record_terkirim", fail)
    with pytest.raises(NaskahError, match="disk penuh"):
        run(registry, start_server(), date(2030, 3, 1))
