"""Handing a letter to the mail server: what it accepted, what it refused, and what is worth another try."""

import smtplib
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from email.message import EmailMessage
from typing import NamedTuple

from naskah.library.settings import PengaturanSurel

VARIABEL_SANDI = "NASKAH_SUREL_SANDI"
# Before the second and the third try, in seconds.
JEDA = (2.0, 10.0)
_BATAS_TUNGGU = 30.0  # for one answer of the server, in seconds
_PANJANG_JAWABAN = 200


class Server(NamedTuple):
    """The mail server, and how to get in."""

    surel: PengaturanSurel
    sandi: str | None = None
    jeda: Sequence[float] = JEDA


class HasilKirim(NamedTuple):
    """What became of one letter."""

    diterima: tuple[str, ...]  # addresses for which the server took it
    ditolak: dict[str, str]  # address -> why not, as a sentence
    putus: bool = False  # not this letter, but the server is the trouble


def deliver(
    pesan: EmailMessage, dari: str, kepada: Sequence[str], server: Server, *, before_attempt: Callable[[], None]
) -> HasilKirim:
    """Hand in a letter, again after a failure that may pass; never raises for what the server does.

    Args:
        pesan: the letter.
        dari: the bare address of the sender.
        kepada: the bare addresses of the receivers.
        server: where.
        before_attempt: called before each try; what it raises ends them.
    """
    sisa = list(kepada)
    diterima: list[str] = []
    ditolak: dict[str, str] = {}
    putus = False
    for tunggu in (0.0, *server.jeda):
        time.sleep(tunggu)
        before_attempt()
        try:
            kode = _send_once(pesan, dari, sisa, server)
        except (smtplib.SMTPException, OSError) as error:
            ditolak |= dict.fromkeys(sisa, explain(error, server.surel))
            putus = not isinstance(error, smtplib.SMTPDataError)
            if not _may_pass(error):
                break
            continue
        putus = False
        diterima += [alamat for alamat in sisa if alamat not in kode]
        ditolak = {k: v for k, v in ditolak.items() if k not in diterima}
        ditolak |= {alamat: _explain_refusal(*jawaban) for alamat, jawaban in kode.items()}
        sisa = [alamat for alamat, jawaban in kode.items() if _is_temporary(jawaban[0])]
        if not sisa:
            break
    return HasilKirim(tuple(diterima), ditolak, putus)


def _send_once(pesan: EmailMessage, dari: str, kepada: Sequence[str], server: Server) -> dict[str, tuple[int, bytes]]:
    """The addresses the server refused, with its answers."""
    klien = _connect(server.surel)
    try:
        if server.surel.tls == "starttls":
            klien.starttls(context=ssl.create_default_context())
        if server.surel.pengguna:
            klien.login(server.surel.pengguna, server.sandi or "")
        try:
            return klien.send_message(pesan, dari, list(kepada))
        except smtplib.SMTPRecipientsRefused as error:
            return dict(error.recipients)
    finally:
        # The letter was taken, or was not; how the server says goodbye changes nothing.
        with suppress(smtplib.SMTPException, OSError):
            klien.quit()
        klien.close()


def _connect(surel: PengaturanSurel) -> smtplib.SMTP:
    if surel.tls == "ssl":
        konteks = ssl.create_default_context()
        return smtplib.SMTP_SSL(surel.host, surel.port_dipakai, timeout=_BATAS_TUNGGU, context=konteks)
    return smtplib.SMTP(surel.host, surel.port_dipakai, timeout=_BATAS_TUNGGU)


def _is_temporary(kode: int) -> bool:
    return 400 <= kode < 500


def _may_pass(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPResponseException):
        return _is_temporary(error.smtp_code)
    return not isinstance(error, smtplib.SMTPNotSupportedError | ssl.SSLError | socket.gaierror)


def explain(error: Exception, surel: PengaturanSurel) -> str:
    """Return the failure as a sentence that says what to do."""
    tempat = f"server surat {surel.host}:{surel.port_dipakai}"
    match error:
        case smtplib.SMTPAuthenticationError():
            return f"{tempat} menolak masuk: periksa surel.pengguna di naskah.yaml dan kata sandi di {VARIABEL_SANDI}"
        case smtplib.SMTPNotSupportedError():
            return f"{tempat} tidak mengenal {_name_missing(surel)}: periksa surel.tls dan surel.port di naskah.yaml"
        case smtplib.SMTPResponseException():
            return f"{tempat}: {_explain_refusal(error.smtp_code, error.smtp_error)}"
        case smtplib.SMTPServerDisconnected():
            return f"{tempat} memutus sambungan sebelum surat diterima"
        case ssl.SSLCertVerificationError():
            return f"{tempat}: sertifikatnya tidak dapat dipercaya ({error.verify_message}); periksa surel.host"
        case ssl.SSLError():
            return f"{tempat}: sambungan aman gagal; periksa surel.tls dan surel.port di naskah.yaml"
        case socket.gaierror():
            return f"{tempat} tidak ditemukan: periksa surel.host di naskah.yaml dan jaringan"
        case ConnectionRefusedError():
            return f"{tempat} tidak menerima sambungan: server mati, atau surel.port di naskah.yaml salah"
        case TimeoutError():
            return f"{tempat} tidak menjawab"
        case OSError():
            return f"{tempat} tidak dapat dihubungi ({error.strerror or error})"
    return f"{tempat}: {error}"


def _name_missing(surel: PengaturanSurel) -> str:
    return "STARTTLS" if surel.tls == "starttls" else "cara masuk dengan kata sandi"


def _explain_refusal(kode: int, jawaban: bytes | str) -> str:
    teks = jawaban.decode("utf-8", "replace") if isinstance(jawaban, bytes) else jawaban
    rapi = " ".join("".join(huruf if huruf.isprintable() else " " for huruf in teks).split())
    return f'ditolak server surat dengan jawaban "{kode} {rapi[:_PANJANG_JAWABAN]}"'
