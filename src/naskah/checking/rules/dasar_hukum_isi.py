"""What a citation says of a regulation, beside what the library knows of it on the day of signing."""

import re
from collections.abc import Iterator
from datetime import date

from naskah.bahasa.tanggal import format_tanggal
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.regulations import Dikutip, iter_dikutip
from naskah.checking.rule import Temu, aturan

_BELUM_PASTI = " Catatan perpustakaan tentang hal ini belum pasti; periksa dahulu."


def _soften(satu: Dikutip) -> tuple[str, Keparahan | None]:
    """What to add to the advice, and the severity, where the library is not certain of its facts."""
    return ("", None) if satu.pasti else (_BELUM_PASTI, Keparahan.SARAN)


@aturan(
    "D04",
    Keparahan.GALAT,
    "bukan perubahan yang terakhir",
    alasan=(
        "Peraturan dikutip menurut keadaannya pada hari penandatanganan, dengan perubahannya yang terakhir (UU 12/2011 "
        "Lampiran II angka 52 dan kebiasaan perjanjian). Dibandingkan dengan peraturan.yaml."
    ),
    salah="Undang-Undang Nomor 5 Tahun 2030 tentang Perkara Cuaca; (padahal sudah diubah)",
    benar="Undang-Undang Nomor 5 Tahun 2030 tentang Perkara Cuaca sebagaimana telah diubah dengan ...;",
)
def check_last_amendment(konteks: Konteks) -> Iterator[Temu]:
    """The amendment named, against the last that was in force; what the library does not know is let be."""
    pada = konteks.fakta.tanggal
    if pada is None:
        return
    semua = [satu for satu in iter_dikutip(konteks) if satu.dalam_daftar and satu.peraturan is not None]
    benar = {satu.kunci for satu in semua if _find_outdated(konteks, satu, pada) is None}
    for satu in semua:
        terakhir = _find_outdated(konteks, satu, pada)
        # Where another item cites it rightly, the one to mend is the repeat (D02).
        if terakhir is None or satu.kunci in benar:
            continue
        tambahan, keparahan = _soften(satu)
        pesan, saran = _say_outdated(konteks, satu, terakhir, pada)
        yield Temu(satu.bagian, pesan, saran + tambahan, *satu.kepala, keparahan=keparahan)


def _find_outdated(konteks: Konteks, satu: Dikutip, pada: date) -> str | None:
    """The key of the amendment to cite instead ("" for none); None where the citation is right, or newer than that."""
    assert satu.kunci is not None
    assert satu.peraturan is not None
    terakhir = konteks.kenalan.last_amendment(satu.kunci, pada)
    # One that came into force on the very day may not have been known at the table.
    kemarin = konteks.kenalan.last_amendment(satu.kunci, pada, termasuk=False)
    if not satu.sitasi.diubah:
        return terakhir if kemarin else None
    disebut = satu.sitasi.diubah[-1]
    kunci = konteks.kenalan.find(disebut.kunci)
    if kunci is not None and kunci in (terakhir, kemarin):
        return None
    if kunci not in {ubah.oleh for ubah in satu.peraturan.diubah} and (
        terakhir is None or (disebut.tahun or 0) > konteks.kenalan.get(terakhir).tahun  # the library may be behind
    ):
        return None
    return terakhir or ""


def _say_outdated(konteks: Konteks, satu: Dikutip, terakhir: str, pada: date) -> tuple[str, str]:
    hari = format_tanggal(pada)
    disebut = satu.sitasi.diubah[-1].kunci if satu.sitasi.diubah else ""
    if not terakhir:
        return f"Pada {hari} {satu.nama} belum diubah dengan {disebut}.", "Kutip tanpa perubahan itu."
    peraturan = konteks.kenalan.get(terakhir)
    nama = f"{peraturan.sebutan} Nomor {peraturan.nomor}"
    if "/" not in peraturan.nomor:
        nama += f" Tahun {peraturan.tahun}"
    if disebut:
        pesan = f"Pada {hari} perubahan terakhir {satu.nama} ialah {nama}, bukan {disebut}."
    else:
        pesan = f"Pada {hari} {satu.nama} sudah diubah, terakhir dengan {nama}."
    kali = "beberapa kali diubah, terakhir" if _count_amendments(konteks, satu, pada) > 1 else "diubah"
    return pesan, f'Tulis "sebagaimana telah {kali} dengan {nama} tentang {peraturan.tentang}".'


_DICABUT = re.compile(r"\b(?:di|men)?cabut\w*|\btidak\s+berlaku\b|\bdiganti\w*|\bmenggantikan\b", re.IGNORECASE)


