"""What a template must print, and how its levels must be numbered: tables that template_check reads."""

from typing import NamedTuple


class Syarat(NamedTuple):
    """Something a template must print: its marker in the sample, what it is, the tag that prints it."""

    kunci: str
    hal: str
    tag: str


def _cabang(gaya: str, hal: str, isi: str = "{{r isi }}") -> Syarat:
    return Syarat(gaya, hal, f'{{%p elif gaya == "{gaya}" %}} lalu {isi}')


def _isian(gaya: str, hal: str) -> tuple[Syarat, Syarat]:
    baris = "{{ tanda }}, tab, titik dua, tab, {{r isi }}"
    return _cabang(gaya, f"nilai isian {hal}", baris), Syarat(f"{gaya}.kunci", f"kunci isian {hal}", baris)


def _penandatangan(sisi: str, hal: str) -> tuple[Syarat, ...]:
    return (
        Syarat(f"{sisi}.sebutan", f"sebutan pihak {hal}", f"{{{{r baris.{sisi}.sebutan }}}},"),
        Syarat(
            f"{sisi}.jabatan",
            f"jabatan {hal}",
            f"{{%p if baris.{sisi}.jabatan %}} lalu {{{{r baris.{sisi}.jabatan }}}},",
        ),
        Syarat(f"{sisi}.nama", f"nama penandatangan {hal}", f"{{{{r baris.{sisi}.nama }}}}"),
    )


# Blocks: when nothing of a block is printed, one finding about the block stands for all of its parts.
SYARAT: dict[Syarat, tuple[Syarat, ...]] = {
    Syarat("kepala", "kepala naskah", "{{r kepala.jenis }}, {%p for nama in kepala.pihak %}, {{r kepala.tentang }}"): (
        Syarat("kepala.jenis", "jenis naskah pada kepala", "{{r kepala.jenis }}"),
        Syarat(
            "kepala.pihak",
            "nama pihak pada kepala",
            "{%p for nama in kepala.pihak %} ... {{r nama }} ... {%p endfor %}",
        ),
        Syarat("kepala.tentang", "judul pada kepala", "{{r kepala.tentang }}"),
        Syarat(
            "kepala.nomor", "nomor naskah", "{%p for nomor in kepala.nomor %} ... NOMOR: {{ nomor }} ... {%p endfor %}"
        ),
        Syarat("logo", "logo", "{%p if logo %} ... {{r logo }} ... {%p endif %}"),
    ),
    Syarat("pembuka", "pembuka", "{{r pembuka }}"): (Syarat("pembuka", "pembuka", "{{r pembuka }}"),),
    Syarat("pihak", "tabel para pihak", "baris {%tr for p in pihak %} ... {%tr endfor %}"): (
        Syarat("pihak.nama", "nama penandatangan pada tabel para pihak", "{{r p.nama }}"),
        Syarat("komparisi", "komparisi", "{%p for alinea in p.komparisi %} ... {{r alinea }} ... {%p endfor %}"),
        Syarat("komparisi.kedua", "alinea kedua komparisi", "{%p for alinea in p.komparisi %} ... {%p endfor %}"),
    ),
    Syarat("setelah", "alinea PARA PIHAK", "{%p for alinea in setelah_pihak %} ... {{r alinea }} ... {%p endfor %}"): (
        Syarat("setelah-pihak", "alinea sesudah para pihak", "{%p for alinea in setelah_pihak %} ... {%p endfor %}"),
    ),
    Syarat(
        "premis", "premis", "{%p if premis %} ... {%p for butir in premis.butir %} ... {%p endfor %} ... {%p endif %}"
    ): (
        Syarat("premis.pengantar", "kalimat pengantar premis", "{{r premis.pengantar }}"),
        Syarat("premis.butir", "butir premis", '{%p for butir in premis.butir %} ... {%p if premis.gaya == "..." %}'),
    ),
    Syarat(
        "dasar",
        "dasar hukum",
        "{%p for d in dasar %} ... {%p for butir in d.butir %} ... {%p endfor %} ... {%p endfor %}",
    ): (
        Syarat("dasar.pengantar", "kalimat pengantar dasar hukum", "{{r d.pengantar }}"),
        Syarat("dasar.butir", "butir dasar hukum", "{%p for butir in d.butir %} ... {{r butir }} ... {%p endfor %}"),
    ),
    Syarat("kesepakatan", "kalimat kesepakatan", "{{r kesepakatan }}"): (
        Syarat("kesepakatan", "kalimat kesepakatan", "{{r kesepakatan }}"),
    ),
    Syarat("batang", "daftar pasal", "{%p for gaya, tanda, isi in batang %} ... {%p endfor %}"): (
        _cabang("bab", "judul BAB"),
        _cabang("bagian", "judul Bagian"),
        Syarat("bagian.nomor", "nomor Bagian", '{{r tanda }} sesudah {%p elif gaya == "bagian" %}'),
        _cabang("paragraf", "judul Paragraf"),
        _cabang("pasal", "judul pasal", "{{r tanda }} bergaya Pasal dan {{r isi }} bergaya Judul Pasal"),
        _cabang("isi", "isi pasal tanpa ayat"),
        _cabang("ayat", "ayat"),
        _cabang("definisi", "butir pengertian"),
        _cabang("huruf", "huruf"),
        _cabang("angka", "angka"),
        _cabang("huruf-kurung", "huruf berkurung"),
        _cabang("angka-kurung", "angka berkurung"),
        _cabang("huruf-pasal", "huruf langsung di bawah pasal"),
        _cabang("angka-pasal", "angka di bawah huruf pasal"),
        _cabang("huruf-kurung-pasal", "huruf berkurung di bawah huruf pasal"),
        _cabang("angka-kurung-pasal", "angka berkurung di bawah huruf pasal"),
        *_isian("isian", "di bawah pasal"),
        *_isian("isian-ayat", "di bawah ayat"),
        *_isian("isian-huruf", "di bawah huruf"),
    ),
    Syarat("penutup", "penutup", "{%p for alinea in penutup %} ... {{r alinea }} ... {%p endfor %}"): (
        Syarat("penutup", "penutup", "{%p for alinea in penutup %} ... {{r alinea }} ... {%p endfor %}"),
    ),
    Syarat("tanda", "tabel tanda tangan", "baris {%tr for baris in tanda_tangan %} ... {%tr endfor %}"): (
        *_penandatangan("kiri", "di kolom kiri"),
        *_penandatangan("kanan", "di kolom kanan"),
        *_penandatangan("tengah", "yang sendirian sebaris"),
    ),
    Syarat("lampiran", "tempat lampiran", "{%p for l in lampiran %} ... {{p l.tabel }} ... {%p endfor %}"): (
        Syarat("lampiran.kepala", "kepala lampiran", "{%p for baris in l.kepala %} ... {{r baris }} ... {%p endfor %}"),
        Syarat(
            "lampiran.nomor",
            "nomor pada kepala lampiran",
            "{%p for nomor in l.nomor %} ... NOMOR: {{ nomor }} ... {%p endfor %}",
        ),
        Syarat("lampiran.judul", "judul lampiran", "{%p for baris in l.judul %} ... {{r baris }} ... {%p endfor %}"),
        Syarat("lampiran.tabel", "tabel rencana kerja", "{{p l.tabel }}"),
    ),
}
# Blocks that only a naskah with such an attribute needs; the second table for a template without pasal and parties.
BILA = {"lampiran": "lampiran"}
BILA_SENDIRI = {
    "pihak": "pihak",
    "setelah": "setelah_pihak",
    "premis": "premis",
    "dasar": "dasar",
    "kesepakatan": "kesepakatan",
    "batang": "batang",
    # The table of a Rencana Kerja bears its closing words and signatures; other naskah have pasal.
    "penutup": "batang",
    "tanda": "batang",
}


