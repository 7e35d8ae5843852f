"""Trees as `naskah susun` makes them, of any depth: numbered without gaps, items punctuated, titles present."""

from dataclasses import replace

from hypothesis import strategies as st
from sample_trees import make, signatures

from naskah.bahasa.penomoran import huruf, romawi
from naskah.model.isi import Isi, isi
from naskah.model.naskah import (
    Ayat,
    Dasar,
    GayaDaftar,
    Isian,
    JenisKelompok,
    Kelompok,
    Naskah,
    Pasal,
    Premis,
    Rincian,
    Tingkat,
)

# Words, and references that a broken line must not turn into numbers of units.
_KATA = st.sampled_from(
    ("air", "pipa", "kabupaten", "pengelolaan", "penyelenggaraan", "(1)", "huruf a,", "Pasal 6", "ayat (2)", "angka 3")
    + ("dan", "atau", "10 (sepuluh) hari kerja", "2031", "Nomor 5 Tahun 2030", "non-tunai", "PIHAK KESATU", "dan/atau")
    + ("17-65", "Rp10.000,00", "a.n.", "1.000")
)
_BENTUK_ISIAN = st.sampled_from(("Alamat", "Narahubung", "Telepon", "Surel", "Nomor Telepon", "Kode Pos"))


@st.composite
def sentence(draw: st.DrawFn, awal: str, akhir: str) -> str:
    kata = draw(st.lists(_KATA, max_size=40))
    return " ".join((awal, *kata, "selesai")) + akhir


def _items(tingkat: int, lebar: int) -> st.SearchStrategy[tuple[Rincian, ...]]:
    @st.composite
    def build(draw: st.DrawFn) -> tuple[Rincian, ...]:
        banyak = draw(st.integers(1, lebar))
        hasil = []
        for i in range(1, banyak + 1):
            sub = draw(_items(tingkat + 1, 2)) if tingkat < Tingkat.ANGKA_KURUNG and draw(st.booleans()) else ()
            akhir = ":" if sub else "." if i == banyak else "; dan" if i == banyak - 1 else ";"
            nomor = huruf(i) if tingkat in (Tingkat.HURUF, Tingkat.HURUF_KURUNG) else str(i)
            teks = draw(sentence("menyusun", akhir))
            isian = draw(_fields) if not sub and akhir == ";" and draw(st.integers(0, 5)) == 0 else ()
            if isian:
                teks = "PIHAK KESATU:"
            hasil.append(Rincian(Tingkat(tingkat), nomor, isi(teks), sub, isian))
        return tuple(hasil)

    return build()


_fields = st.lists(
    st.builds(lambda kunci, nilai: Isian(kunci, isi(nilai)), _BENTUK_ISIAN, sentence("Jalan", "")),
    min_size=1,
    max_size=3,
).map(tuple)


@st.composite
def ayat(draw: st.DrawFn, nomor: str | None) -> Ayat:
    tingkat = Tingkat.ANGKA if nomor is None and draw(st.booleans()) else Tingkat.HURUF
    rincian = draw(_items(tingkat, 12)) if draw(st.booleans()) else ()
    return Ayat(nomor, isi(draw(sentence("Petugas", ":" if rincian else "."))), rincian)


@st.composite
def pasal(draw: st.DrawFn, nomor: int) -> Pasal:
    banyak = draw(st.integers(1, 12))
    semua = [draw(ayat(str(i) if banyak > 1 else None)) for i in range(1, banyak + 1)]
    return Pasal(str(nomor), isi(draw(st.sampled_from(("Lingkup", "Hak dan Kewajiban", "Masa (Term)")))), tuple(semua))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Kelompok | Pasal, ...]:
    semua = tuple(draw(pasal(i)) for i in range(1, draw(st.integers(1, 4)) + 1))
    if draw(st.booleans()):
        return semua
    return tuple(Kelompok(JenisKelompok.BAB, romawi(i), isi(f"Hal {i}"), (satu,)) for i, satu in enumerate(semua, 1))


def _list(awal: str) -> st.SearchStrategy[tuple[Isi, ...]]:
    return st.lists(sentence(awal, ";"), min_size=2, max_size=30).map(lambda semua: tuple(map(isi, semua)))


@st.composite
def trees(draw: st.DrawFn) -> Naskah:
    """A naskah of two to four parties."""
    jumlah = draw(st.integers(2, 4))
    gaya = draw(st.sampled_from(list(GayaDaftar)))
    premis = Premis(isi("PARA PIHAK menerangkan:"), gaya, draw(_list("bahwa")))
    dasar = Dasar(isi("Dasar hukum:"), draw(_list("Undang-Undang tentang")))
    return replace(
        make(jumlah),
        batang=draw(bodies()),
        premis=premis if draw(st.booleans()) else None,
        dasar=(dasar,) if draw(st.booleans()) else (),
        tanda_tangan=signatures(jumlah),
    )
