"""What looks wrong in a draft though it can be made: warnings, which --ketat turns into errors.

The checker of existing documents (kaidah.md) is another package; here only what the draft's data alone show.
"""

from collections.abc import Iterator, Sequence

from naskah.assembly.citations import find_revocation
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.clauses import Klausul
from naskah.library.drafts import Berkas
from naskah.library.regulations import Perpustakaan
from naskah.library.yaml_lines import Jalur
from naskah.model.bentuk import Bentuk
from naskah.model.galat import Galat
from naskah.model.ketentuan import JangkaWaktu, Ketentuan, Salinan
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


def check_mulai(berkas: Berkas, ketentuan: Sequence[Ketentuan]) -> Iterator[Galat]:
    """A term that begins before the signing: possible, but seldom meant."""
    for satu in ketentuan:
        if isinstance(satu, JangkaWaktu) and satu.mulai and satu.mulai < berkas.rancangan.tanggal:
            pesan = (
                f"{satu.sumber}: jangka waktu mulai {format_tanggal(satu.mulai)}, sebelum penandatanganan "
                f"{format_tanggal(berkas.rancangan.tanggal)}; periksa kedua tanggal itu"
            )
            yield Galat(pesan, berkas.nama)


def check_salinan(berkas: Berkas, ketentuan: Sequence[Ketentuan]) -> Iterator[Galat]:
    """Each party keeps a copy with meterai of its own (kaidah.md K06; UU 10/2020)."""
    jumlah = len(berkas.rancangan.pihak)
    for satu in ketentuan:
        if isinstance(satu, Salinan) and satu.bermeterai < jumlah:
            pesan = f"{satu.bermeterai} rangkap bermeterai untuk {jumlah} pihak; beri setiap pihak satu rangkap"
            yield berkas.galat(("bagian", "penutup", "parameter"), pesan)


def find_warnings(
    berkas: Berkas,
    bentuk: Bentuk,
    muatan: set[str],
    klausul: Sequence[tuple[Jalur, Klausul]],
    pustaka: Perpustakaan,
    ketentuan: Sequence[Ketentuan],
) -> tuple[Galat, ...]:
    """All warnings of a draft, in a fixed order."""
    return (
        *check_wewenang(berkas),
        *check_muatan(berkas, bentuk, muatan),
        *check_jenis(berkas, klausul),
        *check_peraturan(berkas, pustaka),
        *check_mulai(berkas, ketentuan),
        *check_salinan(berkas, ketentuan),
    )
