"""A template as a file: macros, links to the outside, the size of its page, settings that trouble the reader."""

import re
from collections.abc import Iterator

from lxml import etree

from naskah.rendering.docx.package import Anggota, inflate
from naskah.rendering.template_finding import Temuan, hint
from naskah.rendering.template_rules import TOLERANSI, UKURAN_F4
from naskah.rendering.word_styles import W

# A template comes from outside: no entities, so that none grows or reads a file.
PENGURAI = etree.XMLParser(resolve_entities=False, no_network=True)
_TEPI = re.compile(r"word/(?:header|footer)[^/]*\.xml")
_MAKRO = ("vbaproject", "activex", "oleobject", "/embeddings/")


def iter_broken_parts(anggota: tuple[Anggota, ...]) -> Iterator[Temuan]:
    """Yield the parts that are not XML; with one of these, nothing else can be judged."""
    for satu in anggota:
        if satu.nama.endswith((".xml", ".rels")):
            try:
                etree.fromstring(inflate(satu), PENGURAI)
            except etree.XMLSyntaxError:
                yield Temuan(f"bagian {satu.nama} rusak; buka dan simpan ulang templat dari Word")


def iter_package_faults(anggota: tuple[Anggota, ...]) -> Iterator[Temuan]:
    """Yield what is wrong with the file as a whole."""
    isi = {satu.nama: inflate(satu) for satu in anggota}
    if any(makro in satu.lower() for satu in isi for makro in _MAKRO):
        yield Temuan("memuat makro atau objek tertanam; hapus, lalu simpan sebagai Dokumen Word (.docx)")
    for satu, teks in isi.items():
        if satu.endswith(".rels"):
            yield from _external(teks)
    for satu in ("word/styles.xml", "word/numbering.xml"):
        if satu not in isi:
            yield Temuan(f"tidak memuat {satu}: gaya atau penomorannya hilang; mulailah lagi dari templat baku")
    yield from _page_size(isi["word/document.xml"])
    if any(jejak in isi["word/document.xml"] for jejak in (b"<w:ins ", b"<w:del ", b"<w:moveFrom ")):
        yield hint("templat memuat perubahan terlacak yang ikut ke setiap naskah; terima semua perubahan di Word")
    if any(satu.startswith("word/comments") for satu in isi):
        yield hint("templat memuat komentar yang ikut ke setiap naskah; hapus semua komentar di Word")
    yield from _page_number(isi)
    setelan = isi.get("word/settings.xml", b"")
    if b"updateFields" in setelan:
        yield hint("setelan updateFields membuat Word bertanya setiap kali berkas dibuka; hapus setelan itu")
    if b"documentProtection" in setelan:
        yield hint("templat terkunci (Batasi Pengeditan), sehingga hasilnya pun terkunci; buka kuncinya di Word")


def _external(relasi: bytes) -> Iterator[Temuan]:
    for satu in etree.fromstring(relasi, PENGURAI):
        jenis = satu.get("Type", "").rpartition("/")[2]
        # A hyperlink is followed only by a reader who clicks on it; anything else is fetched when the file is opened.
        if satu.get("TargetMode") == "External" and jenis != "hyperlink":
            yield Temuan(f"menunjuk berkas di luar ({jenis}: {satu.get('Target')}); putuskan tautan itu di Word")


def _page_number(isi: dict[str, bytes]) -> Iterator[Temuan]:
    tepi = [etree.fromstring(teks, PENGURAI) for satu, teks in isi.items() if _TEPI.fullmatch(satu)]
    # A field in one piece, or its code in runs.
    kode = [satu.get(f"{W}instr", "") for akar in tepi for satu in akar.iter(f"{W}fldSimple")]
    kode += ["".join(satu.text or "" for satu in akar.iter(f"{W}instrText")) for akar in tepi]
    if not any(re.search(r"\bPAGE\b", satu) for satu in kode):
        yield hint("nomor halaman tidak ada pada kepala atau kaki halaman; sisipkan lewat Sisipkan > Nomor Halaman")


def _page_size(document: bytes) -> Iterator[Temuan]:
    for satu in etree.fromstring(document, PENGURAI).iter(f"{W}pgSz"):
        sisi = (satu.get(f"{W}w", ""), satu.get(f"{W}h", ""))
        ukuran = sorted(int(panjang) if panjang.isdecimal() else 0 for panjang in sisi)
        if any(abs(a - b) > TOLERANSI for a, b in zip(ukuran, UKURAN_F4, strict=True)):
            lebar, tinggi = (round(sisi * 25.4 / 1440) for sisi in ukuran)
            yield hint(f"ukuran kertas {lebar} x {tinggi} mm, bukan F4 (215 x 330 mm); ubah di Tata Letak > Ukuran")
