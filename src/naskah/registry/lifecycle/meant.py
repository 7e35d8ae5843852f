"""What people mean by part of a name: the deadline, obligation or ground that it fits, if it fits only one."""

from collections.abc import Iterator, Mapping
from typing import Any

from naskah.model.galat import Galat, NaskahError
from naskah.registry.adendum import amend_ketentuan
from naskah.registry.deadline_names import find_meant, name_tenggat
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.endings import list_alasan
from naskah.registry.periods import Bahan, compute_life
from naskah.registry.recurring import KEWAJIBAN_BERKALA


def complete_names(
    bahan: Bahan, jenis: str, tanggal: str, data: Mapping[str, Any], *, peraturan: bool
) -> dict[str, Any]:
    """Return the fields of an event with the names in full; what fits nothing stays as it was typed.

    Args:
        bahan: the agreement, without this event.
        jenis: the kind of event.
        tanggal: its day.
        data: its fields as recorded.
        peraturan: whether the agreement is a regulation.

    Raises:
        NaskahError: a text that fits several.
    """
    hasil = dict(data)
    if jenis in (kinds.DIPENUHI, kinds.DIKESAMPINGKAN):
        hasil["hal"] = _complete_tenggat(bahan, None if "untuk" in data else tanggal, data["hal"])
    elif jenis == kinds.LAPORAN and "hal" in data:
        berkala = [k["hal"] for k in _list_ketentuan(bahan) if k["jenis"] == KEWAJIBAN_BERKALA]
        nama = {kata: hal for hal in berkala for kata in (hal, f"{KEWAJIBAN_BERKALA}: {hal}")}
        hasil["hal"] = _choose("hal", data["hal"], nama)
    elif jenis == kinds.DIAKHIRI:
        alasan = list_alasan(_list_ketentuan(bahan), peraturan=peraturan)
        hasil["alasan"] = _choose("alasan", data["alasan"], {satu: satu for satu in alasan})
    return hasil


def _complete_tenggat(bahan: Bahan, pada: str | None, hal: str) -> str:
    """The deadline of that name or subject; of those open on the day `pada`, unless its date is named (None)."""
    if any(hal == k.get("hal") for k in _list_ketentuan(bahan)):
        return hal  # even where it is not open, it is no part of another name
    semua = compute_life(bahan).tenggat
    if any(hal in (t.jenis, t.hal) for t in semua):
        return hal
    terbuka = [t for t in semua if pada is None or t.berlaku_dari <= pada < t.berlaku_sampai]
    nama = {kata: name_tenggat(t.jenis, t.hal) for t in terbuka for kata in _iter_words(t.jenis, t.hal)}
    return _choose("hal", hal, nama)


def _iter_words(jenis: str, hal: str) -> Iterator[str]:
    """A deadline is known by its kind, by what it is about, and by both, as alerts have it."""
    yield from (jenis, hal, f"{jenis}: {hal}")


def _list_ketentuan(bahan: Bahan) -> list[Mapping[str, Any]]:
    return [k.data for k in amend_ketentuan(bahan.ketentuan, bahan.tanggal.isoformat(), bahan.adendum)]


def _choose(bidang: str, diketik: str, nama: Mapping[str, str]) -> str:
    cocok = list(dict.fromkeys(nama[kata] for kata in find_meant(diketik, nama)))
    if len(cocok) > 1:
        pesan = f'"{diketik}" dapat berarti {"; ".join(cocok)}. Tulis lebih lengkap.'
        raise NaskahError(Galat(pesan, kunci=bidang))
    return cocok[0] if cocok else diketik
