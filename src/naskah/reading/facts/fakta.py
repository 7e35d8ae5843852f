"""What was understood of a document. Every fact knows the words it was read from."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from naskah.bahasa.durasi import Durasi
from naskah.model.bacaan import JenisBacaan
from naskah.model.tempat import Tempat
from naskah.reading.parts import Bagian


class Sumber(NamedTuple):
    """The words of a fact: characters `awal` to `akhir` of a part's text."""

    bagian: Bagian
    awal: int
    akhir: int

    @property
    def letak(self) -> str:
        """Where, as people say it: "Pasal 7 ayat (1)"."""
        return self.bagian.letak

    @property
    def kutipan(self) -> str:
        """The words themselves."""
        return self.bagian.teks[self.awal : self.akhir]

    @property
    def tempat(self) -> Tempat | None:
        """Where the words begin in the file; None for a document that was assembled."""
        return self.bagian.place(self.awal)


class FaktaPembuka(NamedTuple):
    """The opening date as it is told three times; each telling with its words where it stands."""

    hari: str | None
    kata: date | None
    angka: date | None
    tanggal: date | None  # the date on which two of the three agree
    tempat: str | None
    selisih: tuple[str, ...]  # sentences
    sumber: Sumber
    sumber_hari: Sumber | None = None
    sumber_kata: Sumber | None = None
    sumber_angka: Sumber | None = None


class JenisWewenang(StrEnum):
    """What a document of authority does."""

    KUASA = "kuasa"
    PENGANGKATAN = "pengangkatan"


class FaktaWewenang(NamedTuple):
    """A document that gives a signatory authority. `tanggal_kosong`: dots stand where its date should."""

    jenis: JenisWewenang
    dokumen: str
    nomor: str | None
    tanggal: date | None
    tentang: str | None
    tanggal_kosong: bool
    sumber: Sumber


class FaktaPihak(NamedTuple):
    """A party as the document presents it."""

    sebutan: str  # "PIHAK KESATU", as printed
    urutan: int  # 1 for KESATU or PERTAMA
    lembaga: str
    nama: str  # who signs
    jabatan: str
    nomor: str | None  # its number line in the heading
    kedudukan: str | None
    bertindak_untuk: str | None
    wewenang: tuple[FaktaWewenang, ...]
    sumber: Sumber | None


class FaktaDurasi(NamedTuple):
    """A length of time as written: "3 (tiga) tahun", "4 bulan", "lima tahun"."""

    angka: int | None  # as the digits say; None: only words
    kata: str | None  # the words in brackets, or alone
    satuan: str  # "tahun", "hari", "hari kerja", "hari kalender"
    lama: Durasi | None  # None: zero, or too large to be one
    cocok: bool  # digits and words say the same
    sumber: Sumber


class FaktaMasa(NamedTuple):
    """The term: how long, from when, and whether it can be extended."""

    lama: Durasi | None
    mulai: date | None  # a date named in the text
    mulai_disebut: bool  # a start is named: a date, or the signing
    mulai_teks: str | None
    akhir: date | None  # a last day named in the text
    dapat_diperpanjang: bool
    sumber: Sumber


class FaktaBatas(NamedTuple):
    """A deadline: notice before the end, an answer after an event."""

    hal: tuple[str, ...]  # "perpanjangan", "pengakhiran", "perubahan-alamat", "keadaan-kahar", ...
    durasi: FaktaDurasi
    arah: str  # "sebelum" or "setelah"
    acuan: str  # "akhir-jangka-waktu", "tanggal-berakhir-dikehendaki", or the words after "sebelum", "sejak"
    sumber: Sumber


class FaktaBerkala(NamedTuple):
    """A recurring duty: every so long."""

    hal: str  # "monev", "laporan", "lain"
    setiap: Durasi
    durasi: FaktaDurasi | None  # None: "setiap semester"
    sumber: Sumber


