"""The daily letter: what is new for each receiver, sent once, and recorded once the server has taken it.

A level is announced when it is reached, or on the first run after; levels skipped meanwhile are not sent
belatedly. Killed between the server's yes and the record, a run sends again: twice is better than never.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from email.message import EmailMessage
from typing import TYPE_CHECKING, NamedTuple

from naskah.alerting.calendar_file import make_calendar
from naskah.alerting.delivery import Server, deliver
from naskah.alerting.grouping import group
from naskah.alerting.levels import JAUH, find_tingkat
from naskah.alerting.message import Amplop, compose, to_address
from naskah.library.settings import PengaturanSurel
from naskah.registry.alerts import (
    SEMUA,
    Peringatan,
    Saringan,
    list_peringatan,
    read_perubahan_terakhir,
    read_pokok,
)
from naskah.registry.connection import Registry
from naskah.registry.sent_alerts import Jati, identify, read_terkirim, record_terkirim

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

# More than this no letter can be read; the rest follows in a second one.
_TERBANYAK = 500


class Permintaan(NamedTuple):
    """Which alerts are to be sent."""

    pada: date
    kalender: "Kalender"
    tingkat: tuple[int, ...]
    saringan: Saringan = SEMUA


class Surat(NamedTuple):
    """A letter ready to be sent, and what it announces."""

    pesan: EmailMessage
    penerima: tuple[str, ...]  # bare addresses
    isi: dict[Jati, int]  # each deadline with its level


class Laporan(NamedTuple):
    """What became of one letter."""

    penerima: tuple[str, ...]
    jumlah: int
    gagal: dict[str, str]  # address -> why


def list_due(registry: Registry, minta: Permintaan) -> list[Peringatan]:
    """Return every alert that has reached a level.

    Raises:
        NaskahError: the registry cannot be read.
    """
    return list_peringatan(
        registry, pada=minta.pada, dalam=max(minta.tingkat), kalender=minta.kalender, saringan=minta.saringan
    )


def prepare(registry: Registry, minta: Permintaan, surel: PengaturanSurel) -> Iterator[Surat]:
    """Yield the letters that are to be sent, without sending them; receivers of the same letter share it.

    Raises:
        NaskahError: the registry cannot be read.
    """
    semua = list_due(registry, minta)
    bersama: dict[tuple[Peringatan, ...], list[str]] = {}
    for polos, alamat in {_bare(alamat): alamat for alamat in surel.kepada}.items():
        if baru := _find_new(registry, semua, minta.tingkat, polos):
            bersama.setdefault(tuple(baru), []).append(alamat)
    for isi, penerima in bersama.items():
        bagian = [isi[i : i + _TERBANYAK] for i in range(0, len(isi), _TERBANYAK)]
        for nomor, sebagian in enumerate(bagian, 1):
            yield _write(registry, sebagian, minta, Amplop(surel.dari, tuple(penerima), nomor, len(bagian)))


def send(registry: Registry, minta: Permintaan, server: Server, *, keep_turn: Callable[[], None]) -> Iterator[Laporan]:
    """Send what is new, letter by letter, and record each as soon as the server has taken it.

    When it is the server that fails, not one letter, the others are left for the next run.

    Args:
        registry: an open registry.
        minta: what to send.
        server: through which mail server.
        keep_turn: called before each try to send; raises when it is no longer this run's turn.

    Raises:
        NaskahError: the registry cannot be read or written, or the turn was lost.
    """
    dari = _bare(server.surel.dari)
    for surat in prepare(registry, minta, server.surel):
        hasil = deliver(surat.pesan, dari, surat.penerima, server, before_attempt=keep_turn)
        pesan = str(surat.pesan["Message-ID"])
        record_terkirim(registry, surat.isi, hasil.diterima, pesan=pesan, waktu=datetime.now(UTC))
        yield Laporan(hasil.diterima, len(surat.isi), hasil.ditolak)
        if hasil.putus:
            return


def _find_new(
    registry: Registry, semua: Sequence[Peringatan], tingkat: Sequence[int], penerima: str
) -> list[Peringatan]:
    """The alerts whose level, or a more urgent one, this receiver has not been told yet."""
    if not semua:
        return []
    terkirim = read_terkirim(registry, penerima, dari=semua[0].tanggal, sampai=semua[-1].tanggal)
    return [p for p in semua if find_tingkat(p.sisa_hari, tingkat) < terkirim.get(identify(p), JAUH)]


def _write(registry: Registry, isi: Sequence[Peringatan], minta: Permintaan, amplop: Amplop) -> Surat:
    perjanjian = {satu.perjanjian for satu in isi}
    kelompok = group(isi, tingkat=minta.tingkat, perjanjian=read_pokok(registry, perjanjian))
    perubahan = read_perubahan_terakhir(registry, perjanjian)
    diumumkan = {identify(satu): find_tingkat(satu.sisa_hari, minta.tingkat) for satu in isi}
    pesan = compose(
        kelompok,
        minta.pada,
        amplop,
        kalender=make_calendar(kelompok, perubahan, tingkat=minta.tingkat),
        # What is announced once more after it moved away and back is another letter.
        ciri=[*diumumkan.items(), *sorted(satu.urutan for satu in perubahan.values())],
        waktu=datetime.now().astimezone(),
    )
    return Surat(pesan, tuple(_bare(satu) for satu in amplop.kepada), diumumkan)


def _bare(alamat: str) -> str:
    return to_address(alamat).addr_spec
