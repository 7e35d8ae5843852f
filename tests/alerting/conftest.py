"""A real mail server on this machine, and a registry with one agreement."""

import ssl
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from alert_samples import add, agreement
from mail_server import KotakSurat, check_login, free_port, make_server

from naskah.alerting.delivery import Server
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry

SERTIFIKAT = Path(__file__).parent / "data" / "localhost.pem"


@pytest.fixture
def kotak() -> KotakSurat:
    return KotakSurat()


@pytest.fixture
def start_server(kotak: KotakSurat, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Server]]:
    """Start a server of the kind asked for; it is stopped after the test."""
    jalan: list[Controller] = []

    def start(tls: str = "tanpa", *, masuk: bool = False, port: int | None = None, **lain: Any) -> Server:
        pilihan: dict[str, Any] = {"hostname": "127.0.0.1", "port": port or free_port()}
        if tls != "tanpa":
            monkeypatch.setenv("SSL_CERT_FILE", str(SERTIFIKAT))
            konteks = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            konteks.load_cert_chain(SERTIFIKAT)
            pilihan |= {"ssl_context": konteks} if tls == "ssl" else {"tls_context": konteks, "require_starttls": True}
        if masuk:
            pilihan |= {"authenticator": check_login, "auth_required": True, "auth_require_tls": tls == "starttls"}
            warnings.filterwarnings("ignore", "Requiring AUTH")  # over ssl the connection is safe from the start
        jalan.append(Controller(kotak, **pilihan))
        jalan[-1].start()
        return make_server(tls=tls, port=pilihan["port"], pengguna="petugas" if masuk else None, **lain)

    yield start
    for satu in jalan:
        satu.stop()


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """A registry with one agreement, signed 29-4-2025 for five years."""
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        add(registry, agreement())
        yield registry
