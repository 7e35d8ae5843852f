"""Two versions of a naskah side by side: which places differ, and which words in them.

Linear in the length of the versions: pasal are matched by label or number, ayat by their words, and a long ayat
that was rewritten as a whole is marked as a whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import groupby

from naskah.assembly.adendum.activity_cells import iter_cells
from naskah.assembly.adendum.tree import is_deleted
from naskah.model.isi import Isi, Teks, isi, plain
from naskah.model.letak import Letak
from naskah.model.naskah import Ayat, Naskah, Pasal, Rincian

# Beyond so many pairs of words the words are no longer compared one by one.
_PASANGAN_MAKSIMUM = 1_000_000
_KATA = re.compile(r"\s*\S+|\s+$")


@dataclass(frozen=True, slots=True)
class Kata:
    """A run of words; `beda` when the other version does not have them there."""

    teks: str
    beda: bool = False
    miring: bool = False


@dataclass(frozen=True, slots=True)
class Alinea:
    """One line of a cell: how far indented, its number, its words."""

    lekuk: int
    tanda: str
    kata: tuple[Kata, ...]


@dataclass(frozen=True, slots=True)
class BarisSandingan:
    """One row: before, after, and what happened. `judul` is the heading of a pasal."""

    semula: tuple[Alinea, ...]
    menjadi: tuple[Alinea, ...]
    keterangan: str = ""
    judul: bool = False


@dataclass(frozen=True, slots=True)
class Versi:
    """A version to compare: its tree, what it is called, and what adenda did to each place of it."""

    nama: str
    naskah: Naskah
    catatan: Mapping[Letak, Sequence[str]] = field(default_factory=dict)
    # And to each party or row of the Rencana Kerja, by the heading that it has here.
    catatan_bagian: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sandingan:
    """The comparison of two versions, ready to print."""

    judul: str
    semula: str
    menjadi: str
    baris: tuple[BarisSandingan, ...]
    ada_perubahan: bool


def compare(semula: Versi, menjadi: Versi, *, semua: bool = False) -> Sandingan:
    """Compare two versions; pasal without a change are left out unless `semua`."""
    baris: list[BarisSandingan] = []
    berubah = False
    for blok in _iter_blocks(semula, menjadi):
        beda = any(satu.keterangan not in ("", _TETAP) for satu in blok)
        berubah = berubah or beda
        if beda or semua:
            baris += blok
    kepala = menjadi.naskah.kepala
    judul = f"{kepala.jenis} tentang {plain(kepala.tentang)}"
    return Sandingan(judul, semula.nama, menjadi.nama, tuple(baris), berubah)


_TETAP = "tetap"


def _iter_blocks(semula: Versi, menjadi: Versi) -> Iterator[list[BarisSandingan]]:
    depan_a, belakang_a = _list_surroundings(semula.naskah)
    depan_b, belakang_b = _list_surroundings(menjadi.naskah)
    for blok in _compare_surroundings(depan_a, depan_b):
        yield _explain_part(blok, semula, menjadi)
    for kiri, kanan in _pair_pasal(semula.naskah, menjadi.naskah):
        yield _compare_pasal(kiri, kanan, semula, menjadi)
    for blok in _compare_surroundings(belakang_a, belakang_b):
        yield _explain_part(blok, semula, menjadi)


# What a line is known by ("Lokasi:"; empty: by its place), and its words.
Bagian = dict[str, list[tuple[str, Isi]]]


def _list_surroundings(naskah: Naskah) -> tuple[Bagian, Bagian]:
    """What stands before the pasal and after them, by name."""
    depan: dict[str, list[Isi]] = {
        "Judul": [isi(naskah.kepala.jenis), *map(isi, naskah.kepala.pihak), naskah.kepala.tentang],
        "Nomor": [isi(n) for n in naskah.kepala.nomor],
        "Pembuka": [naskah.pembuka],
    }
    for pihak in naskah.pihak:
        depan[pihak.sebutan] = [isi(pihak.nama_penandatangan), *pihak.komparisi]
    depan["Setelah para pihak"] = list(naskah.setelah_pihak)
    if naskah.premis is not None:
        depan["Premis"] = [naskah.premis.pengantar, *naskah.premis.butir]
    for i, dasar in enumerate(naskah.dasar):
        depan[f"Dasar {i + 1}" if i else "Dasar"] = [dasar.pengantar, *dasar.butir]
    depan["Kesepakatan"] = [naskah.kesepakatan]
    belakang: Bagian = {"Penutup": [("", x) for x in naskah.penutup]}
    for lampiran in naskah.lampiran:
        for program in lampiran.tabel.program:
            for satu in program.kegiatan:
                sel = [(f"{nama}:", x) for nama, x in iter_cells(satu, lampiran.tabel.pihak) if x]
                belakang[name_activity(f"{program.nomor}.{satu.nomor}")] = sel
    return {nama: [("", x) for x in semua] for nama, semua in depan.items()}, belakang


def name_activity(kode: str) -> str:
    """The heading of a row of the Rencana Kerja."""
    return f"Rencana Kerja, kegiatan {kode}"


def _compare_surroundings(kiri: Bagian, kanan: Bagian) -> Iterator[list[BarisSandingan]]:
    for nama in _merge_order(list(kiri), list(kanan)):
        a, b = kiri.get(nama, []), kanan.get(nama, [])
        if not a and not b:
            continue
        judul = BarisSandingan(_title(nama), _title(nama), judul=True)
        semula, menjadi = _mark(_key_lines(a), _key_lines(b))
        yield [judul, BarisSandingan(semula, menjadi, _TETAP if a == b else "diubah")]


def _merge_order(kiri: Sequence[str], kanan: Sequence[str]) -> list[str]:
    """The names of both sides: in the order of the right, what only the left has after what it follows there."""
    hanya_kiri: dict[str | None, list[str]] = {}
    ada = set(kanan)
    jangkar: str | None = None
    for nama in kiri:
        if nama in ada:
            jangkar = nama
        else:
            hanya_kiri.setdefault(jangkar, []).append(nama)
    return [*hanya_kiri.get(None, ()), *(n for nama in kanan for n in (nama, *hanya_kiri.get(nama, ())))]


def _explain_part(blok: list[BarisSandingan], semula: Versi, menjadi: Versi) -> list[BarisSandingan]:
    """Say which adendum changed a party, or a row of the Rencana Kerja."""
    judul, isi_baris = blok
    nama = judul.menjadi[0].kata[0].teks
    baru = [c for c in menjadi.catatan_bagian.get(nama, ()) if c not in semula.catatan_bagian.get(nama, ())]
    if isi_baris.keterangan == _TETAP or not baru:
        return blok
    return [judul, replace(isi_baris, keterangan="; ".join(baru))]


def _key_lines(semua: list[tuple[str, Isi]]) -> list["Baris"]:
    """Lines without a name are known by their place."""
    return [(0, nama or f"#{i}", x) for i, (nama, x) in enumerate(semua)]


def _title(teks: str) -> tuple[Alinea, ...]:
    return (Alinea(0, "", (Kata(teks),)),)


def _pair_pasal(semula: Naskah, menjadi: Naskah) -> Iterator[tuple[Pasal | None, Pasal | None]]:
    """Every pasal of both versions, matched by label (its topic), else by number; in the order of reading."""
    kiri, kanan = list(semula.iter_pasal()), list(menjadi.iter_pasal())
    per_label = {p.label: i for i, p in enumerate(kanan) if p.label}
    pasangan = {i: per_label.get(p.label or "") for i, p in enumerate(kiri)}
    terpakai = {j for j in pasangan.values() if j is not None}
    per_nomor = {p.nomor: i for i, p in enumerate(kanan) if i not in terpakai}
    pasangan |= {i: per_nomor.get(p.nomor) for i, p in enumerate(kiri) if pasangan[i] is None}
    terpakai = {j for j in pasangan.values() if j is not None}
    berikut = 0
    for i, satu in enumerate(kiri):
        j = pasangan[i]
        if j is None:
            yield satu, None
            continue
        for k in range(berikut, j):
            if k not in terpakai:
                yield None, kanan[k]
        berikut = max(berikut, j + 1)
        yield satu, kanan[j]
    for k in range(berikut, len(kanan)):
        if k not in terpakai:
            yield None, kanan[k]


def _compare_pasal(kiri: Pasal | None, kanan: Pasal | None, semula: Versi, menjadi: Versi) -> list[BarisSandingan]:
    judul_a, judul_b = _pasal_lines(kiri), _pasal_lines(kanan)
    baru = _new_notes(menjadi, semula, Letak(kanan.nomor), utuh=True) if kanan else ""
    if kiri is None:
        ket = baru or "disisipkan"
    elif kanan is None:
        ket = "dihapus"
    elif is_deleted(kanan) and not is_deleted(kiri):
        ket = baru or "dihapus"
    elif kiri.nomor != kanan.nomor:
        ket = f"menjadi Pasal {kanan.nomor}"
    else:
        ket = baru or ("" if _plain_title(kiri) == _plain_title(kanan) else "judul diubah")
    baris = [BarisSandingan(*_mark(judul_a, judul_b), ket, judul=True)]
    ayat_a, ayat_b = kiri.ayat if kiri else (), kanan.ayat if kanan else ()
    for a, b in _pair_ayat(ayat_a, ayat_b):
        letak = Letak(kanan.nomor, b.nomor) if kanan and b else None
        catatan = _new_notes(menjadi, semula, letak) if letak else ""
        baris.append(_compare_ayat(a, b, catatan))
    return baris


def _plain_title(pasal: Pasal) -> str:
    return plain(pasal.judul)


def _pasal_lines(pasal: Pasal | None) -> list["Baris"]:
    if pasal is None:
        return []
    return [(0, "nomor", isi(f"Pasal {pasal.nomor}")), *([(0, "judul", pasal.judul)] if pasal.judul else [])]


def _new_notes(menjadi: Versi, semula: Versi, letak: Letak, *, utuh: bool = False) -> str:
    """What adenda did to a place (and, unless `utuh`, inside it) since the other version."""
    hasil = []
    for di, catatan in menjadi.catatan.items():
        if di == letak or (not utuh and letak.holds(di)):
            lama = semula.catatan.get(di, ())
            baru = [c for c in catatan if c not in lama]
            hasil += baru if di == letak else [f"{_below(letak, di)} {c}" for c in baru]
    return "; ".join(hasil)


def _below(letak: Letak, di: Letak) -> str:
    return str(di).removeprefix(str(letak)).strip()


def _pair_ayat(a: Sequence[Ayat], b: Sequence[Ayat]) -> Iterator[tuple[Ayat | None, Ayat | None]]:
    """Ayat of equal words belong together; between them, those of one number."""
    kata_a, kata_b = [_words(x) for x in a], [_words(x) for x in b]
    for op, i1, i2, j1, j2 in SequenceMatcher(None, kata_a, kata_b, autojunk=False).get_opcodes():
        if op == "equal":
            yield from zip(a[i1:i2], b[j1:j2], strict=True)
            continue
        letak = {b[j].nomor: j for j in range(j1, j2)}
        nomor_kiri = {x.nomor for x in a[i1:i2]}
        berikut = j1
        for x in a[i1:i2]:
            j = letak.get(x.nomor)
            # What is new before it comes first; what belongs to another on the left waits for that one.
            while j is not None and berikut < j:
                if b[berikut].nomor not in nomor_kiri:
                    yield None, b[berikut]
                berikut += 1
            if j is not None:
                berikut = max(berikut, j + 1)
            yield x, None if j is None else b[j]
        yield from ((None, y) for y in b[berikut:j2] if y.nomor not in nomor_kiri)


def _words(ayat: Ayat) -> str:
    return "\n".join(plain(teks) for _, _, teks in _ayat_lines(ayat))


def _compare_ayat(a: Ayat | None, b: Ayat | None, catatan: str) -> BarisSandingan:
    semula, menjadi = _mark(_ayat_lines(a) if a else [], _ayat_lines(b) if b else [])
    if a is None:
        ket = catatan or "disisipkan"
    elif b is None:
        ket = "dihapus"
    elif _words(a) == _words(b):
        ket = _TETAP if a.nomor == b.nomor else f"menjadi ayat ({b.nomor})"
    else:
        ket = catatan or ("dihapus" if is_deleted(b) else "diubah")
    return BarisSandingan(semula, menjadi, ket)


# Indent, what the line is known by, its words.
Baris = tuple[int, str, Isi]


def _ayat_lines(ayat: Ayat) -> list[Baris]:
    tanda = f"({ayat.nomor})" if ayat.nomor is not None else ""
    dalam = 1 if tanda else 0
    hasil: list[Baris] = [(0, tanda, ayat.isi)] if ayat.isi or tanda else []
    hasil += [(dalam, f"{satu.kunci}:", satu.nilai) for satu in ayat.isian]
    for satu in ayat.rincian:
        hasil += _item_lines(satu, dalam, tanda)
    return hasil


def _item_lines(satu: Rincian, lekuk: int, atas: str) -> list[Baris]:
    kunci = f"{atas}/{satu.tanda}"
    hasil: list[Baris] = [(lekuk, kunci, satu.isi)]
    hasil += [(lekuk + 1, f"{kunci}/{baris.kunci}:", baris.nilai) for baris in satu.isian]
    for sub in satu.rincian:
        hasil += _item_lines(sub, lekuk + 1, kunci)
    return hasil


def _mark(a: list[Baris], b: list[Baris]) -> tuple[tuple[Alinea, ...], tuple[Alinea, ...]]:
    """Both sides, the words that differ marked; lines belong together by what they are known by."""
    kiri, kanan = {k: i for i, (_, k, _) in enumerate(a)}, {k: i for i, (_, k, _) in enumerate(b)}
    beda: dict[str, tuple[list[bool], list[bool]]] = {}
    for kunci in kiri.keys() & kanan.keys():
        beda[kunci] = _diff(_split(a[kiri[kunci]][2]), _split(b[kanan[kunci]][2]))
    return (
        tuple(_line(satu, beda[satu[1]][0] if satu[1] in beda else None) for satu in a),
        tuple(_line(satu, beda[satu[1]][1] if satu[1] in beda else None) for satu in b),
    )


def _line(baris: Baris, beda: list[bool] | None) -> Alinea:
    lekuk, kunci, teks = baris
    kata, tanda = _loosen(_split(teks), beda)
    gabung = []
    for (miring, lain), bagian in groupby(zip(kata, tanda, strict=True), key=lambda p: (p[0][1], p[1])):
        gabung.append(Kata("".join(teks for (teks, _), _ in bagian), lain, miring))
    nomor = kunci.rpartition("/")[2]
    return Alinea(lekuk, "" if nomor.startswith("#") or nomor in ("nomor", "judul") else nomor, tuple(gabung))


def _loosen(kata: list[tuple[str, bool]], beda: list[bool] | None) -> tuple[list[tuple[str, bool]], list[bool]]:
    """The space before the first differing word is not of it."""
    tanda = beda if beda is not None else [True] * len(kata)
    hasil: list[tuple[str, bool]] = []
    baru: list[bool] = []
    for i, ((satu, miring), lain) in enumerate(zip(kata, tanda, strict=True)):
        isi_kata = satu.lstrip()
        if lain and len(isi_kata) < len(satu) and not (i and tanda[i - 1]):
            hasil.append((satu[: len(satu) - len(isi_kata)], miring))
            baru.append(False)
            satu = isi_kata
        hasil.append((satu, miring))
        baru.append(lain)
    return hasil, baru


def _split(teks: Isi) -> list[tuple[str, bool]]:
    """Words, each with the space before it, and whether they are italic."""
    return [(kata, isinstance(s, Teks) and s.miring) for s in teks for kata in _KATA.findall(s.teks)]


def _diff(a: list[tuple[str, bool]], b: list[tuple[str, bool]]) -> tuple[list[bool], list[bool]]:
    """Which words of each side the other does not have in that order."""
    x, y = [kata.strip() for kata, _ in a], [kata.strip() for kata, _ in b]
    awal = 0
    while awal < min(len(x), len(y)) and x[awal] == y[awal]:
        awal += 1
    akhir = 0
    while akhir < min(len(x), len(y)) - awal and x[-1 - akhir] == y[-1 - akhir]:
        akhir += 1
    tengah_x, tengah_y = x[awal : len(x) - akhir], y[awal : len(y) - akhir]
    kiri, kanan = [True] * len(tengah_x), [True] * len(tengah_y)
    if len(tengah_x) * len(tengah_y) <= _PASANGAN_MAKSIMUM:
        for i, j, n in SequenceMatcher(None, tengah_x, tengah_y, autojunk=False).get_matching_blocks():
            kiri[i : i + n] = [False] * n
            kanan[j : j + n] = [False] * n
    tepi = [False] * awal, [False] * akhir
    return [*tepi[0], *kiri, *tepi[1]], [*tepi[0], *kanan, *tepi[1]]
