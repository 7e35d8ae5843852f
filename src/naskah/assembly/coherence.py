"""What looks wrong in a draft though it can be made: warnings, which --ketat turns into errors.

The checker of existing documents (kaidah.md) is another package; here only what the draft's data alone show.
"""

from collections.abc import Iterator, Sequence

from naskah.assembly.citations import find_revocation
from naskah.bahasa.durasi import hari_terakhir, sebelum
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.clauses import Klausul
from naskah.library.drafts import Berkas
from naskah.library.regulations import Perpustakaan
from naskah.library.yaml_lines import Jalur
from naskah.model.bentuk import Bentuk
from naskah.model.galat import Galat
from naskah.model.ketentuan import Arah, BatasWaktu, JangkaWaktu, Ketentuan, Salinan
from naskah.model.rancangan import Wewenang


def check_wewenang(berkas: Berkas) -> Iterator[Galat]:
    """A kuasa or an appointment cannot be later than the signing it allows (kaidah.md A05)."""
    tanggal = berkas.rancangan.tanggal
    for i, pihak in enumerate(berkas.rancangan.pihak):
        for jenis in ("pengangkatan", "kuasa"):
            dokumen: Sequence[Wewenang] = getattr(pihak.penandatangan, jenis)
            for j, satu in enumerate(dokumen):
                if satu.tanggal and satu.tanggal > tanggal:
                    jalur: Jalur = ("pihak", i, "penandatangan", jenis, j, "tanggal")
                    pesan = (
                        f"{satu.dokumen} bertanggal {format_tanggal(satu.tanggal)}, sesudah penandatanganan "
                        f"{format_tanggal(tanggal)}; periksa kedua tanggal itu"
                    )
                    yield berkas.galat(jalur, pesan)


def check_muatan(berkas: Berkas, bentuk: Bentuk, muatan: set[str]) -> Iterator[Galat]:
    """Elements that the kind must contain (kaidah.md K01)."""
    for topik, alasan in bentuk.wajib.items():
        if topik not in muatan:
            pesan = f"{berkas.rancangan.jenis.sebutan} belum mengatur {topik!r} ({alasan}); tambahkan klausulnya"
            yield berkas.galat(("pasal",), pesan)


def check_jenis(berkas: Berkas, klausul: Sequence[tuple[Jalur, Klausul]]) -> Iterator[Galat]:
    """A clause written for other kinds of naskah."""
    jenis = berkas.rancangan.jenis
    for jalur, satu in klausul:
        if jenis not in satu.kepala.berlaku_untuk:
            untuk = ", ".join(satu.kepala.berlaku_untuk)
            yield berkas.galat(jalur, f"klausul {satu.nama!r} dibuat untuk {untuk}, bukan {jenis}; pilih yang lain")


def check_peraturan(berkas: Berkas, pustaka: Perpustakaan) -> Iterator[Galat]:
    """Regulations cited twice, or already revoked on the signing date (kaidah.md D02, D05)."""
    rancangan = berkas.rancangan
    for kunci in ("dasar_hukum", "memperhatikan"):
        butir: Sequence[str] = getattr(rancangan, kunci)
        for i, satu in enumerate(butir):
            if satu in butir[:i]:
                yield berkas.galat((kunci, i), f"{satu!r} dikutip dua kali; hapus salah satunya")
            elif satu in pustaka and (pencabut := find_revocation(satu, pustaka, rancangan.tanggal)):
                yield berkas.galat((kunci, i), f"{satu!r} telah dicabut dengan {pencabut}; ganti atau hapus")


def check_waktu(berkas: Berkas, ketentuan: Sequence[Ketentuan], tanggal_sama: bool) -> Iterator[Galat]:
    """A term that overflows the calendar, a notice deadline that lies before the first day."""
    jangka = next((k for k in ketentuan if isinstance(k, JangkaWaktu)), None)
    if jangka is None:
        return
    mulai = jangka.mulai or berkas.rancangan.tanggal
    akhir = hari_terakhir(mulai, jangka.lama, tanggal_sama=tanggal_sama)
    for satu in ketentuan:
        if isinstance(satu, BatasWaktu) and satu.acuan == "akhir-jangka-waktu" and satu.arah is Arah.SEBELUM:
            if satu.batas.hari_kerja:
                continue
            if sebelum(akhir, satu.batas) < mulai:
                pesan = (
                    f"{satu.sumber}: batas {satu.hal} {satu.batas} sebelum berakhir jatuh sebelum hari pertama "
                    f"({format_tanggal(mulai)}); perpendek batasnya atau perpanjang jangka waktunya"
                )
                yield Galat(pesan, berkas.nama)


def check_salinan(berkas: Berkas, ketentuan: Sequence[Ketentuan]) -> Iterator[Galat]:
    """More copies with meterai than copies (kaidah.md K06)."""
    for satu in ketentuan:
        if isinstance(satu, Salinan) and satu.bermeterai > satu.rangkap:
            pesan = f"{satu.bermeterai} rangkap bermeterai dari {satu.rangkap} rangkap; perbaiki jumlahnya"
            yield berkas.galat(("bagian", "penutup"), pesan)


def find_warnings(
    berkas: Berkas,
    bentuk: Bentuk,
    muatan: set[str],
    klausul: Sequence[tuple[Jalur, Klausul]],
    pustaka: Perpustakaan,
    ketentuan: Sequence[Ketentuan],
    tanggal_sama: bool,
) -> tuple[Galat, ...]:
    """All warnings of a draft, in a fixed order."""
    return (
        *check_wewenang(berkas),
        *check_muatan(berkas, bentuk, muatan),
        *check_jenis(berkas, klausul),
        *check_peraturan(berkas, pustaka),
        *check_waktu(berkas, ketentuan, tanggal_sama),
        *check_salinan(berkas, ketentuan),
    )
