"""What makes a draft impossible to sign as it stands: refused, with or without --ketat."""

from collections.abc import Iterator, Sequence
from datetime import date

from naskah.bahasa.durasi import hari_terakhir, sebelum
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.drafts import Berkas
from naskah.library.regulations import Perpustakaan
from naskah.model.galat import Galat, NaskahError
from naskah.model.ketentuan import Arah, BatasWaktu, JangkaWaktu, Ketentuan, Salinan


def refuse_parties_alike(berkas: Berkas) -> Iterator[Galat]:
    """Two parties of one name, or one number line for two parties."""
    for kunci in ("nama", "nomor"):
        terlihat: dict[str, int] = {}
        for i, pihak in enumerate(berkas.rancangan.pihak):
            nilai = getattr(pihak, kunci)
            if nilai is None:
                continue
            if nilai in terlihat:
                pesan = f"{nilai!r} sudah dipakai pihak ke-{terlihat[nilai] + 1}; setiap pihak punya {kunci} sendiri"
                yield berkas.galat(("pihak", i, kunci), pesan)
            terlihat.setdefault(nilai, i)


def refuse_future_regulations(berkas: Berkas, pustaka: Perpustakaan) -> Iterator[Galat]:
    """A regulation enacted after the signing cannot be its legal basis (kaidah.md "as they stood")."""
    hari = berkas.rancangan.tanggal
    for kunci in ("dasar_hukum", "memperhatikan"):
        for i, satu in enumerate(getattr(berkas.rancangan, kunci)):
            if satu not in pustaka:
                continue
            try:
                peraturan = pustaka[satu]
            except NaskahError:
                continue  # a faulty entry; citing it has reported it
            terbit = peraturan.tanggal or date(peraturan.tahun, 1, 1)
            if terbit > hari:
                tahun = format_tanggal(terbit) if peraturan.tanggal else str(peraturan.tahun)
                pesan = (
                    f"{satu!r} baru terbit {tahun}, sesudah penandatanganan {format_tanggal(hari)}; hapus atau ganti"
                )
                yield berkas.galat((kunci, i), pesan)


def refuse_impossible_terms(berkas: Berkas, ketentuan: Sequence[Ketentuan], tanggal_sama: bool) -> Iterator[Galat]:
    """A term beyond the calendar, a notice deadline before the first day."""
    jangka = next((k for k in ketentuan if isinstance(k, JangkaWaktu)), None)
    if jangka is None:
        return
    mulai = jangka.mulai or berkas.rancangan.tanggal
    try:
        akhir = hari_terakhir(mulai, jangka.lama, tanggal_sama=tanggal_sama)
    except BahasaError as error:
        yield Galat(f"{jangka.sumber}: {error}", berkas.nama)
        return
    for satu in ketentuan:
        if not (isinstance(satu, BatasWaktu) and satu.acuan == "akhir-jangka-waktu" and satu.arah is Arah.SEBELUM):
            continue
        # Working days are never more than calendar days, so counting them as such refuses nothing too early.
        hari = satu.batas.hari_kerja
        lewat = (akhir - mulai).days < hari if hari else sebelum(akhir, satu.batas) < mulai
        if lewat:
            pesan = (
                f"{satu.sumber}: batas {satu.hal} {satu.batas} sebelum berakhir jatuh sebelum hari pertama "
                f"({format_tanggal(mulai)}); perpendek batasnya atau perpanjang jangka waktunya"
            )
            yield Galat(pesan, berkas.nama)


def refuse_impossible_copies(berkas: Berkas, ketentuan: Sequence[Ketentuan]) -> Iterator[Galat]:
    """More copies with meterai than copies (kaidah.md K06)."""
    for satu in ketentuan:
        if isinstance(satu, Salinan) and satu.bermeterai > satu.rangkap:
            pesan = f"{satu.bermeterai} rangkap bermeterai dari {satu.rangkap} rangkap; perbaiki jumlahnya"
            yield berkas.galat(("bagian", "penutup", "parameter"), pesan)


def find_refusals(
    berkas: Berkas, pustaka: Perpustakaan, ketentuan: Sequence[Ketentuan], tanggal_sama: bool
) -> tuple[Galat, ...]:
    """Everything that refuses a draft, in a fixed order."""
    return (
        *refuse_parties_alike(berkas),
        *refuse_future_regulations(berkas, pustaka),
        *refuse_impossible_terms(berkas, ketentuan, tanggal_sama),
        *refuse_impossible_copies(berkas, ketentuan),
    )
