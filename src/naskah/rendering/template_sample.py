"""A small naskah that uses everything a template can print, each text a marker that can be found in the result."""

from naskah.model.isi import Isi, isi
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import (
    Ayat,
    BlokTandaTangan,
    Dasar,
    GayaDaftar,
    Isian,
    JenisKelompok,
    Kelompok,
    Kepala,
    Lampiran,
    Naskah,
    Pasal,
    PihakNaskah,
    Premis,
    Rincian,
    Tingkat,
)
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja, TugasTabel


def marker(kunci: str) -> str:
    """Return the text that stands for one thing a template must print."""
    return f"@{kunci}@"


def _isi(kunci: str) -> Isi:
    return isi(marker(kunci))


def _isian(gaya: str) -> tuple[Isian, ...]:
    return (Isian(marker(f"{gaya}.kunci"), _isi(gaya)),)


def _rincian(ekor: str, isian: tuple[Isian, ...] = ()) -> Rincian:
    """Four levels, one item each."""
    dalam = Rincian(Tingkat.ANGKA_KURUNG, "1", _isi(f"angka-kurung{ekor}"))
    kurung = Rincian(Tingkat.HURUF_KURUNG, "a", _isi(f"huruf-kurung{ekor}"), (dalam,))
    angka = Rincian(Tingkat.ANGKA, "1", _isi(f"angka{ekor}"), (kurung,))
    return Rincian(Tingkat.HURUF, "a", _isi(f"huruf{ekor}"), (angka,), isian)


def _batang() -> Kelompok:
    ayat = Ayat("1", _isi("ayat"), (_rincian("", _isian("isian-huruf")),), _isian("isian-ayat"))
    definisi = Rincian(Tingkat.ANGKA, "1", _isi("definisi"))
    pasal = (
        Pasal("1", _isi("pasal"), (ayat,)),
        Pasal("2", isi("judul"), (Ayat(None, _isi("isi"), (_rincian("-pasal"),), _isian("isian")),)),
        Pasal("3", isi("judul"), (Ayat(None, isi("isi"), (definisi,)),)),
    )
    paragraf = Kelompok(JenisKelompok.PARAGRAF, "1", _isi("paragraf"), pasal)
    bagian = Kelompok(JenisKelompok.BAGIAN, marker("bagian.nomor"), _isi("bagian"), (paragraf,))
    return Kelompok(JenisKelompok.BAB, "I", _isi("bab"), (bagian,))


def _blok(sisi: str) -> BlokTandaTangan:
    return BlokTandaTangan(*(marker(f"{sisi}.{bagian}") for bagian in ("sebutan", "jabatan", "nama")))


def _lampiran() -> Lampiran:
    kosong = isi("x")
    tugas = (TugasTabel((kosong,), kosong),) * 2
    kegiatan = KegiatanTabel("a", _isi("lampiran.tabel"), (), kosong, kosong, (2026,), tugas, kosong, kosong)
    tabel = TabelRencanaKerja((2026,), ("PIHAK",) * 2, (ProgramTabel("1", kosong, (kegiatan,)),))
    tanda_tangan = ((_blok("lampiran.kiri"), _blok("lampiran.kanan")), (_blok("lampiran.tengah"),))
    nomor = (marker("lampiran.nomor"),)
    return Lampiran((_isi("lampiran.kepala"),), nomor, (_isi("lampiran.judul"),), tabel, tanda_tangan)


def make_sample(gaya: GayaDaftar) -> Naskah:
    """Return the sample, its premis and parties numbered in `gaya`."""
    alinea = (_isi("komparisi"), _isi("komparisi.kedua"))
    pihak = PihakNaskah("1", "PIHAK", marker("pihak.nama"), "jabatan", "lembaga", alinea)
    return Naskah(
        jenis=JenisNaskah.NOTA_KESEPAKATAN,
        kepala=Kepala(
            marker("kepala.jenis"),
            (marker("kepala.pihak"), marker("kepala.pihak.kedua")),
            _isi("kepala.tentang"),
            (marker("kepala.nomor"),),
        ),
        pembuka=_isi("pembuka"),
        gaya_pihak=gaya,
        pihak=(pihak,),
        setelah_pihak=(_isi("setelah-pihak"),),
        premis=Premis(_isi("premis.pengantar"), gaya, (_isi("premis.butir"),)),
        dasar=(Dasar(_isi("dasar.pengantar"), (_isi("dasar.butir"), _isi("dasar.butir.kedua"))),),
        kesepakatan=_isi("kesepakatan"),
        batang=(_batang(),),
        penutup=(_isi("penutup"),),
        tanda_tangan=((_blok("kiri"), _blok("kanan")), (_blok("tengah"),)),
        paraf=(marker("paraf"),),
        lampiran=(_lampiran(),),
    )
