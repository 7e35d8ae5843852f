"""From what was read of a register to registrations: one convention, stable ids, no entry twice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from naskah.bahasa.durasi import hari_terakhir, parse_durasi
from naskah.exchange.entries import Terbaca
from naskah.registry.identity import compute_jati

_PANJANG_ID = 80
_PANJANG_JUDUL = 40
_EKOR_JATI = 4
_BUKAN_ID = re.compile(r"[^a-z0-9]+")


def settle(semua: Iterable[Terbaca], *, tanggal_sama: bool) -> Counter[bool]:
    """Give every good entry its convention and id; entries that stand twice are left out or refused.

    Args:
        semua: all entries of a register, in order.
        tanggal_sama: the convention where the register itself shows none.

    Returns:
        How often the register follows each convention (True: the last day is the anniversary).
    """
    baik = [satu for satu in semua if not satu.galat and not satu.dilewati]
    banyak = Counter(satu.sama for satu in baik if satu.sama is not None)
    umum = banyak[True] > banyak[False] if banyak else tanggal_sama
    for satu in baik:
        sama = umum if satu.sama is None else satu.sama
        satu.isi["tanggal_sama"] = sama
        if banyak and sama is not umum:
            satu.catatan.append("hari terakhirnya dihitung dengan cara lain daripada kebanyakan baris")
        satu.akhir = satu.akhir or _find_end(satu.isi)
    _give_ids(list(_drop_doubles(baik)))
    return banyak


def _find_end(isi: dict[str, Any]) -> date | None:
    for satu in isi["ketentuan"]:
        if satu["jenis"] == "jangka-waktu":
            mulai = date.fromisoformat(satu.get("mulai") or isi["tanggal"])
            return hari_terakhir(mulai, parse_durasi(satu["lama"]), tanggal_sama=isi["tanggal_sama"])
    return None


def _drop_doubles(semua: Iterable[Terbaca]) -> Iterator[tuple[Terbaca, str]]:
    """The entries with what each is known by, whatever its id."""
    pertama: dict[str, Terbaca] = {}
    for satu in semua:
        jati = compute_jati(satu.isi)
        lain = pertama.setdefault(jati, satu)
        if lain is satu:
            yield satu, jati
        elif lain.isi == satu.isi:
            satu.dilewati = f"sama dengan baris {lain.tempat}"
        else:
            berbeda = ", ".join(k for k in satu.isi if satu.isi[k] != lain.isi.get(k))
            satu.galat.append(
                f"jenis, tanggal, dan nomornya (atau judul dan para pihaknya) sama dengan baris {lain.tempat},"
                f" tetapi berbeda pada: {berbeda}; betulkan, atau hapus salah satunya"
            )


def _give_ids(semua: list[tuple[Terbaca, str]]) -> None:
    """Ids from numbers or titles. Where several agreements would share one, what each is known by tells them apart."""
    calon = [(satu, jati, _slug(satu.id) if satu.id else derive_id(satu.isi)) for satu, jati in semua]
    banyak = Counter(nama for _, _, nama in calon)
    for satu, jati, nama in calon:
        if banyak[nama] == 1:
            satu.id = nama
        elif satu.id:
            satu.galat.append(f"id: {satu.id!r} dipakai lebih dari satu baris; beri setiap perjanjian id-nya sendiri")
        else:
            satu.id = f"{nama[: _PANJANG_ID - _EKOR_JATI - 1]}-{jati[:_EKOR_JATI]}"


def derive_id(isi: dict[str, Any]) -> str:
    """A readable id from kind, first number and year ("pks-002-tkksd-dkukm-2025"), or from the title without one."""
    awal = "".join(kata[0] for kata in isi["jenis"].split("-"))
    tahun = isi["tanggal"][:4]
    nomor = next((_slug(p["nomor"]) for p in isi["pihak"] if p.get("nomor") and _slug(p["nomor"])), "")
    if not nomor:
        nomor = _slug(isi["judul"])[:_PANJANG_JUDUL].rstrip("-")
    bagian = [awal, nomor] if tahun in nomor.split("-") else [awal, nomor, tahun]
    return "-".join(bagian)[:_PANJANG_ID].strip("-")


def _slug(teks: str) -> str:
    return _BUKAN_ID.sub("-", teks.lower()).strip("-")
