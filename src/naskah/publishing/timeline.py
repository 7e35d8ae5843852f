"""The timeline of a registry as a picture (svg) or a page (html)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from naskah.model.galat import Galat, NaskahError
from naskah.model.linimasa import BarisLinimasa, Linimasa
from naskah.publishing.files import staged_files
from naskah.registry.connection import Registry
from naskah.registry.timeline import SaringanLinimasa, list_linimasa

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

BENTUK = (".svg", ".html")
# Unless asked for, one agreement of long ago (or without end) does not squeeze all others.
_TAHUN_LALU, _TAHUN_DEPAN = 10, 15
# What has no end asks for room only so far ahead.
_TAHUN_TANPA_BATAS = 2
_TAHUN_TERBANYAK = 100
_SEHARI = timedelta(days=1)


class RentangTahun(NamedTuple):
    """The years asked for; None: as the agreements need."""

    dari: int | None = None
    sampai: int | None = None


def check_output(keluaran: Path, *, timpa: bool) -> None:
    """Refuse a file that is no picture or page, or that is there already.

    Raises:
        NaskahError: so.
    """
    if keluaran.suffix.lower() not in BENTUK:
        raise NaskahError(
            Galat("linimasa berupa .svg atau .html; pilih nama berkas yang berakhiran itu", str(keluaran))
        )
    if keluaran.exists() and not timpa:
        raise NaskahError(Galat("sudah ada; pakai --timpa untuk menggantinya, atau -o untuk nama lain", str(keluaran)))


def compose_timeline(
    registry: Registry, *, pada: date, kalender: "Kalender", saringan: SaringanLinimasa, tahun: RentangTahun
) -> Linimasa:
    """Return the agreements that fit and that the years shown touch.

    Raises:
        NaskahError: years the wrong way round or too many, or whatever `list_linimasa` refuses.
    """
    semua = list_linimasa(registry, pada=pada, kalender=kalender, saringan=saringan)
    dari, sampai = _choose_years(semua, pada, tahun)
    terlihat = tuple(satu for satu in semua if _touches(satu, dari, sampai))
    return Linimasa(pada, dari, sampai, terlihat, _describe(saringan))


def write_timeline(linimasa: Linimasa, keluaran: Path) -> None:
    """Write the picture or the page, whole or not at all.

    Raises:
        NaskahError: it cannot be written, or a text holds a control character.
    """
    if keluaran.suffix.lower() == ".svg":
        from naskah.rendering.timeline_svg import render_svg

        isi = render_svg(linimasa)
    else:
        from naskah.rendering.timeline_html import render_html

        isi = render_html(linimasa)
    with staged_files({keluaran: isi}):
        pass


def _choose_years(semua: Sequence[BarisLinimasa], pada: date, tahun: RentangTahun) -> tuple[int, int]:
    hari = [d for satu in semua for d in _iter_days(satu, pada.year + _TAHUN_TANPA_BATAS)] + [pada]
    dari = max(min(hari).year, pada.year - _TAHUN_LALU, date.min.year)
    sampai = min(max(hari).year, pada.year + _TAHUN_DEPAN, date.max.year)
    if tahun.dari is not None:
        dari = tahun.dari
        sampai = max(sampai, dari) if tahun.sampai is None else sampai
    if tahun.sampai is not None:
        sampai = tahun.sampai
        dari = min(dari, sampai) if tahun.dari is None else dari
    if dari > sampai:
        raise NaskahError(f"--dari {dari} sesudah --sampai {sampai}. Tulis tahun yang lebih awal pada --dari.")
    if sampai - dari >= _TAHUN_TERBANYAK:
        raise NaskahError(f"rentang {dari} sampai {sampai} terlalu panjang; paling banyak {_TAHUN_TERBANYAK} tahun.")
    return dari, sampai


def _iter_days(satu: BarisLinimasa, tahun_jauh: int) -> Iterator[date]:
    """The days that a chart should have room for; not those after the end, nor, without an end, after `tahun_jauh`."""
    for masa in satu.masa:
        if not masa.selesai:
            yield masa.dari
            if masa.sampai is not None:
                yield masa.sampai - _SEHARI
    tanpa_batas = any(m.sampai is None and not m.selesai for m in satu.masa)
    yield from (t.tanggal for t in satu.tenggat if not tanpa_batas or t.tanggal.year <= tahun_jauh)


def _touches(satu: BarisLinimasa, dari: int, sampai: int) -> bool:
    """Whether these years show anything of an agreement: it is in force, or a deadline is open."""
    berlaku = [m for m in satu.masa if not m.selesai]
    return any(dari <= t.tanggal.year <= sampai for t in satu.tenggat) or any(
        m.dari.year <= sampai and (m.sampai is None or (m.sampai - _SEHARI).year >= dari) for m in berlaku
    )


def _describe(saringan: SaringanLinimasa) -> str:
    sebutan = zip(("unit", "mitra", "jenis", "keadaan", "perjanjian"), saringan, strict=True)
    return "; ".join(f"{nama}: {', '.join(isi)}" for nama, isi in sebutan if isi)
