"""Makes and judges all rows of a sheet into the spool, before anything is written."""

import pickle
from collections.abc import Callable, Iterator

from naskah.batch.chains import explain_wait
from naskah.batch.clashes import Kembaran
from naskah.batch.dates import Keraguan, explain_serial
from naskah.batch.drafting import PengisiBaris
from naskah.batch.engine import Mesin
from naskah.batch.options import Hasil, Lapor, Pilihan
from naskah.batch.publishing import Penerbit
from naskah.batch.spool import Gulungan
from naskah.batch.work import Gagal, Jadi, Potongan, Tugas, make_chunk
from naskah.library.sheet_values import BarisData
from naskah.model.galat import Galat, NaskahError

# Rows to a chunk: enough that handing it to a worker costs little, few enough that all workers get some.
POTONGAN = 100
_LAPOR_BACA = 2_000  # rows read between two reports
# Beyond so many different warnings or faults nobody reads on.
PESAN_TERBANYAK = 50


def make_all(
    pilihan: Pilihan,
    tugas: Tugas,
    mesin: Mesin,
    gulungan: Gulungan,
    penerbit: Penerbit,
    hasil: Hasil,
    lapor: Lapor,
) -> None:
    """Make all rows into the spool; what is wrong with any goes to `hasil.galat`."""
    kembaran, keraguan = Kembaran(tugas.berkas_data), Keraguan()
    susulan: dict[int, int] = {}
    with pilihan.lembar.open() as (baris, perkiraan):
        dibaca = _tell_reading(baris, lambda n: None if hasil.baris else lapor("membaca", n, perkiraan))
        for potongan in mesin.map(make_chunk, _cut(pilihan, tugas, dibaca, susulan)):
            _judge(potongan, kembaran, keraguan, hasil)
            for nomor, galat in penerbit.find_obstacles(potongan, tugas.berkas_data):
                hasil.galat.setdefault(nomor, []).extend(galat)
            gulungan.add(potongan)
            lapor("menyusun", hasil.baris, perkiraan)
    _judge_together(pilihan, tugas, kembaran, keraguan, hasil)
    for nomor, sebelum in susulan.items():
        # Also what was found out later: the row before shares its id with one further down.
        if sebelum in hasil.galat and nomor not in hasil.galat:
            hasil.galat[nomor] = [Galat(explain_wait(sebelum), tugas.berkas_data, nomor)]
    if not hasil.baris:
        raise NaskahError(Galat("tidak ada baris di bawah judul kolomnya; isi dahulu", tugas.berkas_data))


def _tell_reading(baris: Iterator[BarisData], tell: Callable[[int], None]) -> Iterator[BarisData]:
    """The same rows. Adenda are all read before the first can be made, which takes long for a long sheet."""
    for jumlah, satu in enumerate(baris, 1):
        if jumlah % _LAPOR_BACA == 0:
            tell(jumlah)
        yield satu


def _cut(
    pilihan: Pilihan, tugas: Tugas, baris: Iterator[BarisData], susulan: dict[int, int]
) -> Iterator[tuple[bytes, list[BarisData], dict[int, int]]]:
    """The pieces of work; which row builds on which is also put into `susulan`, the earlier ones first."""
    muatan = pickle.dumps(tugas)
    pengisi = PengisiBaris(tugas.dasar, tugas.kepala.kolom, tugas.berkas_data)
    isi = (satu for satu in baris if satu.nomor > tugas.kepala.nomor)
    with Gulungan(pilihan.folder) as sisihan:
        for potong in pengisi.jenis.cut(isi, pengisi, sisihan, POTONGAN):
            susulan.update(potong.sebelum)
            yield muatan, potong.baris, potong.sebelum


def _judge(potongan: Potongan, kembaran: Kembaran, keraguan: Keraguan, hasil: Hasil) -> None:
    """Count the rows of a chunk, and what is wrong with them."""
    for satu in potongan.hasil:
        hasil.baris += 1
        for ragu in satu.ragu:
            keraguan.add(satu.nomor, ragu)
        if isinstance(satu, Gagal):
            hasil.galat.setdefault(satu.nomor, []).extend(satu.galat)
            continue
        if hasil.tak_disebut and f"{satu.nama}.docx" in hasil.tak_disebut:
            hasil.tak_disebut.remove(f"{satu.nama}.docx")
        kembaran.add(satu)
        _count_warnings(satu, hasil)


def _count_warnings(jadi: Jadi, hasil: Hasil) -> None:
    for satu in jadi.peringatan:
        wadah = hasil.saran if satu.tingkat == "saran" else hasil.peringatan
        if satu.pesan in wadah or len(wadah) < PESAN_TERBANYAK:
            wadah[satu.pesan] = wadah.get(satu.pesan, 0) + 1


def _judge_together(pilihan: Pilihan, tugas: Tugas, kembaran: Kembaran, keraguan: Keraguan, hasil: Hasil) -> None:
    """What only all rows together tell: what they share, and how their days are to be read."""
    for senasib, kembar in kembaran.iter_faults():
        for nomor in senasib:
            hasil.galat.setdefault(nomor, []).append(kembar)
    for nomor, judul, pesan in keraguan.iter_faults():
        hasil.galat.setdefault(nomor, []).append(Galat(pesan, tugas.berkas_data, nomor, judul))
    for judul, semua in keraguan.serials.items():
        hasil.peringatan[explain_serial(judul)] = len(semua)
        for nomor in semua if pilihan.ketat else ():
            hasil.galat.setdefault(nomor, []).append(Galat(explain_serial(judul), tugas.berkas_data, nomor))
