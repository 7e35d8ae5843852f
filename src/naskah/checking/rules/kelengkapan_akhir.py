"""Provisions on the end that contradict each other, a child that outlives its parent, the copies."""

import re
from collections.abc import Iterator

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.bahasa.durasi import hari_terakhir
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import parse_tanggal
from naskah.bahasa.terbilang import parse_angka
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.pointing import point_at
from naskah.checking.rule import Temu, aturan
from naskah.checking.term import find_end, find_term
from naskah.model.jenis import JenisNaskah
from naskah.reading.parts import Bagian

_ISI = ("ayat", "rincian")
# Each pair cannot both hold: what is said, and what would deny it.
_BERTENTANGAN = (
    (
        "perpanjangan",
        re.compile(r"(?<!tidak )(?<!tidak lagi )\bdapat\s+diperpanjang\b", re.IGNORECASE),
        re.compile(r"\btidak\s+(?:dapat|bisa|boleh)\s+diperpanjang\b", re.IGNORECASE),
    ),
    (
        "pengakhiran sepihak",
        re.compile(
            r"(?<!tidak )\b(?:dapat|berhak)\b[^.;]{0,60}\b(?:mengakhiri|memutuskan|diakhiri|diputuskan|pemutusan|"
            r"pengakhiran)\b[^.;]{0,60}\bsepihak\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\btidak\s+(?:dapat|boleh|berhak)\b[^.;]{0,60}\b(?:mengakhiri|memutuskan|diakhiri|diputuskan|pemutusan|"
            r"pengakhiran)\b[^.;]{0,60}\bsepihak\b",
            re.IGNORECASE,
        ),
    ),
    (
        "perpanjangan dengan sendirinya",
        re.compile(r"\bdiperpanjang\s+(?:secara\s+otomatis|dengan\s+sendirinya)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:berakhir\s+dengan\s+sendirinya|dengan\s+sendirinya\s+(?:dinyatakan\s+)?berakhir)\b", re.IGNORECASE
        ),
    ),
)


@aturan(
    "K02",
    Keparahan.GALAT,
    "ketentuan tentang berakhirnya naskah bertentangan",
    alasan=(
        "Kapan dan bagaimana naskah berakhir hanya boleh mempunyai satu jawaban (KUH Perdata Pasal 1338 dan Pasal "
        "1343; PP 28/2018 Pasal 9 dan Pasal 22)."
    ),
    salah="Pasal 4: berlaku 5 (lima) tahun. Pasal 10: berlaku untuk jangka waktu 3 (tiga) tahun.",
    benar="Pasal 4: berlaku 5 (lima) tahun. Pasal 10: jangka waktu sebagaimana dimaksud dalam Pasal 4 ...",
    peraturan=False,
)
def check_ending(konteks: Konteks) -> Iterator[Temu]:
    """Sentences that deny each other, two terms, and a last day that does not fit the length of the term."""
    for hal, ya, bukan in _BERTENTANGAN:
        pertama, kedua = _find(konteks, ya), _find(konteks, bukan)
        if pertama is None or kedua is None:
            continue
        bagian, cocok = kedua
        pesan = f"Ketentuan tentang {hal} pada {bagian.letak} bertentangan dengan {pertama[0].letak}."
        yield Temu(
            bagian, pesan, "Pilih salah satu, lalu hapus yang lain.", *cocok.span(), keparahan=Keparahan.PERINGATAN
        )
    yield from _check_terms(konteks)


def _find(konteks: Konteks, pola: "re.Pattern[str]") -> "tuple[Bagian, re.Match[str]] | None":
    for bagian in konteks.bagian:
        if bagian.peran in _ISI and (cocok := bagian.find_all(pola)):
            return bagian, cocok[0]
    return None


def _check_terms(konteks: Konteks) -> Iterator[Temu]:
    masa = [satu for satu in konteks.fakta.masa if satu.lama is not None]
    for satu in masa[1:]:
        if satu.lama != masa[0].lama:
            lama = masa[0].sumber
            pesan = f'Jangka waktu "{satu.sumber.kutipan}" berbeda dari "{lama.kutipan}" pada {lama.letak}.'
            yield point_at(satu.sumber, pesan, "Samakan jangka waktunya.")
    for satu in masa:
        mulai = satu.mulai or konteks.fakta.tanggal
        if satu.akhir is None or mulai is None:
            continue
        # Both conventions: the day before the anniversary, and the anniversary itself.
        mungkin = [find_end(mulai, satu), find_end(mulai, satu, tanggal_sama=True)]
        if mungkin[0] is not None and satu.akhir not in mungkin:
            pesan = (
                f"{satu.sumber.kutipan} sejak {format_tanggal(mulai)} berakhir pada {format_tanggal(mungkin[0])}, "
                f"bukan {format_tanggal(satu.akhir)}."
            )
            yield point_at(satu.sumber, pesan, "Sesuaikan lama atau tanggal berakhirnya.")


_SAMPAI = re.compile(
    r"\b(?:sampai\s+dengan|hingga|berakhir\s+pada)\s+(?:tanggal\s+)?(?P<tanggal>[0-9]{1,2}[\s./-]+(?:[A-Za-z]+|[0-9]{1,2})"
    r"[\s./-]+[0-9]{4})",
    re.IGNORECASE,
)