@aturan(
    "D05",
    Keparahan.GALAT,
    "peraturan sudah dicabut",
    alasan=(
        "Dasar hukum ialah peraturan yang masih berlaku pada hari penandatanganan (UU 12/2011 Lampiran II angka 42). "
        "Dibandingkan dengan peraturan.yaml."
    ),
    salah="Peraturan Pemerintah Nomor 8 Tahun 2020 tentang Izin Cuaca; (dicabut 2025)",
    benar="Peraturan Pemerintah Nomor 3 Tahun 2025 tentang Izin Cuaca;",
)
def check_revoked(konteks: Konteks) -> Iterator[Temu]:
    """Legal bases that were no longer in force; in a sentence, unless it speaks of the revocation."""
    pada = konteks.fakta.tanggal
    if pada is None:
        return
    for satu in iter_dikutip(konteks):
        dicabut = satu.peraturan.dicabut if satu.peraturan else None
        if dicabut is None or dicabut.sejak > pada:
            continue
        if not satu.dalam_daftar and _DICABUT.search(satu.bagian.teks):
            continue
        tambahan, keparahan = _soften(satu)
        if keparahan is None and not satu.dalam_daftar:
            keparahan = Keparahan.PERINGATAN
        pengganti = konteks.kenalan.get(dicabut.oleh)
        nama = f"{pengganti.sebutan} Nomor {pengganti.nomor} Tahun {pengganti.tahun} tentang {pengganti.tentang}"
        pesan = f"{satu.nama} sudah dicabut sejak {format_tanggal(dicabut.sejak)}."
        saran = f"Ganti dengan {nama}, atau hapus.{tambahan}"
        yield Temu(satu.bagian, pesan, saran, *satu.kepala, keparahan=keparahan)


_BEBERAPA_KALI = re.compile(r"\bkali\b", re.IGNORECASE)
_PERUBAHAN_KE = re.compile(
    r"Perubahan\s+(?P<ke>Kedua|Ketiga|Keempat|Kelima|Keenam|Ketujuh|Kedelapan|Kesembilan|Kesepuluh|Ke-?\s*[0-9]+)\s+atas\b",
    re.IGNORECASE,
)


@aturan(
    "D08",
    Keparahan.PERINGATAN,
    "perubahan lebih dari satu kali disebut satu kali",
    alasan=(
        'Peraturan yang diubah lebih dari satu kali dikutip "sebagaimana telah beberapa kali diubah, terakhir dengan" '
        "(UU 12/2011 Lampiran II angka 52 dan kebiasaan perjanjian)."
    ),
    salah="sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 8 Tahun 2031 tentang Perubahan Kedua atas ...",
    benar=(
        "sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Pemerintah Nomor 8 Tahun 2031 tentang "
        "Perubahan Kedua atas ..."
    ),
)
def check_times_amended(konteks: Konteks) -> Iterator[Temu]:
    """ "Telah diubah dengan" before a second or later amendment, by its title or by what the library knows."""
    pada = konteks.fakta.tanggal
    for satu in iter_dikutip(konteks):
        sitasi = satu.sitasi
        if len(sitasi.diubah) != 1 or sitasi.kata_ubah is None or _BEBERAPA_KALI.search(sitasi.kata_ubah):
            continue
        (pengubah,) = sitasi.diubah
        saran = 'Tulis "sebagaimana telah beberapa kali diubah, terakhir dengan".'
        awal, akhir = _find_words(satu, sitasi.kata_ubah)
        if ke := _PERUBAHAN_KE.match(pengubah.tentang or ""):
            pesan = f"{pengubah.kunci} ialah perubahan {ke['ke'].lower()} atas {satu.nama}, bukan satu-satunya."
            yield Temu(satu.bagian, pesan, saran, awal, akhir)
        elif pada and satu.kunci and (banyak := _count_amendments(konteks, satu, pada)) > 1:
            if konteks.kenalan.find(pengubah.kunci) != konteks.kenalan.last_amendment(satu.kunci, pada):
                continue  # D04's
            pesan = f"Menurut perpustakaan {satu.nama} sudah diubah {banyak} kali, bukan satu kali."
            yield Temu(satu.bagian, pesan, saran, awal, akhir, keparahan=Keparahan.SARAN)


def _find_words(satu: Dikutip, kata: str) -> tuple[int, int]:
    pola = re.compile(r"\s+".join(map(re.escape, kata.split())))
    cocok = pola.search(satu.bagian.teks, satu.sitasi.sumber.awal, satu.sitasi.sumber.akhir)
    return (cocok.start(), cocok.end()) if cocok else satu.kepala


def _count_amendments(konteks: Konteks, satu: Dikutip, pada: date) -> int:
    """How often it was amended; one that only took over from another is counted with that.

    Drafters count UU 11/2020, Perppu 2/2022 and UU 6/2023 (Cipta Kerja) as one amendment.
    """
    assert satu.peraturan is not None
    berlaku = [ubah.oleh for ubah in satu.peraturan.diubah if ubah.sejak <= pada]
    lanjutan = 0
    for kunci in berlaku:
        peraturan = konteks.kenalan.get(kunci)
        diambil_alih = peraturan.dicabut is not None and peraturan.dicabut.oleh in berlaku
        nama = f"Penetapan {peraturan.sebutan} Nomor {peraturan.nomor} Tahun {peraturan.tahun} tentang"
        ditetapkan = any(konteks.kenalan.get(lain).tentang.startswith(nama) for lain in berlaku)
        lanjutan += diambil_alih or ditetapkan
    return len(berlaku) - lanjutan
