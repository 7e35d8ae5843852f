"""What a template makes of a sample: everything printed, in styles that exist, with the right numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import GayaDaftar
from naskah.rendering.docx.cache import Siap
from naskah.rendering.docx.context import build_context
from naskah.rendering.docx.jinja_parts import compile_parts
from naskah.rendering.docx.package import Anggota, inflate
from naskah.rendering.docx.prepare import TERTULIS
from naskah.rendering.docx.render import render_parts
from naskah.rendering.docx.runs import plain_run
from naskah.rendering.docx.table_signatures import GAYA_PENUTUP
from naskah.rendering.docx.work_plan_table import SEMUA_GAYA
from naskah.rendering.template_finding import Temuan, hint
from naskah.rendering.template_footer import iter_footer_faults
from naskah.rendering.template_order import iter_order_faults
from naskah.rendering.template_printed import Hasil
from naskah.rendering.template_rules import (
    BENTUK_DAFTAR,
    BILA,
    BILA_SENDIRI,
    NOMOR_KELOMPOK,
    NOMOR_PASAL,
    SYARAT,
    Nomor,
)
from naskah.rendering.template_sample import make_sample, marker
from naskah.rendering.word_styles import GayaWord, Tingkatan, W, text_of

_DOKUMEN = "word/document.xml"
_SISA_TAG = re.compile(r"\{[{%]|[%}]\}")


def iter_result_faults(nama: str, anggota: tuple[Anggota, ...], sumber: dict[str, str]) -> Iterator[Temuan]:
    """Yield what a template fails to print, or prints in the wrong way; `nama` is its file name."""
    isi = {satu.nama: inflate(satu) for satu in anggota}
    if not {"word/styles.xml", "word/numbering.xml"} <= set(isi):
        return
    gaya = GayaWord(isi["word/styles.xml"], isi["word/numbering.xml"])
    # Braces that a template prints on purpose are no leftovers of tags.
    tanpa_kurung = {bagian: TERTULIS.sub("", teks) for bagian, teks in sumber.items()}
    try:
        templat = compile_parts(nama, Siap(anggota, tanpa_kurung))
        for daftar in GayaDaftar:
            bagian = render_parts(templat, build_context(make_sample(daftar), plain_run(marker("logo"))))
            hasil = isi | {satu: teks.encode() for satu, teks in bagian.items()}
            yield from _iter_document_faults(Hasil(hasil[_DOKUMEN], gaya), daftar)
            yield from iter_footer_faults(hasil, wajib=nama.startswith(JenisNaskah.PERJANJIAN_KERJA_SAMA))
    except NaskahError as error:
        yield from (Temuan(satu.pesan.removeprefix(f"Templat {nama}: ")) for satu in error.galat)


def _iter_document_faults(hasil: Hasil, daftar: GayaDaftar) -> Iterator[Temuan]:
    yield from _missing(hasil, daftar)
    yield from _unknown_styles(hasil)
    yield from _structure(hasil.akar)
    yield from _levels(hasil, NOMOR_PASAL)
    yield from _levels(hasil, NOMOR_KELOMPOK)
    yield from _derived_levels(hasil)
    yield from _list_numbers(hasil, daftar)
    yield from iter_order_faults(hasil)


def _missing(hasil: Hasil, daftar: GayaDaftar) -> Iterator[Temuan]:
    # The template of a Rencana Kerja that stands alone has no pasal, and no other naskah may be printed with it.
    sendiri = "lampiran.tabel" in hasil and "pihak.nama" not in hasil and "pasal" not in hasil
    for blok, bagian in SYARAT.items():
        kurang = [satu for satu in bagian if satu.kunci not in hasil]
        if blok.kunci == "premis" and kurang and "premis.pengantar" in hasil:
            yield Temuan(
                f'cabang premis bergaya “{daftar}” tidak ada: tambahkan {{%p elif premis.gaya == "{daftar}" %}}'
            )
        elif len(kurang) == len(bagian):
            bila = (BILA | BILA_SENDIRI if sendiri else BILA).get(blok.kunci, "")
            yield Temuan(f"{blok.hal} tidak ada: tambahkan {blok.tag}", saran=bool(bila), bila=bila)
        else:
            bila = BILA.get(blok.kunci, "")
            yield from (Temuan(f"{satu.hal} tidak tercetak: tambahkan {satu.tag}", bila=bila) for satu in kurang)


def _unknown_styles(hasil: Hasil) -> Iterator[Temuan]:
    jenis_gaya = ("pStyle", "rStyle", "tblStyle")
    dipakai = {satu.get(f"{W}val") for jenis in jenis_gaya for satu in hasil.akar.iter(f"{W}{jenis}")}
    # The styles of foreign words and of the table are written by naskah itself, not by the template.
    sendiri = {"IstilahAsing"} | (set(SEMUA_GAYA) if "lampiran.tabel" in hasil else set())
    if "lampiran.tabel" in hasil and "penutup" not in hasil:
        sendiri.add(GAYA_PENUTUP)
    for satu in sorted(dipakai | sendiri):
        if satu not in hasil.gaya:
            yield Temuan(f"gaya “{satu}” dipakai tetapi tidak ada; salin gaya itu dari templat baku")


def _structure(akar: Any) -> Iterator[Temuan]:
    for sel in akar.iter(f"{W}tc"):
        if not len(sel) or sel[-1].tag != f"{W}p":
            yield Temuan(
                "ada sel tabel tanpa paragraf, sehingga Word menolak berkasnya; sisakan satu paragraf di luar tag"
            )
    if sisa := _SISA_TAG.search(text_of(akar)):
        yield Temuan(f"sisa tag “{sisa[0]}” tercetak pada hasil; hapus atau lengkapi tag itu")
    for baris in akar.iter(f"{W}tr"):
        teks = text_of(baris)
        penandatangan = any(marker(f"{sisi}.nama") in teks for sisi in ("kiri", "kanan", "tengah"))
        if penandatangan and baris.find(f"{W}trPr/{W}cantSplit") is None:
            yield hint("baris tanda tangan dapat terpotong halaman; matikan izin memecah baris di Properti Tabel")


def _levels(hasil: Hasil, aturan: Mapping[str, Nomor]) -> Iterator[Temuan]:
    """Each level numbered by its style, all in one list, in the order that makes numbers start again."""
    atas: tuple[str, Tingkatan] | None = None
    for kunci, harus in aturan.items():
        paragraf = hasil.find_number(kunci)
        if paragraf is None:
            continue
        ada = hasil.gaya.find_level(paragraf)
        if ada is None:
            yield Temuan(
                f"gaya {harus.gaya} tidak lagi bernomor; ikatkan pada daftar lewat Tentukan Daftar Bertingkat Baru"
            )
            continue
        if (ada.bentuk, ada.teks) != (harus.bentuk, harus.teks):
            yield Temuan(
                f"nomor gaya {harus.gaya} tercetak “{ada.teks}” ({ada.bentuk}), seharusnya “{harus.teks}” "
                f"({harus.bentuk}); rujukan dalam naskah mengikuti bentuk itu"
            )
        if atas and (ada.daftar != atas[1].daftar or ada.tingkat <= atas[1].tingkat):
            yield Temuan(
                f"gaya {harus.gaya} harus berada di bawah gaya {atas[0]} dalam satu daftar bertingkat, agar nomornya "
                "mulai lagi dari awal"
            )
        atas = (harus.gaya, ada)


def _derived_levels(hasil: Hasil) -> Iterator[Temuan]:
    """A list directly under a Pasal is numbered as it is under an ayat."""
    for kunci, nomor in NOMOR_PASAL.items():
        induk, turunan = hasil.find(kunci), hasil.find(f"{kunci}-pasal")
        if induk is None or turunan is None:
            continue
        if hasil.gaya.find_level(induk) != hasil.gaya.find_level(turunan):
            yield Temuan(f"gaya {nomor.gaya} Pasal tidak bernomor seperti gaya {nomor.gaya}; jadikan itu gaya dasarnya")


def _list_numbers(hasil: Hasil, daftar: GayaDaftar) -> Iterator[Temuan]:
    harus = BENTUK_DAFTAR[daftar]
    nomor = {"butir premis": hasil.find("premis.butir"), "nomor para pihak": _party_number(hasil)}
    for hal, paragraf in nomor.items():
        ada = None if paragraf is None else hasil.gaya.find_level(paragraf)
        if paragraf is not None and (ada is None or ada.bentuk != harus):
            yield Temuan(
                f"{hal} bergaya “{daftar}” tidak bernomor {harus}; bandingkan gaya paragrafnya dengan templat baku"
            )
    dasar = hasil.find("dasar.butir")
    if dasar is not None and ((ada := hasil.gaya.find_level(dasar)) is None or ada.bentuk != "decimal"):
        yield Temuan("butir dasar hukum tidak bernomor 1., 2., 3.; pakai gaya Dasar Hukum")


def _party_number(hasil: Hasil) -> Any:
    """The first paragraph of a party's row: its number stands in a cell of its own."""
    nama = hasil.find("pihak.nama")
    baris = next(nama.iterancestors(f"{W}tr"), None) if nama is not None else None
    return baris.find(f".//{W}p") if baris is not None else None
