"""The deadlines of one agreement as lines of text: what is asked for now, and what became of the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from naskah.bahasa.tanggal import format_tanggal
from naskah.cli.agreement_view import TenggatTampil
from naskah.registry.deadline_names import name_tenggat
from naskah.registry.outcomes import BERJALAN, Nasib
from naskah.registry.recurring import KEGIATAN, KEWAJIBAN_BERKALA

# Marks a target that hangs on holidays not decreed yet.
SEMENTARA = " *"


def iter_deadline_lines(semua: Sequence[TenggatTampil], *, lengkap: bool) -> Iterator[str]:
    """The lines; unless `lengkap`, what is closed and what comes back only later are counted, not listed."""
    berjalan = [t for t in semua if t.nasib.nasib in BERJALAN]
    selesai = [t for t in semua if t.nasib.nasib not in BERJALAN]
    if lengkap:
        yield from map(_line, semua)
        return
    yield from _fold_recurring(berjalan)
    if selesai:
        jumlah = Counter(t.nasib.nasib.value for t in selesai)
        rinci = ", ".join(f"{n} {apa}" for apa, n in jumlah.items())
        yield f"{len(selesai)} tenggat sudah tertutup ({rinci}); lihat dengan --semua"


def _fold_recurring(berjalan: Sequence[TenggatTampil]) -> Iterator[str]:
    """Of each thing that comes back: what is overdue, the next one, and how many follow."""
    lanjut: dict[tuple[str, int], list[TenggatTampil]] = {}
    tampil: list[TenggatTampil] = []
    for t in berjalan:
        kunci = (t.tenggat.jenis, t.tenggat.ketentuan if t.tenggat.jenis == KEWAJIBAN_BERKALA else 0)
        if t.tenggat.jenis not in (KEWAJIBAN_BERKALA, KEGIATAN) or t.nasib.nasib is Nasib.LEWAT:
            tampil.append(t)
        elif kunci not in lanjut:
            lanjut[kunci] = []
            tampil.append(t)
        elif t.tenggat.jenis == KEGIATAN and t.hari == _first(tampil, KEGIATAN):
            tampil.append(t)
        else:
            lanjut[kunci].append(t)
    for (_, kegiatan), sekelompok in groupby(tampil, key=lambda t: (t.hari.tanggal, t.tenggat.jenis == KEGIATAN)):
        satuan = list(sekelompok)
        yield from [_activities(satuan)] if kegiatan and len(satuan) > 1 else map(_line, satuan)
    for (jenis, _), sisa in lanjut.items():
        if sisa:
            nama = "kegiatan Rencana Kerja" if jenis == KEGIATAN else sisa[0].tenggat.hal
            yield f"{nama}: {len(sisa)} lagi, yang terakhir {format_tanggal(sisa[-1].hari.tanggal)}"


def _first(tampil: Sequence[TenggatTampil], jenis: str) -> object:
    return next((t.hari for t in tampil if t.tenggat.jenis == jenis and t.nasib.nasib is Nasib.TERBUKA), None)


def _activities(semua: Sequence[TenggatTampil]) -> str:
    kode = ", ".join(t.tenggat.hal.split(" ", 1)[0] for t in semua)
    lewat = "; lewat" if semua[0].nasib.nasib is Nasib.LEWAT else ""
    tanggal = format_tanggal(semua[0].hari.tanggal)
    return f"{tanggal} {len(semua)} kegiatan Rencana Kerja belum dilaporkan ({kode}){lewat}"


def _line(satu: TenggatTampil) -> str:
    t, hari, nasib = satu
    awal = f"{format_tanggal(hari.tanggal)} {name_tenggat(t.jenis, t.hal)} ({t.sumber})"
    if nasib.nasib in BERJALAN:
        target = f"; target kerja {format_tanggal(hari.target)}" + (SEMENTARA if hari.sementara else "")
        akibat = f"; bila dibiarkan: {t.akibat}" if t.akibat else ""
        return f"{awal}; lewat{akibat}" if nasib.nasib is Nasib.LEWAT else f"{awal}{target}{akibat}"
    oleh = f" (peristiwa {nasib.penutup}, {format_tanggal(nasib.pada)})" if nasib.pada and nasib.penutup else ""
    sebab = nasib.sebab or nasib.nasib.value
    # The word for what became of it, unless the reason begins with it.
    kata = "" if sebab.startswith(nasib.nasib.value) else f"{nasib.nasib.value}: "
    return f"{awal}: {kata}{sebab}{oleh}"
