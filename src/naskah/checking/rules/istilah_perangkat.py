"""Who acts for which PIHAK: an office of the other, or one that nobody appointed."""

import re
from collections.abc import Iterator

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.organs import (
    PIHAK_MENUNJUK,
    Kantor,
    Perangkat,
    Senama,
    is_kantor,
    list_appointed,
    list_responsible,
)
from naskah.checking.rule import Temu, aturan
from naskah.reading.parts import Bagian

# The words after which an office stands that acts for the party.
_PENERIMA = re.compile(
    r"(?:\s+(?!dengan\b|bersama\b|untuk\b|dalam\b|yang\b|PIHAK\b)[\w/-]+){0,6}?\s+(?:kepada|oleh)?\s*$"
)
# People are sent to an office, which then does not act: "menugaskan dosen kepada Dinas ...".
_ORANG = re.compile(
    r"\b(?:dosen|mahasiswa|guru|siswa|pegawai|karyawan|staf|petugas|peserta|pendamping|pengajar|peneliti|dokter|perawat|"
    r"tenaga|personel|relawan|penyuluh)\b.*\s(?:ke|kepada|pada|di)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_PUTUS = re.compile(r"\s*(?:[.;,]|\b(?:dan\s+)?(?:PIHAK|PARA)\b|\b(?:sesuai|untuk|yang|guna|sebagai|dalam)\b)")
# An appointment names its offices one by one from so many on.
_DAFTAR = 2


@aturan(
    "I08",
    Keparahan.PERINGATAN,
    "peran PIHAK tertukar",
    alasan=(
        "Setiap PIHAK bertindak melalui perangkatnya sendiri; perangkat pihak lain, atau yang tidak ditunjuk, tidak "
        "dapat menjalankan kewajibannya (PP 28/2018; asas kewenangan, UU 30/2014 Pasal 8)."
    ),
    salah="PIHAK KESATU (sebuah universitas) memberi kuasa kepada Perangkat Daerah.",
    benar="PIHAK KESATU (sebuah universitas) memberi kuasa kepada Dekan.",
    peraturan=False,
)
def check_organs(konteks: Konteks) -> Iterator[Temu]:
    """What a pasal or the Rencana Kerja gives a party's office to do, against whose office it is."""
    naskah = konteks.perjanjian
    if naskah is None or len(naskah.pihak) < 2:
        return
    perangkat = Perangkat(naskah)
    for bagian in konteks.bagian:
        if bagian.peran in ("ayat", "rincian"):
            yield from _check_clause(bagian, perangkat)
    ditunjuk = list_appointed(konteks)
    bekerja = list(list_responsible(naskah))
    for satu in (*ditunjuk, *bekerja):
        yield from _check_owner(satu, perangkat)
    yield from _check_appointed(ditunjuk, bekerja)


def _check_clause(bagian: Bagian, perangkat: Perangkat) -> Iterator[Temu]:
    for cocok in PIHAK_MENUNJUK.finditer(bagian.teks):
        putus = _PUTUS.search(bagian.teks, cocok.end())
        akhir = putus.start() if putus else len(bagian.teks)
        kantor = bagian.teks[cocok.end() : akhir]
        sebutan = " ".join(cocok["sebutan"].split())
        pemilik = {
            nama: awal
            for nama, awal in perangkat.find_owners(kantor).items()
            if _PENERIMA.match(kantor[:awal]) and not (cocok["kerja"] == "menugaskan" and _ORANG.search(kantor[:awal]))
        }
        if pemilik and sebutan not in perangkat.find_owners(kantor):
            yield _say_swapped(bagian, sebutan, pemilik, cocok.end() + min(pemilik.values()), akhir, perangkat)


def _check_owner(kantor: Kantor, perangkat: Perangkat) -> Iterator[Temu]:
    pemilik = perangkat.find_owners(kantor.nama)
    if pemilik and kantor.sebutan not in pemilik and perangkat.knows(kantor.sebutan):
        akhir = kantor.awal + len(kantor.nama)
        yield _say_swapped(kantor.bagian, kantor.sebutan, pemilik, kantor.awal, akhir, perangkat)


def _say_swapped(
    bagian: Bagian, sebutan: str, pemilik: dict[str, int], awal: int, akhir: int, perangkat: Perangkat
) -> Temu:
    lain = next(iter(pemilik))
    kantor = " ".join(bagian.teks[awal:akhir].split())
    jenis = f", {perangkat.jenis[lain]}" if lain in perangkat.jenis else ""
    pesan = f'"{kantor}" perangkat {lain}{jenis}, tetapi di sini bertindak bagi {sebutan}.'
    return Temu(bagian, pesan, f"Periksa apakah {sebutan} dan {lain} tertukar.", awal, akhir)


def _check_appointed(ditunjuk: list[Kantor], bekerja: list[Kantor]) -> Iterator[Temu]:
    """Offices that the Rencana Kerja gives work to, where a pasal names those that act for the party."""
    daftar: dict[str, dict[str, Kantor]] = {}
    senama = Senama()
    for satu in ditunjuk:
        daftar.setdefault(satu.sebutan, {})[_fold(satu.inti)] = satu
        senama.add(satu)
    terlihat: set[str] = set()
    for satu in bekerja:
        nama = _fold(satu.inti)
        pilihan = daftar.get(satu.sebutan, {})
        if len(pilihan) < _DAFTAR or not is_kantor(satu.nama) or nama in pilihan or nama in terlihat:
            continue
        terlihat.add(nama)
        if senama.find(satu):  # a misspelt name is I05's
            continue
        letak = next(iter(pilihan.values())).bagian.letak.rpartition(" huruf")[0] or "pasal pelaksanaan"
        pesan = f"{satu.nama} menjalankan kegiatan bagi {satu.sebutan}, tetapi tidak ditunjuk pada {letak}."
        saran = f"Tambahkan pada {letak}, atau ganti penanggung jawabnya."
        akhir = len(satu.bagian.teks)
        yield Temu(satu.bagian, pesan, saran, 0, akhir, keparahan=Keparahan.SARAN)


def _fold(teks: str) -> str:
    return re.sub(r"\W+", "", teks).casefold()
