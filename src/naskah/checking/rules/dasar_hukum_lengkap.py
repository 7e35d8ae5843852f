"""Whether citations are whole: number, year, title, gazette (UU 12/2011 Lampiran II angka 43-49)."""

import re
from collections.abc import Iterator

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.regulations import Dikutip, iter_dengan_pengubah
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import NaskahPeraturan
from naskah.model.peraturan import JenisPeraturan

_TENTANG_KOSONG = re.compile(r"[\s,]+(?P<kata>tentang)\s*(?:[;.,]|$)", re.IGNORECASE)
_JUDUL_TANPA_TENTANG = re.compile(r"\s+(?=(?!Tahun\b|Nomor\b|Republik\b)[A-Z][a-z])")
_BERTAMBAHAN = (JenisPeraturan.UU, JenisPeraturan.PERPPU, JenisPeraturan.PP)
_BERBERITA = (
    *_BERTAMBAHAN,
    JenisPeraturan.PERPRES,
    JenisPeraturan.PERMEN,
    JenisPeraturan.PERBAN,
    JenisPeraturan.PERDA_PROV,
    JenisPeraturan.PERGUB,
    JenisPeraturan.PERDA_KAB,
    JenisPeraturan.PERKADA,
)
# Older regulations were published in gazettes that were only dated.
_TAHUN_BERNOMOR = 1951


@aturan(
    "D03",
    Keparahan.PERINGATAN,
    "kutipan peraturan tidak lengkap",
    alasan=(
        "Peraturan dikutip dengan jenis, nomor, tahun, dan judulnya; dalam peraturan juga dengan Lembaran atau Berita "
        "dan tambahannya (UU 12/2011 Lampiran II angka 43, angka 47, dan angka 49)."
    ),
    salah="Undang-Undang Nomor 5 Tahun 2030 tentang ;",
    benar="Undang-Undang Nomor 5 Tahun 2030 tentang Perkara Cuaca;",
)
def check_complete(konteks: Konteks) -> Iterator[Temu]:
    """Number, year, title, and in a regulation the gazette: of what the lists cite, and of the amendments named."""
    peraturan = isinstance(konteks.bacaan.naskah, NaskahPeraturan)
    for satu in iter_dengan_pengubah(konteks):
        if satu.dalam_daftar:
            yield from _check_words(satu)
            if peraturan:
                yield from _check_gazette(satu)


def _check_words(satu: Dikutip) -> Iterator[Temu]:
    sitasi, jenis = satu.sitasi, satu.jenis
    if jenis is JenisPeraturan.UUD:
        return
    if sitasi.tahun is None and jenis not in (None, JenisPeraturan.EDARAN):
        yield Temu(satu.bagian, f"{satu.nama} dikutip tanpa tahun.", "Tambahkan tahunnya.", *satu.kepala)
    if sitasi.tentang is not None:
        return
    teks, awal, akhir = satu.bagian.teks, sitasi.sumber.awal, satu.kepala[1]
    judul = f'Tambahkan judulnya: "tentang {satu.peraturan.tentang}".' if satu.peraturan else "Tambahkan judulnya."
    if kosong := _TENTANG_KOSONG.match(teks, akhir):
        pesan = f'Judul {satu.nama} kosong: sesudah "tentang" tidak ada apa-apa.'
        yield Temu(satu.bagian, pesan, judul, awal, kosong.end("kata"), keparahan=Keparahan.GALAT)
    elif _JUDUL_TANPA_TENTANG.match(teks, akhir):
        pesan = f'Kutipan {satu.nama} kurang kata "tentang" sebelum judulnya.'
        yield Temu(satu.bagian, pesan, 'Tambahkan "tentang".', awal, akhir)
    else:
        yield Temu(satu.bagian, f"{satu.nama} dikutip tanpa judul.", judul, awal, akhir)


def _check_gazette(satu: Dikutip) -> Iterator[Temu]:
    sitasi, jenis = satu.sitasi, satu.jenis
    if jenis not in _BERBERITA or (sitasi.tahun or 0) < _TAHUN_BERNOMOR:
        return
    berita = sitasi.berita
    if berita is None:
        if sitasi.tentang is not None:
            pesan = f"{satu.nama} dikutip tanpa Lembaran atau Berita tempat diundangkannya."
            yield Temu(satu.bagian, pesan, "Tambahkan nomornya dalam kurung sesudah judul.", *satu.kepala)
        return
    tahu = satu.peraturan.berita if satu.peraturan else None
    kurang = [nama for nama, ada in (("tahun", berita.tahun), ("nomor", berita.nomor)) if not ada]
    if jenis in _BERTAMBAHAN and tahu is not None and tahu.tambahan and berita.tambahan is None:
        kurang.append("nomor tambahan")
    if kurang:
        pesan = f"Kutipan {satu.nama} tidak memuat {' dan '.join(kurang)} {_short_gazette(berita.nama)}."
        resmi = f" (menurut perpustakaan Tahun {tahu.tahun} Nomor {tahu.nomor}" if tahu else ""
        if tahu:
            resmi += f", Tambahan Nomor {tahu.tambahan})" if tahu.tambahan else ")"
        yield Temu(satu.bagian, pesan, f"Lengkapi{resmi}.", berita.sumber.awal, berita.sumber.akhir)


def _short_gazette(nama: str) -> str:
    return " ".join(nama.split()[:2])