class FaktaBerita(NamedTuple):
    """A gazette: "Lembaran Negara Republik Indonesia", year, number, supplement."""

    nama: str
    tahun: int | None
    nomor: str | None
    tambahan: str | None
    sumber: Sumber


class FaktaSitasi(NamedTuple):
    """A regulation as it is cited. `kunci` is its short name, "UU 23/2014"; letter case is as printed."""

    kunci: str
    sebutan: str  # "Undang-Undang", "Peraturan Daerah Kabupaten Cempaka Raya"
    nomor: str | None
    tahun: int | None
    tentang: str | None
    berita: FaktaBerita | None
    sumber: Sumber
    diubah: tuple["FaktaSitasi", ...] = ()
    kata_ubah: str | None = None  # "sebagaimana telah beberapa kali diubah, terakhir dengan"


class FaktaRujukan(NamedTuple):
    """One place that is referred to. What a reference leaves out is that of where it stands."""

    pasal: str | None
    ayat: str | None
    huruf: str | None
    angka: str | None
    lampiran: str | None  # "" for "Lampiran" without a number
    unit: str  # the level named last: "pasal", "ayat", "huruf", "angka", "lampiran"
    pengantar: str  # "sebagaimana dimaksud dalam"; "" where nothing leads in
    tanpa_sebutan: bool  # "huruf a dan b": the second has no name of its own
    milik: str  # the other document whose pasal it is; "" for this one
    sumber: Sumber


class FaktaDefinisi(NamedTuple):
    """A defined term, its short form, and what it means."""

    istilah: str
    singkatan: str | None
    arti: str
    sumber: Sumber


class FaktaSingkatan(NamedTuple):
    """An abbreviation where it is explained; `kepanjangan` is "" where the words before it do not fit its letters."""

    singkatan: str
    kepanjangan: str
    sumber: Sumber


class FaktaLampiran(NamedTuple):
    """An attachment that the text promises."""

    nama: str  # "Rencana Kerja", "Lampiran", "Lampiran II"
    dilampirkan: bool
    sumber: Sumber


class FaktaSalinan(NamedTuple):
    """The signed copies."""

    rangkap: int
    bermeterai: int | None
    pemegang: tuple[str, ...]  # "PIHAK KESATU", "PARA PIHAK"
    arsip: tuple[str, ...]  # who keeps the others
    sumber: Sumber


class FaktaInduk(NamedTuple):
    """Another agreement that the recitals name: its kind and subject, numbers and date."""

    jenis: str  # "Kesepakatan Bersama", "Adendum"
    tentang: str | None
    nomor: tuple[str, ...]
    tanggal: date | None
    sumber: Sumber


class FaktaTandaTangan(NamedTuple):
    """A signature block, in the order in which they are printed."""

    sebutan: str
    jabatan: str | None
    nama: str


class Fakta(NamedTuple):
    """Everything that was understood of one document."""

    jenis: JenisBacaan
    judul: str
    nomor: tuple[str, ...]
    pembuka: FaktaPembuka | None
    tanggal: date | None
    tempat: str | None
    pihak: tuple[FaktaPihak, ...]
    masa: tuple[FaktaMasa, ...]
    batas: tuple[FaktaBatas, ...]
    berkala: tuple[FaktaBerkala, ...]
    durasi: tuple[FaktaDurasi, ...]
    dasar_hukum: tuple[FaktaSitasi, ...]  # of the list of legal bases; Mengingat
    peraturan: tuple[FaktaSitasi, ...]  # cited elsewhere
    rujukan: tuple[FaktaRujukan, ...]
    induk: tuple[FaktaInduk, ...]
    definisi: tuple[FaktaDefinisi, ...]
    singkatan: tuple[FaktaSingkatan, ...]
    lampiran: tuple[FaktaLampiran, ...]
    salinan: FaktaSalinan | None
    tanda_tangan: tuple[FaktaTandaTangan, ...]
    tidak_dipahami: tuple[str, ...] = ()  # what should be there and was not found, and paragraphs left over
