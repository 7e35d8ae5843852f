"""Bacaan -> Fakta."""

import re
from collections.abc import Sequence
from datetime import date

from naskah.model.bacaan import Bacaan, JenisBacaan
from naskah.model.isi import plain
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Naskah
from naskah.reading.facts.capitals import capitalize
from naskah.reading.facts.citations import iter_sitasi
from naskah.reading.facts.closing import iter_lampiran, read_salinan
from naskah.reading.facts.definitions import iter_definisi, iter_singkatan
from naskah.reading.facts.durations import iter_durasi
from naskah.reading.facts.fakta import Fakta, FaktaPembuka, FaktaPihak, FaktaTandaTangan
from naskah.reading.facts.opening import find_tempat, read_pembuka
from naskah.reading.facts.parent import iter_induk
from naskah.reading.facts.parties import read_pihak
from naskah.reading.facts.references import iter_rujukan
from naskah.reading.facts.regulation import read_enactment
from naskah.reading.facts.terms import iter_batas, iter_berkala, iter_masa
from naskah.reading.parts import Bagian, iter_bagian

_BATANG = ("ayat", "rincian")
_MENGUTIP = (*_BATANG, "premis", "menimbang")  # cite regulations, beside the list of them
# An agreement without a term is one of these: they live and end with another document.
_TANPA_MASA = (JenisNaskah.ADENDUM, JenisNaskah.RENCANA_KERJA)


def read_fakta(bacaan: Bacaan, bagian: Sequence[Bagian] | None = None) -> Fakta:
    """Return what was understood of a document; what was not is named in `tidak_dipahami`.

    `bagian` are its parts, where they are known already.
    """
    bagian = list(iter_bagian(bacaan) if bagian is None else bagian)
    naskah = bacaan.naskah
    perjanjian = naskah if isinstance(naskah, Naskah) else None
    judul = {b.pasal: b.teks for b in bagian if b.peran == "judul-pasal" and b.pasal is not None}
    durasi = tuple(satu for b in bagian for satu in b.recall(iter_durasi))
    penutup = tuple(b for b in bagian if b.peran == "penutup")
    if perjanjian and not penutup:
        # The closing may stand in the last pasal ("Pasal 11 PENUTUP").
        terakhir = next((b.pasal for b in reversed(bagian) if b.peran == "ayat"), None)
        penutup = tuple(b for b in bagian if b.peran == "ayat" and b.pasal == terakhir)
    pembuka = next((p for b in bagian if b.peran == "pembuka" and (p := read_pembuka(b))), None)
    pihak = read_pihak(perjanjian, _by_party(perjanjian, bagian)) if perjanjian else ()
    tanggal, tempat = pembuka.tanggal if pembuka else None, pembuka.tempat if pembuka else None
    if perjanjian is None:
        tanggal, tempat = read_enactment(penutup)
    isi = [b for b in bagian if b.peran in _BATANG]
    masa = tuple(iter_masa(isi, durasi, judul))
    return Fakta(
        jenis=bacaan.jenis,
        judul=_title(bacaan),
        nomor=_numbers(bacaan),
        pembuka=pembuka,
        tanggal=tanggal,
        tempat=tempat or find_tempat(penutup),
        pihak=pihak,
        masa=masa,
        batas=tuple(iter_batas(durasi, judul, masa)),
        berkala=tuple(iter_berkala(bagian, durasi, judul)),
        durasi=durasi,
        dasar_hukum=tuple(satu for b in bagian if b.peran == "dasar" for satu in b.recall(iter_sitasi)),
        peraturan=tuple(s for b in bagian if b.peran in _MENGUTIP for s in b.recall(iter_sitasi)),
        rujukan=tuple(s for b in bagian if b.peran in (*_BATANG, "menimbang", "dasar") for s in b.recall(iter_rujukan)),
        induk=tuple(satu for b in bagian if b.peran == "premis" for satu in iter_induk(b)),
        definisi=tuple(iter_definisi(isi, judul)),
        singkatan=tuple(satu for b in bagian for satu in b.recall(iter_singkatan)),
        lampiran=tuple(iter_lampiran(perjanjian, bagian)) if perjanjian else (),
        salinan=read_salinan(penutup),
        tanda_tangan=_signatures(perjanjian) if perjanjian else (),
        tidak_dipahami=tuple(_list_missing(bacaan, pembuka, tanggal, pihak, bool(masa))),
    )


def _by_party(naskah: Naskah, bagian: Sequence[Bagian]) -> dict[str, list[Bagian]]:
    """The texts that present each party, by its name in the document."""
    semua = iter([b for b in bagian if b.peran == "pihak"])
    hasil: dict[str, list[Bagian]] = {}
    for satu in naskah.pihak:
        hasil.setdefault(satu.sebutan, []).extend(b for _, b in zip(satu.komparisi, semua, strict=False))
    return hasil


def _title(bacaan: Bacaan) -> str:
    """The subject, in the letters of the sentence that repeats it: the heading is in capitals."""
    naskah = bacaan.naskah
    if not isinstance(naskah, Naskah):
        return capitalize(plain(naskah.tentang))
    judul = " ".join(plain(naskah.kepala.tentang).split())
    pola = r"\s+".join(map(re.escape, judul.split()))
    cocok = re.search(pola, plain(naskah.kesepakatan), re.IGNORECASE) if judul else None
    return " ".join(cocok[0].split()) if cocok else capitalize(judul)


def _numbers(bacaan: Bacaan) -> tuple[str, ...]:
    naskah = bacaan.naskah
    if isinstance(naskah, Naskah):
        return naskah.kepala.nomor
    if naskah.nomor is None:
        return ()
    sebutan = next((t for isi in naskah.kepala if (t := plain(isi).strip()).upper().startswith("PERATURAN")), "")
    tahun = f" Tahun {naskah.tahun}" if naskah.tahun else ""
    return (f"{capitalize(sebutan)} Nomor {naskah.nomor}{tahun}".strip(),)


def _signatures(naskah: Naskah) -> tuple[FaktaTandaTangan, ...]:
    return tuple(FaktaTandaTangan(b.sebutan, b.jabatan, b.nama) for baris in naskah.tanda_tangan for b in baris)


def _list_missing(
    bacaan: Bacaan, pembuka: FaktaPembuka | None, tanggal: date | None, pihak: Sequence[FaktaPihak], bermasa: bool
) -> list[str]:
    """Sentences on what was looked for in vain, then on the paragraphs that are left over."""
    hasil = []
    naskah = bacaan.naskah
    if bacaan.jenis is JenisBacaan.TIDAK_DIKENAL:
        hasil.append("Jenis dokumen tidak dikenali dari judulnya.")
    if isinstance(naskah, Naskah):
        if pembuka is None:
            hasil.append("Tanggal penandatanganan tidak ditemukan pada kalimat pembuka.")
        if len(pihak) < 2:
            hasil.append(f"Baru {len(pihak)} pihak yang ditemukan.")
        if not bermasa and naskah.jenis not in _TANPA_MASA:
            hasil.append("Jangka waktu tidak ditemukan.")
    if tanggal is None and pembuka is not None:
        hasil.append("Tanggalnya belum pasti: " + " ".join(pembuka.selisih))
    if not any(True for _ in naskah.iter_pasal()):
        hasil.append("Tidak ada Pasal yang ditemukan.")
    return hasil + [f"Alinea {a.tempat.baris}: {a.teks.strip()[:80]}" for a in bacaan.sisa]
