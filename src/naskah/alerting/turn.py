"""One run sends at a time: two at once would send the same alerts twice."""

import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry
from naskah.registry.sent_alerts import give_back_turn, take_turn

# Longer than one try to send can take; a run that died holds up the next no longer than this.
_LAMA = timedelta(minutes=15)
_SELANG = 0.5


@contextmanager
def sending_turn(registry: Registry, *, tunggu: float = 120.0) -> Iterator[Callable[[], None]]:
    """Wait for the turn to send, and hold it inside the block; yields the function that keeps it for longer.

    Args:
        registry: an open registry.
        tunggu: how long to wait for another run, in seconds.

    Raises:
        NaskahError: another run is still sending, or took over because this one slept too long.
    """
    pemegang = f"{os.getpid()}-{secrets.token_hex(8)}"

    def take() -> bool:
        return take_turn(registry, pemegang, kini=datetime.now(UTC), lama=_LAMA)

    def keep() -> None:
        if not take():
            raise NaskahError("giliran mengirim sudah diambil proses lain; jalankan lagi nanti.")

    batas = time.monotonic() + tunggu
    while not take():
        if time.monotonic() >= batas:
            menit = int(_LAMA.total_seconds() // 60)
            raise NaskahError(
                "pengiriman lain masih berjalan, jadi tidak ada yang dikirim. Jalankan lagi sesudah pengiriman itu"
                f" selesai; bila prosesnya sudah mati, paling lama {menit} menit lagi."
            )
        time.sleep(_SELANG)
    try:
        yield keep
    finally:
        # Where it cannot be given back, it ends by itself.
        with suppress(NaskahError):
            give_back_turn(registry, pemegang)
