"""Which alerts were sent to whom, and whose turn it is to send.

Not part of the projection: that a mail server accepted a message is no fact about an agreement.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from naskah.registry.alerts import Peringatan
from naskah.registry.connection import Registry
from naskah.registry.deadlines import AKHIR_JANGKA_WAKTU
from naskah.registry.recurring import KEGIATAN, KEWAJIBAN_BERKALA

# The date leads: one run asks for the dates of its window.
TABEL_PERINGATAN_TERKIRIM = """CREATE TABLE peringatan_terkirim (
  tanggal TEXT NOT NULL,
  perjanjian TEXT NOT NULL,
  jenis TEXT NOT NULL,
  ketentuan INTEGER NOT NULL,
  pemicu INTEGER NOT NULL,
  hal TEXT NOT NULL,
  tingkat INTEGER NOT NULL,
  penerima TEXT NOT NULL,
  dikirim_pada TEXT NOT NULL,
  pesan TEXT NOT NULL,
  PRIMARY KEY (tanggal, perjanjian, jenis, ketentuan, pemicu, hal, tingkat, penerima)
) STRICT, WITHOUT ROWID"""
# What was announced of one deadline, whatever its date.
INDEKS_PERINGATAN_TERKIRIM = "CREATE INDEX peringatan_terkirim_perjanjian ON peringatan_terkirim (perjanjian, penerima)"
TABEL_GILIRAN_KIRIM = """CREATE TABLE giliran_kirim (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  pemegang TEXT NOT NULL,
  sampai TEXT NOT NULL
) STRICT"""


# Of these each date is a thing of its own; of all others there is one date at a time.
_BERULANG = (KEWAJIBAN_BERKALA, KEGIATAN)
# An extension gives the end of the term another promise.
_LUPAKAN = f"""DELETE FROM peringatan_terkirim WHERE tanggal <> ?1 AND perjanjian = ?2 AND jenis = ?3
 AND (ketentuan = ?4 OR jenis = '{AKHIR_JANGKA_WAKTU}') AND pemicu = ?5 AND hal = ?6 AND penerima = ?7"""  # noqa: S608


class Jati(NamedTuple):
    """Which deadline, on which date: a deadline whose date changes is to be announced anew."""

    tanggal: str
    perjanjian: str
    jenis: str
    ketentuan: int
    pemicu: int
    hal: str


def identify(satu: Peringatan) -> Jati:
    """Return what an alert is recorded under once it was sent."""
    return Jati(satu.tanggal.isoformat(), satu.perjanjian, satu.jenis, satu.ketentuan, satu.pemicu, satu.hal)


def read_terkirim(registry: Registry, penerima: str, *, dari: date, sampai: date) -> dict[Jati, int]:
    """Return, for each deadline announced to `penerima`, the most urgent level that was sent.

    Args:
        registry: an open registry.
        penerima: an address.
        dari: the first date of the deadlines asked for.
        sampai: the last one.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn:
        baris = conn.execute(
            "SELECT tanggal, perjanjian, jenis, ketentuan, pemicu, hal, min(tingkat) FROM peringatan_terkirim"
            " WHERE tanggal BETWEEN ? AND ? AND penerima = ? GROUP BY 1, 2, 3, 4, 5, 6",
            (dari.isoformat(), sampai.isoformat(), penerima),
        ).fetchall()
    return {Jati(*satu[:6]): satu[6] for satu in baris}


def record_terkirim(
    registry: Registry, semua: Mapping[Jati, int], penerima: Iterable[str], *, pesan: str, waktu: datetime
) -> None:
    """Record that the mail server accepted these alerts, each at its level, for these addresses.

    What was recorded of the same deadline under another date is forgotten: it moved since, and should it move back,
    it is to be announced again.

    Args:
        registry: an open registry.
        semua: the deadlines with their level.
        penerima: the addresses that were accepted.
        pesan: the Message-ID, by which the message is found in the mail server's own records.
        waktu: when it was accepted, with a time zone.

    Raises:
        NaskahError: the registry cannot be written.
    """
    saat = waktu.isoformat(timespec="seconds")
    penerima = tuple(penerima)
    baris = [(*jati, tingkat, alamat, saat, pesan) for alamat in penerima for jati, tingkat in semua.items()]
    with registry.write() as conn:
        pindah = [(*jati, alamat) for alamat in penerima for jati in semua if jati.jenis not in _BERULANG]
        conn.executemany(_LUPAKAN, pindah)
        conn.executemany("INSERT OR IGNORE INTO peringatan_terkirim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", baris)


def take_turn(registry: Registry, pemegang: str, *, kini: datetime, lama: timedelta) -> bool:
    """Take the turn to send, or keep it for longer; False while another run has it.

    The turn of a run that died ends by itself after `lama`.

    Args:
        registry: an open registry.
        pemegang: names this run, and no other.
        kini: the present, in UTC.
        lama: how long the turn lasts unless it is taken again or given back.

    Raises:
        NaskahError: the registry cannot be written.
    """
    sekarang, sampai, mustahil = ((kini + n * lama).isoformat(timespec="seconds") for n in (0, 1, 2))
    with registry.write() as conn:
        # A clock that was set back must not leave a turn that never ends.
        hasil = conn.execute(
            "INSERT INTO giliran_kirim VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE"
            " SET pemegang = ?1, sampai = ?2 WHERE pemegang = ?1 OR sampai < ?3 OR sampai > ?4",
            (pemegang, sampai, sekarang, mustahil),
        )
        return hasil.rowcount == 1


def give_back_turn(registry: Registry, pemegang: str) -> None:
    """Let the next run send.

    Raises:
        NaskahError: the registry cannot be written.
    """
    with registry.write() as conn:
        conn.execute("DELETE FROM giliran_kirim WHERE pemegang = ?", (pemegang,))
