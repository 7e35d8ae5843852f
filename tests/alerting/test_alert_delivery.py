"""Handing a letter to a real mail server: what it takes, refuses, and how it fails."""

import ssl
from email.message import EmailMessage

import pytest
from mail_server import KotakSurat, free_port, make_server

from naskah.alerting.delivery import HasilKirim, Server, deliver

KEPADA = ("kepala@contoh.go.id", "staf@contoh.go.id")


def send(server: Server) -> HasilKirim:
    pesan = EmailMessage()
    pesan["Subject"] = "Uji"
    pesan.set_content("isi\n.\nsesudah titik\n")
    return deliver(pesan, "kerjasama@contoh.go.id", KEPADA, server, before_attempt=lambda: None)


@pytest.mark.parametrize("tls", ["tanpa", "starttls", "ssl"])
def test_a_letter_arrives_over_every_kind_of_connection(start_server, kotak: KotakSurat, tls: str) -> None:
    assert send(start_server(tls)) == HasilKirim(KEPADA, {})
    (amplop,) = kotak.diterima
    assert (amplop.mail_from, amplop.rcpt_tos) == ("kerjasama@contoh.go.id", list(KEPADA))
    assert b"isi\r\n.\r\nsesudah titik\r\n" in amplop.content


@pytest.mark.parametrize("tls", ["starttls", "ssl"])
def test_a_letter_arrives_after_logging_in(start_server, kotak: KotakSurat, tls: str) -> None:
    assert send(start_server(tls, masuk=True)) == HasilKirim(KEPADA, {})
    assert len(kotak.diterima) == 1


def test_a_wrong_password_is_said_at_once_and_not_tried_again(start_server, kotak: KotakSurat) -> None:
    coba = []
    hasil = deliver(
        EmailMessage(), "a@b.id", KEPADA, start_server("starttls", masuk=True, sandi="salah"),
        before_attempt=lambda: coba.append(1),
    )  # fmt: skip
    assert (hasil.diterima, hasil.putus, coba) == ((), True, [1])
    assert "NASKAH_SUREL_SANDI" in hasil.ditolak["staf@contoh.go.id"]
    assert "salah" not in " ".join(hasil.ditolak.values())


def test_a_refused_receiver_does_not_keep_the_letter_from_the_others(start_server, kotak: KotakSurat) -> None:
    kotak.tolak = {"staf@contoh.go.id": "550 5.1.1 tidak\tdikenal"}
    hasil = send(start_server())
    assert (hasil.diterima, hasil.putus) == (("kepala@contoh.go.id",), False)
    assert hasil.ditolak == {"staf@contoh.go.id": 'ditolak server surat dengan jawaban "550 5.1.1 tidak dikenal"'}
    assert len(kotak.diterima) == 1


def test_a_receiver_refused_for_the_moment_is_tried_again_alone(start_server, kotak: KotakSurat) -> None:
    kotak.tolak = {"staf@contoh.go.id": "450 nanti"}
    kotak.saat_data = kotak.tolak.clear
    assert sorted(send(start_server()).diterima) == sorted(KEPADA)
    assert [amplop.rcpt_tos for amplop in kotak.diterima] == [["kepala@contoh.go.id"], ["staf@contoh.go.id"]]


def test_when_all_receivers_are_refused_nobody_got_it(start_server, kotak: KotakSurat) -> None:
    kotak.tolak = dict.fromkeys(KEPADA, "550 tidak ada")
    hasil = send(start_server())
    assert (hasil.diterima, set(hasil.ditolak), kotak.diterima) == ((), set(KEPADA), [])


@pytest.mark.parametrize("gagal", ["451 coba lagi", "putus"])
def test_a_failure_that_may_pass_is_tried_again(start_server, kotak: KotakSurat, gagal: str) -> None:
    kotak.jawaban = [gagal]
    assert send(start_server()) == HasilKirim(KEPADA, {})
    assert (kotak.pengiriman, len(kotak.diterima)) == (2, 1)


def test_after_three_tries_it_is_left_for_the_next_run(start_server, kotak: KotakSurat) -> None:
    kotak.jawaban = ["putus"] * 3
    hasil = send(start_server())
    assert (hasil.diterima, hasil.putus, kotak.pengiriman) == ((), True, 3)
    assert "memutus sambungan" in hasil.ditolak["staf@contoh.go.id"]


def test_a_letter_refused_for_good_is_not_offered_again(start_server, kotak: KotakSurat) -> None:
    kotak.jawaban = ["554 isinya ditolak"]
    hasil = send(start_server())
    assert (hasil.diterima, hasil.putus, kotak.pengiriman) == ((), False, 1)


def test_a_server_that_is_down_is_said() -> None:
    hasil = send(make_server(port=free_port()))
    assert (hasil.diterima, hasil.putus) == ((), True)
    assert "tidak menerima sambungan" in hasil.ditolak["staf@contoh.go.id"]


@pytest.mark.parametrize("tls", ["starttls", "ssl"])
def test_a_certificate_that_nobody_vouches_for_is_refused(start_server, kotak, monkeypatch, tls: str) -> None:
    server = start_server(tls)
    monkeypatch.setenv("SSL_CERT_FILE", ssl.get_default_verify_paths().openssl_cafile)
    assert "sertifikat" in send(server).ditolak["staf@contoh.go.id"]
    assert kotak.pengiriman == 0


def test_a_server_without_starttls_gets_no_letter_in_the_clear(start_server, kotak: KotakSurat) -> None:
    terbuka = start_server("tanpa")
    hasil = send(make_server(tls="starttls", port=terbuka.surel.port_dipakai))
    assert "tidak mengenal STARTTLS" in hasil.ditolak["staf@contoh.go.id"]
    assert kotak.pengiriman == 0


def test_a_bad_goodbye_does_not_make_a_letter_unsent(start_server, kotak, monkeypatch) -> None:
    from aiosmtpd.smtp import SMTP

    async def smtp_quit(self, arg):
        await self.push("500 apa?")

    monkeypatch.setattr(SMTP, "smtp_QUIT", smtp_quit)
    assert send(start_server()) == HasilKirim(KEPADA, {})
    assert kotak.pengiriman == 1
