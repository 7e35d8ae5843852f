"""`naskah peringatan --kirim`: the letters, sent or only shown."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from naskah.model.galat import Galat, NaskahError

if TYPE_CHECKING:
    from naskah.alerting.delivery import Server
    from naskah.alerting.digest import Laporan, Surat
    from naskah.library.settings import PengaturanSurel
    from naskah.registry.alerts import Saringan


def refuse_options(*, kirim: bool, uji: bool, pada: str | None, lain: Sequence[str]) -> None:
    """Say which options do not go with sending.

    Raises:
        NaskahError: one was given.
    """
    galat = []
    if uji and not kirim:
        galat.append("--uji menampilkan surat yang akan dikirim; tulis bersama --kirim.")
    if pada is not None and not uji:
        # What is sent is recorded for good, so it is only ever sent for the day it is.
        galat.append("--kirim selalu untuk hari ini; --pada hanya dapat dipakai bersama --uji.")
    if lain:
        pesan = f"{', '.join(lain)} tidak dipakai bersama --kirim: yang dikirim semua yang mencapai tingkatnya"
        galat.append(f"{pesan} (peringatan.tingkat di naskah.yaml).")
    if galat:
        raise NaskahError([Galat(satu) for satu in galat])


def send_alerts(registri: Path, ruang: Any, pada: date, saringan: "Saringan", *, uji: bool) -> bool:
    """Send what is new, or show it; whether anything is overdue.

    Raises:
        NaskahError: no mail settings, or something was not sent; what was sent stays recorded.
    """
    from naskah.alerting.digest import Permintaan, list_due
    from naskah.registry.database import open_registry

    surel = _settings(ruang)
    minta = Permintaan(pada, ruang.kalender, ruang.pengaturan.peringatan.tingkat, saringan)
    with open_registry(registri, readonly=uji) as basis:
        if uji:
            from naskah.alerting.digest import prepare

            _show(prepare(basis, minta, surel))
        else:
            from naskah.alerting.digest import send
            from naskah.alerting.turn import sending_turn

            server = _server(surel)
            with sending_turn(basis) as keep:
                _report(send(basis, minta, server, keep_turn=keep))
        return any(satu.sisa_hari < 0 for satu in list_due(basis, minta))


def _settings(ruang: Any) -> "PengaturanSurel":
    surel: PengaturanSurel | None = ruang.pengaturan.surel
    if surel is None:
        berkas = str(ruang.akar / "naskah.yaml") if ruang.akar else None
        pesan = "server surat belum disebut; isi kunci surel (host, tls, pengguna, dari, kepada), lalu jalankan lagi"
        raise NaskahError(Galat(pesan, berkas))
    return surel


def _server(surel: "PengaturanSurel") -> "Server":
    from naskah.alerting.delivery import VARIABEL_SANDI, Server

    sandi = os.environ.get(VARIABEL_SANDI)
    if surel.pengguna and not sandi:
        raise NaskahError(f"kata sandi {surel.pengguna} belum ada; isi variabel lingkungan {VARIABEL_SANDI}.")
    if sandi and not sandi.isascii():
        raise NaskahError(f"kata sandi di {VARIABEL_SANDI} memuat huruf yang tidak dikenal server surat; ganti dahulu.")
    return Server(surel, sandi)


def _show(semua: "Iterator[Surat]") -> None:
    ada = False
    for surat in semua:
        if ada:
            typer.echo("=" * 76)
        ada = True
        isi = surat.pesan.get_body(("plain",))
        assert isi is not None  # every letter has one
        teks = isi.get_content().replace("\r\n", "\n")
        typer.echo(f"Kepada: {surat.pesan['To']}\nPerihal: {surat.pesan['Subject']}\n\n{teks}", nl=False)
    typer.echo("tidak ada yang dikirim: ini hanya uji" if ada else "tidak ada peringatan baru untuk dikirim")


def _report(semua: "Iterator[Laporan]") -> None:
    """One line for each letter that was taken; then everything that was not, as errors."""
    galat: list[Galat] = []
    ada = False
    for satu in semua:
        ada = True
        if satu.penerima:
            typer.echo(f"{satu.jumlah} peringatan dikirim ke {', '.join(satu.penerima)}")
        galat += [Galat(sebab, alamat) for alamat, sebab in satu.gagal.items()]
    if galat:
        lanjut = "yang belum terkirim tidak dicatat terkirim; jalankan lagi, dan semuanya dikirim"
        raise NaskahError([*dict.fromkeys(galat), Galat(lanjut)])
    if not ada:
        typer.echo("tidak ada peringatan baru untuk dikirim")
