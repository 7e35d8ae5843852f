"""An entry of an office's register as the facts of an agreement, with what contradicts itself said."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.exchange.entries import Terbaca
from naskah.exchange.mapping import ADENDUM, Peta
from naskah.exchange.parties import read_pihak
from naskah.exchange.promises import read_day, read_promises, read_term
from naskah.exchange.records import Rekaman
from naskah.exchange.terms import find_jenis, find_jenis_within, fold, is_nothing
from naskah.library.sheet_cells import to_text

# Signed later than so long after today, there is a slip of the pen.
_MASA_DEPAN = timedelta(days=366)


class Lingkungan(NamedTuple):
    """What holds for all entries of a sheet."""

    peta: Peta
    jenis: str | None  # that the name of the sheet, or a line above its table, speaks of
    satuan: str | None  # of bare numbers in the column of terms
    hari_ini: date


def understand(lembar: str, satu: Rekaman, sekitar: Lingkungan) -> Terbaca:
    """The facts that an entry states; every fault of it, not the first alone."""
    hasil = Terbaca(lembar, satu.nomor, galat=list(satu.galat), catatan=list(satu.catatan))
    teks = {kunci: to_text(nilai) for kunci, nilai in satu.isi.items()}
    teks = {kunci: nilai for kunci, nilai in teks.items() if not is_nothing(nilai)}
    isi: dict[str, Any] = {"judul": _clean(teks.get("judul", "")), "ketentuan": []}
    hasil.isi = isi
    hasil.id = teks.get("id")
    _read_jenis(hasil, teks, satu.jenis, sekitar)
    if hasil.dilewati:
        return hasil
    if not isi["judul"]:
        hasil.galat.append("judul: kosong; isi, atau hapus barisnya bila bukan perjanjian")
    tanggal = read_day(hasil, satu, "tanggal")
    if tanggal is None and not any(g.startswith("tanggal: ") for g in hasil.galat):
        hasil.galat.append("tanggal: kosong; isi hari penandatanganannya")
    isi["tanggal"] = tanggal.isoformat() if tanggal else ""
    isi["pihak"] = read_pihak(satu.isi, sekitar.peta.pihak_kesatu)
    if not isi["pihak"] and (nomor := [nilai for kunci, nilai in teks.items() if kunci.startswith("nomor")]):
        isi["nomor"] = "; ".join(nomor)  # otherwise a number is its party's
    if len(isi["pihak"]) < 2:
        hasil.catatan.append(
            f"hanya {len(isi['pihak'])} pihak yang terbaca; bila ada lebih, pisahkan namanya dengan titik koma atau"
            " tulis masing-masing pada baris sendiri di dalam sel itu"
        )
    isi |= {kunci: teks[kunci] for kunci in ("unit", "tempat") if kunci in teks}
    if tanggal is not None:
        _check_future(hasil, tanggal, sekitar.hari_ini)
    read_term(hasil, satu, teks, tanggal, sekitar.satuan)
    read_promises(hasil, teks)
    return hasil


def _clean(judul: str) -> str:
    return " ".join(judul.split()).strip(' "“”')


def _read_jenis(hasil: Terbaca, teks: Mapping[str, str], bagian: str | None, sekitar: Lingkungan) -> None:
    """The kind: the entry's own cell, else the heading above it, what the user says, the sheet's name, its title."""
    sebut = teks.get("jenis")
    jenis = None
    if sebut:
        jenis = sekitar.peta.jenis.get(fold(sebut)) or find_jenis(sebut)
        if jenis is None:
            hasil.galat.append(
                f"jenis: {sebut!r} tidak dikenal; tulis misalnya NK, KB, atau PKS, atau petakan jenisnya"
            )
            return
    jenis = jenis or bagian or sekitar.peta.jenis_bawaan or sekitar.jenis or find_jenis_within(hasil.isi["judul"][:60])
    if jenis == ADENDUM or find_jenis(hasil.isi["judul"]) == ADENDUM:
        hasil.dilewati = "adendum dicatat pada perjanjian yang diubahnya: naskah registri catat"
    elif jenis is None:
        hasil.galat.append("jenis: tidak disebut; tambahkan kolomnya, atau pakai --jenis")
    else:
        hasil.isi["jenis"] = jenis


def _check_future(hasil: Terbaca, tanggal: date, hari_ini: date) -> None:
    if tanggal > hari_ini + _MASA_DEPAN:
        hasil.galat.append(f"tanggal: {format_tanggal(tanggal)} masih jauh di depan; betulkan tahunnya")
    elif tanggal > hari_ini:
        hasil.catatan.append(f"tanggal {format_tanggal(tanggal)} belum tiba")