class Nomor(NamedTuple):
    """How a line is numbered: the name of its style in Word, the number format, its text (% is the number)."""

    gaya: str
    bentuk: str
    teks: str


# The list of the pasal, from its first level down: the order alone makes numbers start again where they must.
NOMOR_PASAL = {
    "pasal": Nomor("Pasal", "decimal", "Pasal %"),
    "ayat": Nomor("Ayat", "decimal", "(%)"),
    "definisi": Nomor("Definisi", "decimal", "%."),
    "huruf": Nomor("Huruf", "lowerLetter", "%."),
    "angka": Nomor("Angka", "decimal", "%."),
    "huruf-kurung": Nomor("Huruf Kurung", "lowerLetter", "%)"),
    "angka-kurung": Nomor("Angka Kurung", "decimal", "%)"),
}
NOMOR_KELOMPOK = {
    "bab": Nomor("Bab", "upperRoman", "BAB %"),
    "paragraf": Nomor("Paragraf", "decimal", "Paragraf %"),
}
BENTUK_DAFTAR = {"angka": "decimal", "huruf": "lowerLetter", "huruf-kapital": "upperLetter", "romawi": "upperRoman"}

# What stands below what, and what must not stand twice. A cover may repeat the title and the parties' names.
URUTAN = {
    "pembuka": "pembuka",
    "pihak.nama": "tabel para pihak",
    "kesepakatan": "kalimat kesepakatan",
    "bab": "daftar pasal",
    "penutup": "penutup",
    "kiri.sebutan": "tabel tanda tangan",
}
SEKALI = {
    "pembuka": "pembuka",
    "komparisi": "komparisi",
    "setelah-pihak": "alinea sesudah para pihak",
    "premis.butir": "butir premis",
    "dasar.butir": "butir dasar hukum",
    "kesepakatan": "kalimat kesepakatan",
    "ayat": "daftar pasal",
    "huruf": "huruf",
    "penutup": "penutup",
    "kiri.sebutan": "tabel tanda tangan",
}
# Words of the title that the template writes itself.
KATA_TETAP = ("ANTARA", "DAN", "TENTANG")

# F4 in twips (UU 12/2011 Lampiran II angka 284), and how far Word may round it.
UKURAN_F4 = (12189, 18709)
TOLERANSI = 60
