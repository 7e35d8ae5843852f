"""A real mail server on this machine: what it keeps, and how a client reaches it."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

from naskah.alerting.delivery import Server
from naskah.library.settings import PengaturanSurel

SANDI = "r4hasia"


@dataclass
class KotakSurat:
    """A mail server's handler: keeps what it accepts, and answers otherwise where it is told to."""

    diterima: list[Envelope] = field(default_factory=list)
    tolak: dict[str, str] = field(default_factory=dict)  # address -> answer
    jawaban: list[str] = field(default_factory=list)  # to the next letters, one each; "putus" hangs up
    pengiriman: int = 0  # letters offered, accepted or not
    saat_data: Callable[[], None] | None = None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Envelope, address: str, opsi: Any) -> str:  # noqa: N802
        if address in self.tolak:
            return self.tolak[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        self.pengiriman += 1
        if self.saat_data:
            self.saat_data()
        jawaban = self.jawaban.pop(0) if self.jawaban else "250 OK"
        if jawaban == "putus":
            server.transport.abort()
        if jawaban.startswith("250"):
            self.diterima.append(envelope)
        return jawaban


def free_port() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def check_login(server: Any, session: Any, envelope: Any, cara: str, data: LoginPassword) -> AuthResult:
    benar = data.login == b"petugas" and data.password == SANDI.encode()
    return AuthResult(success=benar, handled=benar)  # a refusal is left to the server to say


def make_server(
    *, tls: str = "tanpa", port: int, sandi: str | None = SANDI, jeda: tuple[float, ...] = (0, 0), **lain: Any
) -> Server:
    isi = {
        "host": "localhost" if tls != "tanpa" else "127.0.0.1",
        "port": port,
        "tls": tls,
        "dari": "Bagian Kerja Sama <kerjasama@contoh.go.id>",
        "kepada": ["Kepala Bagian <kepala@contoh.go.id>", "staf@contoh.go.id"],
        **lain,
    }
    return Server(PengaturanSurel.model_validate(isi), sandi, jeda)