@aturan(
    "K05",
    Keparahan.PERINGATAN,
    "naskah turunan melampaui masa berlaku induknya",
    alasan=(
        "Perjanjian Kerja Sama melaksanakan kesepakatan induknya; bila berlaku lebih lama, sisanya tidak mempunyai "
        "dasar (PP 28/2018; Permendagri 22/2020)."
    ),
    salah="Kesepakatan Bersama induknya berlaku sampai dengan 1 Mei 2033; naskah ini sampai dengan 4 Mei 2036.",
    benar="Kesepakatan Bersama induknya berlaku sampai dengan 1 Mei 2033; naskah ini sampai dengan 30 April 2033.",
    peraturan=False,
)
def check_parent(konteks: Konteks) -> Iterator[Temu]:
    """The last day against that of each parent whose recital tells its term."""
    jangka = find_term(konteks.fakta)
    if jangka is None:
        return
    for induk in konteks.fakta.induk:
        bagian = induk.sumber.bagian
        sampai = _SAMPAI.search(bagian.teks)
        lama = next((d.lama for d in konteks.fakta.durasi if d.sumber.letak == bagian.letak), None)
        try:
            if sampai:
                akhir = parse_tanggal(sampai["tanggal"])
            elif induk.tanggal and lama:
                akhir = hari_terakhir(induk.tanggal, lama, tanggal_sama=True)
            else:
                continue
        except BahasaError:
            continue
        if jangka[1] > akhir:
            pesan = (
                f"Naskah ini berlaku sampai dengan {format_tanggal(jangka[1])}, sedangkan {induk.jenis} induknya "
                f"berakhir pada {format_tanggal(akhir)}."
            )
            yield point_at(induk.sumber, pesan, "Persingkat jangka waktunya, atau perpanjang induknya lebih dahulu.")


_BAGIAN_RANGKAP = re.compile(
    r"(?P<setiap>\b(?:masing-masing|setiap|tiap-tiap)(?:\s+PIHAK)?(?:\s+(?:mendapat|memperoleh|menerima|memegang|menyimpan)\w*)?"
    r"\s+)?"
    r"(?P<jumlah>[0-9]{1,2}\s*(?:\([^()]{1,30}\))?|\b(?:satu|dua|tiga|empat|lima))\s+(?:rangkap|eksemplar|asli)\b",
    re.IGNORECASE,
)
_SETIAP = re.compile(r"\b(?:setiap|masing-masing|tiap-tiap)\s+PIHAK\b|\bPARA\s+PIHAK\s+masing-masing\b")


@aturan(
    "K06",
    Keparahan.PERINGATAN,
    "jumlah rangkap, meterai, dan pemegang tidak sesuai",
    alasan=(
        "Setiap PIHAK memegang satu naskah asli bermeterai, dan jumlah rangkap sama dengan jumlah pemegang dan "
        "arsipnya (UU 10/2020 Pasal 3)."
    ),
    salah="dalam rangkap 3 (tiga), 2 (dua) rangkap bermeterai untuk PARA PIHAK dan 2 (dua) rangkap arsip",
    benar="dalam rangkap 4 (empat), 2 (dua) rangkap bermeterai untuk PARA PIHAK dan 2 (dua) rangkap arsip",
    peraturan=False,
)
def check_copies(konteks: Konteks) -> Iterator[Temu]:
    """Copies against the parties, against those with meterai, and against their parts."""
    salinan = konteks.fakta.salinan
    naskah = konteks.perjanjian
    if salinan is None or naskah is None:
        return
    pihak = len(naskah.pihak) or len(naskah.kepala.pihak)
    saran = "Sesuaikan jumlah rangkapnya."
    if salinan.rangkap < pihak:
        pesan = f"Hanya {salinan.rangkap} rangkap untuk {pihak} PIHAK."
        yield point_at(salinan.sumber, pesan, saran)
    bermeterai = salinan.bermeterai
    if bermeterai is not None and bermeterai > salinan.rangkap:
        pesan = f"{bermeterai} rangkap bermeterai, padahal seluruhnya {salinan.rangkap} rangkap."
        yield point_at(salinan.sumber, pesan, saran, keparahan=Keparahan.GALAT)
    elif bermeterai is not None and bermeterai < pihak <= salinan.rangkap and naskah.jenis is not JenisNaskah.ADENDUM:
        pesan = f"Hanya {bermeterai} rangkap yang bermeterai untuk {pihak} PIHAK."
        yield point_at(salinan.sumber, pesan, "Bubuhkan meterai pada setiap rangkap yang dipegang PIHAK.")
    jumlah = _sum_parts(salinan.sumber.bagian.teks, salinan.sumber.akhir, pihak)
    if jumlah is not None and jumlah != salinan.rangkap:
        pesan = f"Pembagiannya berjumlah {jumlah} rangkap, padahal seluruhnya {salinan.rangkap} rangkap."
        yield point_at(salinan.sumber, pesan, saran)


def _sum_parts(teks: str, awal: int, pihak: int) -> int | None:
    """The copies that the rest of the closing hands out; None where it does not tell their number.

    "2 (dua) rangkap bermeterai, masing-masing 1 (satu) rangkap untuk setiap PIHAK" hands out two: the part that is
    divided further is not counted again.
    """
    bagian: list[tuple[int, bool]] = []
    for cocok in _BAGIAN_RANGKAP.finditer(teks, awal):
        try:
            nilai = parse_angka(cocok["jumlah"]).angka
        except BahasaError:
            return None
        belakang = re.split(r"[;,.]|\bdan\b|\bserta\b", teks[cocok.end() :], maxsplit=1)[0]
        setiap = bool(cocok["setiap"]) or bool(_SETIAP.search(belakang))
        bagian.append((nilai * pihak if setiap and nilai == 1 else nilai, setiap and nilai == 1))
    jumlah = 0
    for i, (nilai, _) in enumerate(bagian):
        terbagi = i + 1 < len(bagian) and bagian[i + 1][1] and bagian[i + 1][0] == nilai
        jumlah += 0 if terbagi else nilai
    # One part alone says nothing of the rest.
    return jumlah if len(bagian) > 1 else None
