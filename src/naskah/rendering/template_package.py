"""A template as a file: macros, links to the outside, the size of its page, settings that trouble the reader."""

from collections.abc import Iterator

from lxml import etree

from naskah.rendering.docx.package import Anggota, inflate
from naskah.rendering.template_rules import TOLERANSI, UKURAN_F4
from naskah.rendering.word_styles import W

# A template comes from outside: no entities, so that none grows or reads a file.
PENGURAI = etree.XMLParser(resolve_entities=False, no_network=True)
_MAKRO = ("vbaproject", "activex", "oleobject", "/embeddings/")


def iter_broken_parts(anggota: tuple[Anggota, ...]) -> Iterator[str]:
    """Yield the parts that are not XML; with one of these, nothing else can be judged."""
    for satu in anggota:
        if satu.nama.endswith((".xml", ".rels")):
            try:
                etree.fromstring(inflate(satu), PENGURAI)
            except etree.XMLSyntaxError:
                yield f"bagian {satu.nama} rusak; buka dan simpan ulang templat dari Word"


def iter_package_faults(anggota: tuple[Anggota, ...]) -> Iterator[str]:
    """Yield what is wrong with the file as a whole."""
    isi = {satu.nama: inflate(satu) for satu in anggota}
    if any(makro in satu.lower() for satu in isi for makro in _MAKRO):
        yield "memuat makro atau objek tertanam; hapus, lalu simpan sebagai Dokumen Word (.docx)"
    for satu, teks in isi.items():
        if satu.endswith(".rels"):
            yield from _external(teks)
    for satu in ("word/styles.xml", "word/numbering.xml"):
        if satu not in isi:
            yield f"tidak memuat {satu}: gaya atau penomorannya hilang; mulailah lagi dari templat baku"
    yield from _page_size(isi["word/document.xml"])
    if any(jejak in isi["word/document.xml"] for jejak in (b"<w:ins ", b"<w:del ", b"<w:moveFrom ")):
        yield "Saran: templat memuat perubahan terlacak yang ikut ke setiap naskah; terima semua perubahan di Word"
    if any(satu.startswith("word/comments") for satu in isi):
        yield "Saran: templat memuat komentar yang ikut ke setiap naskah; hapus semua komentar di Word"
    setelan = isi.get("word/settings.xml", b"")
    if b"updateFields" in setelan:
        yield "Saran: setelan updateFields membuat Word bertanya setiap kali berkas dibuka; hapus setelan itu"
    if b"documentProtection" in setelan:
        yield "Saran: templat terkunci (Batasi Pengeditan), sehingga hasilnya pun terkunci; buka kuncinya di Word"


def _external(relasi: bytes) -> Iterator[str]:
    for satu in etree.fromstring(relasi, PENGURAI):
        jenis = satu.get("Type", "").rpartition("/")[2]
        # A hyperlink is followed only by a reader who clicks on it; anything else is fetched when the file is opened.
        if satu.get("TargetMode") == "External" and jenis != "hyperlink":
            yield f"menunjuk berkas di luar ({jenis}: {satu.get('Target')}); putuskan tautan itu di Word"


def _page_size(document: bytes) -> Iterator[str]:
    for satu in etree.fromstring(document, PENGURAI).iter(f"{W}pgSz"):
        sisi = (satu.get(f"{W}w", ""), satu.get(f"{W}h", ""))
        ukuran = sorted(int(panjang) if panjang.isdecimal() else 0 for panjang in sisi)
        if any(abs(a - b) > TOLERANSI for a, b in zip(ukuran, UKURAN_F4, strict=True)):
            lebar, tinggi = (round(sisi * 25.4 / 1440) for sisi in ukuran)
            yield f"Saran: ukuran kertas {lebar} x {tinggi} mm, bukan F4 (215 x 330 mm); ubah di Tata Letak > Ukuran"
