"""Alerts as a letter: plain text, the same as a page, and a calendar beside them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from typing import NamedTuple

from naskah.alerting.grouping import Kelompok
from naskah.alerting.page import make_page
from naskah.alerting.plain_text import make_text
from naskah.alerting.sections import summarize
from naskah.bahasa.bulan_hari import format_tanggal
from naskah.library.settings import split_alamat

# Old mail servers take nothing but ASCII; lines and letters are encoded so that any of them does.
_ATURAN = SMTP.clone(cte_type="7bit")
_NAMA_KALENDER = "tenggat.ics"


class Amplop(NamedTuple):
    """From whom, to whom, and which part of how many; addresses as in naskah.yaml."""

    dari: str
    kepada: tuple[str, ...]
    bagian: int = 1
    dari_bagian: int = 1


def compose(
    semua: Sequence[Kelompok], pada: date, amplop: Amplop, *, kalender: bytes, ciri: Iterable[object], waktu: datetime
) -> EmailMessage:
    """Return the letter on the alerts of the day `pada`.

    Args:
        semua: what it tells.
        pada: the day the alerts were asked on.
        amplop: from whom and to whom.
        kalender: the same as a calendar file.
        ciri: what makes this letter this letter: sent again after a failure, it keeps its Message-ID, so that
            whoever gets it twice can see so.
        waktu: when it is written, with a time zone.
    """
    pesan = EmailMessage(_ATURAN)
    urutan = f" (bagian {amplop.bagian} dari {amplop.dari_bagian})" if amplop.dari_bagian > 1 else ""
    pesan["Subject"] = f"Tenggat {format_tanggal(pada)}: {summarize(semua)}{urutan}"
    pesan["From"] = to_address(amplop.dari)
    pesan["To"] = tuple(to_address(satu) for satu in amplop.kepada)
    pesan["Date"] = format_datetime(waktu)
    pesan["Message-ID"] = _name_message(amplop, ciri)
    pesan["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence notice answers it
    pesan.set_content(make_text(semua, pada))
    pesan.add_alternative(make_page(semua, pada), subtype="html")
    utf8 = {"charset": "utf-8"}
    pesan.add_attachment(kalender, maintype="text", subtype="calendar", filename=_NAMA_KALENDER, params=utf8)
    return pesan


def to_address(teks: str) -> Address:
    """An address as written in naskah.yaml, for a header: encoded and quoted as it needs."""
    nama, alamat = split_alamat(teks)
    return Address(nama, addr_spec=alamat)


def _name_message(amplop: Amplop, ciri: Iterable[object]) -> str:
    sidik = sha256(repr([*amplop.kepada, *ciri]).encode()).hexdigest()[:40]
    return f"<{sidik}@{to_address(amplop.dari).domain}>"
