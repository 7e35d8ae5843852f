"""Whether what is recorded of an agreement still fits, when its facts or its adenda change beneath the events."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from naskah.bahasa.tanggal import format_tanggal
from naskah.model.galat import Galat, NaskahError
from naskah.registry.adendum import extends
from naskah.registry.lifecycle.checks import list_impossible
from naskah.registry.periods import Bahan, compute_babak
from naskah.registry.projection import fold_bahan


def check_history(conn: sqlite3.Connection, perjanjian: str) -> None:
    """Check every recorded event and adendum of an agreement against the state before it.

    Raises:
        NaskahError: events that could not have happened by the facts as they are now, or an adendum that ends the
            term before its own day.
    """
    bahan = fold_bahan(conn, perjanjian)
    salah = [*_check_terms(bahan)]
    if not salah and bahan.kejadian:
        salah += (
            f"peristiwa {satu.urutan} ({satu.jenis}, {format_tanggal(date.fromisoformat(satu.tanggal))}) sudah"
            f' tercatat, padahal menurut data yang baru perjanjian pada hari itu "{status}". Periksa tanggal dan'
            f" jangka waktunya, atau catat koreksi atas peristiwa {satu.urutan} lebih dahulu."
            for satu, status in list_impossible(bahan)
        )
    if salah:
        raise NaskahError(Galat(pesan, kunci=perjanjian) for pesan in salah)


def _check_terms(bahan: Bahan) -> Iterator[str]:
    """An adendum changes what lies ahead: it cannot have ended the agreement already."""
    for i, satu in enumerate(bahan.adendum, 1):
        if not extends(satu.data):
            continue
        akhir = compute_babak(bahan._replace(adendum=bahan.adendum[:i], kejadian=()))[-1].akhir
        hari = max(satu.berlaku, str(satu.data["tanggal"]))
        if akhir is not None and akhir.isoformat() < hari:
            yield (
                f"{satu.sebutan} membuat jangka waktunya berakhir {format_tanggal(akhir)}, sebelum adendum itu sendiri"
                f" ditandatangani atau berlaku ({format_tanggal(date.fromisoformat(hari))}). Periksa jangka waktunya;"
                " untuk mengakhiri perjanjian sekarang, catat peristiwa diakhiri."
            )
