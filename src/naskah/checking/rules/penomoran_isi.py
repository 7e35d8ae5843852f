"""Units with something missing: text, the rest of a sentence, the opening of a list (UU 12/2011 Lampiran II 77-87)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu, aturan
from naskah.model.naskah import Ayat, Pasal, Rincian
from naskah.reading.parts import Bagian

_EKOR = 40
_PERAN_ISI = ("ayat", "rincian", "premis", "dasar", "menimbang")
_GANTUNG = re.compile(
    r"(?<!\bdi )(?<!\bke )\b(?P<kata>yang|dengan|untuk|oleh|pada|dalam|dari|kepada|terhadap|tentang|mengenai|sebagai"
    r"|bagi|bahwa|adalah|melalui|antara|karena|agar|para|paling|setiap|berupa|meliputi)"
    r"\s*[.;,]?\s*(?:(?:dan/atau|dan|atau)\s*)?$",
    re.IGNORECASE,
)


@aturan(
    "P07",
    Keparahan.PERINGATAN,
    "ketentuan kosong atau terpotong",
    alasan=(
        "Setiap pasal, ayat, dan butir memuat satu ketentuan yang utuh (UU 12/2011 Lampiran II angka 77 sampai dengan "
        "angka 87)."
    ),
    salah="b. menyampaikan laporan kepada;",
    benar="b. menyampaikan laporan kepada PIHAK KESATU;",
)
def check_emptiness(konteks: Konteks) -> Iterator[Temu]:
    """Units without text, and texts that end with a word that wants another."""
    # An unnumbered paragraph goes on with the ayat before it.
    pasal_semua = konteks.bacaan.naskah.iter_pasal()
    lanjut = {id(satu) for pasal in pasal_semua for satu, berikut in pairwise(pasal.ayat) if berikut.nomor is None}
    for bagian in konteks.bagian:
        if bagian.peran == "judul-pasal":
            if isinstance(bagian.simpul, Pasal) and not bagian.simpul.ayat:
                yield Temu(bagian, f"{bagian.letak} tidak berisi.", "Lengkapi isinya, atau hapus pasal ini.")
        elif bagian.peran in _PERAN_ISI:
            simpul = bagian.simpul
            berisi = isinstance(simpul, Ayat | Rincian) and bool(simpul.rincian or simpul.isian or simpul.kutipan)
            if not berisi:
                yield from _check_end(bagian, berlanjut=simpul is None or id(simpul) in lanjut)


def _check_end(bagian: Bagian, *, berlanjut: bool) -> Iterator[Temu]:
    """The text of a unit with nothing below it; `berlanjut`: it may go on elsewhere."""
    teks = bagian.teks.rstrip()
    if not teks.strip(" .;,"):
        yield Temu(bagian, "Tidak ada isinya.", "Lengkapi isinya, atau hapus nomornya.")
    elif teks.endswith(":"):
        if not berlanjut:
            pesan = "Perincian yang dijanjikan titik dua tidak ada."
            yield Temu(bagian, pesan, "Lengkapi perinciannya.", teks.rfind(" ") + 1, len(teks))
        return
    cocok = next(iter(bagian.recall(_seek_hanging)), None)
    # What a citation lacks is told by the rules on citations.
    if cocok and (bagian.peran != "dasar" or cocok["kata"].lower() != "tentang"):
        pesan = f'Kalimat ini terputus sesudah kata "{cocok["kata"]}".'
        yield Temu(bagian, pesan, "Lengkapi kalimatnya.", cocok.start("kata"), cocok.end("kata"))


def _seek_hanging(bagian: Bagian) -> Iterator[re.Match[str]]:
    return _GANTUNG.finditer(bagian.teks, max(len(bagian.teks.rstrip()) - _EKOR, 0))


@aturan(
    "P08",
    Keparahan.PERINGATAN,
    "perincian tanpa kalimat pembuka",
    alasan=(
        "Perincian melanjutkan kalimat yang membukanya; setiap butir harus dapat dibaca sebagai satu rangkaian "
        "dengannya (UU 12/2011 Lampiran II angka 87 huruf a)."
    ),
    salah="Pasal 1 a. Data adalah keterangan yang tercatat.",
    benar="Pasal 1 Dalam Perjanjian Kerja Sama ini yang dimaksud dengan: 1. Data adalah keterangan yang tercatat.",
)
def check_opening(konteks: Konteks) -> Iterator[Temu]:
    """Lists below a unit without text, and recitals that nothing opens."""
    for daftar in konteks.daftar:
        pengantar = daftar.pengantar
        if pengantar is not None and not pengantar.teks.strip():
            saran = 'Tambahkan kalimat pembuka yang diakhiri titik dua, misalnya "... meliputi:".'
            if daftar.definisi:
                saran = 'Tambahkan kalimat pembuka, misalnya "Dalam ... ini yang dimaksud dengan:".'
            yield Temu(daftar.butir[0].bagian, "Perincian ini tidak didahului kalimat pembuka.", saran)
