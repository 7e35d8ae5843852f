"""Texts that went wrong: lines of documents in any order, cut, doubled, with marks of extraction."""

from hypothesis import strategies as st

# Lines with which parts of documents begin, and the traps among them.
LARIK = (
    "NOTA KESEPAKATAN",
    "ADENDUM KESATU",
    "PERATURAN DAERAH KABUPATEN CEMPAKA RAYA",
    "DOKUMEN RENCANA KERJA",
    "ATAS",
    "ANTARA",
    "DAN",
    "TENTANG",
    "PEMERINTAH KABUPATEN CEMPAKA RAYA",
    "NOMOR : 1/KS/2026",
    "NOMOR 3 TAHUN 2026",
    "DENGAN RAHMAT TUHAN YANG MAHA ESA",
    "BUPATI CEMPAKA RAYA,",
    "- Menimbang : a. bahwa air perlu dikelola;",
    "Mengingat :",
    "Mengingat...",
    "MEMUTUSKAN:",
    "Menetapkan : PERATURAN DAERAH TENTANG AIR.",
    "Pada hari ini, Senin, tanggal 5-5-2031, yang bertanda tangan di bawah ini:",
    "I. SARI WULANDARI : Bupati, bertindak untuk dan atas nama Pemerintah, selanjutnya disebut PIHAK KESATU.",
    "PARA PIHAK menerangkan:",
    "Dasar hukum:",
    "PARA PIHAK sepakat dengan ketentuan sebagai berikut:",
    "## BAB I KETENTUAN UMUM Bagian Kesatu Umum Pasal 1",
    "BAB II",
    "Bagian Kedua",
    "Paragraf 3",
    "Pasal 1",
    "Pasal I",
    "#### Pasal 2 RUANG LINGKUP",
    "Pasal 3 ayat (2) huruf a berlaku.",
    "(1) Ruang lingkupnya:",
    "(2a) Disisipkan.",
    "- a. pipa; dan",
    "b1. katup.",
    "aa. meter",
    "1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:",
    "2) sensor",
    "z) alat",
    "E. NAMA ORANG",
    "Alamat : Jalan Merdeka",
    "PIHAK KESATU",
    "PIHAK KEDUA,          PIHAK KESATU,",
    "    BIMA                  SARI",
    "Demikian naskah ini dibuat.",
    "LAMPIRAN",
    "Tahun: 2025, 2026",
    "Lokasi : Cempaka",
    "penanggung jawab : Dinas Air; Dinas Tani",
    "No\tPROGRAM\tTAHAPAN\tLOKASI\tSUMBER DANA\t2025\tPIHAK KESATU\tOUTPUT",
    "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)",
    "1\tAir\ta. Pipa\tCempaka\tAPBD\tV\tDinas Air\tada",
    "\t\t\t\t\t\t\t\t",
    "Paraf PIHAK KESATU\t",
    "Agar setiap orang mengetahuinya, memerintahkan pengundangan.",
    "Ditetapkan di Cempaka  ",
    "PENJELASAN",
    "- 2 -",
    "12",
    "(2) Hasil ...",
    "*Force majeure* dan **tebal** [surel](mailto:a@b.example)",
    "",
    "   ",
    "\f",
)

POTONG = st.sampled_from(LARIK)
ASING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
LEKUK = st.sampled_from(("", " ", "     ", "          ", "\t"))
SATU_LARIK = st.builds(lambda depan, isi: depan + isi, LEKUK, st.one_of(POTONG, POTONG, POTONG, ASING))
TEKS = st.lists(SATU_LARIK, max_size=40).map("\n".join)


@st.composite
def damaged(draw: st.DrawFn, teks: str) -> str:
    """A document with lines dropped, doubled, swapped, cut."""
    baris = teks.split("\n")
    for _ in range(draw(st.integers(0, 8))):
        i, j = draw(st.integers(0, len(baris) - 1)), draw(st.integers(0, len(baris) - 1))
        cara = draw(st.integers(0, 4))
        if cara == 0:
            del baris[i : i + draw(st.integers(1, 6))]
        elif cara == 1:
            baris[i:i] = baris[min(i, j) : max(i, j)][:60]
        elif cara == 2:
            baris[i], baris[j] = baris[j], baris[i]
        elif cara == 3:
            baris[i] = baris[i][: draw(st.integers(0, 30))]
        else:
            baris.insert(i, draw(SATU_LARIK))
        if not baris:
            return ""
    return "\n".join(baris)
