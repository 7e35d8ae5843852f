"""Trees of naskah for the tests of rendering. Every name, number and sentence here is invented."""

from dataclasses import replace

from naskah.model.isi import Isi, Silang, Teks, isi
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import (
    Ayat,
    BlokTandaTangan,
    Dasar,
    GayaDaftar,
    Isian,
    JenisKelompok,
    Kelompok,
    Kepala,
    Naskah,
    Pasal,
    PihakNaskah,
    Premis,
    Rincian,
    Tingkat,
)

SEBUTAN = ("PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA", "PIHAK KEEMPAT")
PIHAK = (
    ("Ratna Wulandari", "Bupati Tanjung Sari", "Pemerintah Kabupaten Tanjung Sari"),
    ("Yohanes Kamaluddin Siregar", "Direktur Utama", "Perusahaan Umum Daerah Air Minum Tirta Kencana"),
    ("Made Ayu Lestari", "Rektor", "Universitas Bumi Persada"),
    ("Hasan Basri", "Ketua", "Yayasan Sungai Bersih"),
)
ROMAWI = ("I", "II", "III", "IV")
LEMA = "abcdefghij"


def text(teks: str) -> Isi:
    """Text in which *stars* mark italics and [label|teks] a cross-reference."""
    bagian: list[Teks | Silang] = []
    for i, luar in enumerate(teks.split("*")):
        for j, satu in enumerate(luar.split("[")):
            dalam, tutup, sisa = satu.partition("]")
            if j and tutup:
                label, _, cetak = dalam.partition("|")
                bagian.append(Silang(label, cetak))
            else:
                sisa = satu if not j else "[" + satu
            if sisa:
                bagian.append(Teks(sisa, miring=i % 2 == 1))
    return tuple(bagian)


def huruf(nomor: str, teks: str, *sub: Rincian, label: str | None = None, isian: tuple[Isian, ...] = ()) -> Rincian:
    return Rincian(Tingkat.HURUF, nomor, text(teks), sub, isian, label)


def angka(nomor: str, teks: str, *sub: Rincian, label: str | None = None) -> Rincian:
    return Rincian(Tingkat.ANGKA, nomor, text(teks), sub, label=label)


def pasal(nomor: str, judul: str, *ayat: Ayat, label: str | None = None) -> Pasal:
    return Pasal(nomor, text(judul), ayat, label)


def ayat(nomor: str | None, teks: str, *rincian: Rincian, label: str | None = None) -> Ayat:
    return Ayat(nomor, text(teks), rincian, label=label)


def four_levels() -> tuple[Rincian, ...]:
    dalam = Rincian(Tingkat.ANGKA_KURUNG, "1", text("sensor tekanan;"))
    dalam2 = Rincian(Tingkat.ANGKA_KURUNG, "2", text("katup otomatis; dan"), label="katup")
    kurung = Rincian(Tingkat.HURUF_KURUNG, "a", text("perangkat:"), (dalam, dalam2), label="perangkat")
    kurung2 = Rincian(Tingkat.HURUF_KURUNG, "b", text("perangkat lunak;"))
    return (
        huruf(
            "a",
            "penyediaan alat yang terdiri atas:",
            angka("1", "alat ukur:", kurung, kurung2),
            angka("2", "suku cadang; dan"),
            label="alat",
        ),
        huruf(
            "b",
            "pelatihan petugas mengenai *maintenance* yang meliputi:",
            angka("1", "teori; dan"),
            angka("2", "praktik."),
            label="latih",
        ),
    )


def korespondensi(jumlah: int) -> Ayat:
    def satu(i: int) -> Rincian:
        isian = (
            Isian("Alamat", text("Jalan Merpati Nomor 12, Kecamatan Sukamaju, Kabupaten Tanjung Sari, kode pos 60999")),
            Isian("Telepon", text("(0399) 555-0100")),
            Isian("Surel", text("kerjasama@contoh.example")),
        )
        return huruf("abcd"[i], f"{SEBUTAN[i]}:", isian=isian)

    return Ayat("1", text("Surat-menyurat disampaikan kepada:"), tuple(satu(i) for i in range(jumlah)), label="alamat")


def body(jumlah: int) -> tuple[Pasal, ...]:
    """Thirteen pasal, with every level and kind of reference."""
    panjang = "Para petugas mencatat setiap perubahan debit, tekanan, dan mutu air pada buku kendali " * 3
    return (
        pasal(
            "1",
            "Pengertian",
            ayat(
                None,
                "Dalam naskah ini yang dimaksud dengan:",
                angka(
                    "1",
                    "Jaringan adalah pipa, katup, dan meter yang dikelola bersama:",
                    huruf("a", "pipa induk; dan"),
                    huruf("b", "pipa dinas."),
                ),
                angka("2", "*Dashboard* adalah layar pantau yang menampilkan debit air."),
                angka("3", "Petugas adalah orang yang ditunjuk PARA PIHAK.", label="petugas"),
            ),
        ),
        pasal(
            "2",
            "Maksud dan Tujuan",
            ayat("1", "Naskah ini dimaksudkan sebagai pegangan PARA PIHAK."),
            ayat("2", "Tujuannya mengurangi kehilangan air di perkotaan."),
            label="maksud",
        ),
        pasal("3", "Objek", ayat(None, "Objek kerja sama ini adalah pengelolaan Jaringan.")),
        pasal(
            "4", "Ruang Lingkup", ayat(None, "Ruang lingkup kerja sama ini meliputi:", *four_levels()), label="lingkup"
        ),
        pasal(
            "5",
            "Hak dan Kewajiban",
            *(
                ayat(str(i), f"{SEBUTAN[i - 1]} berkewajiban:", *four_levels_without_labels())
                for i in range(1, jumlah + 1)
            ),
            label="hak",
        ),
        pasal(
            "6",
            "Jangka Waktu",
            ayat("1", "Kerja sama ini berlaku selama 5 (lima) tahun.", label="masa"),
            ayat(
                "2",
                "Perpanjangan jangka waktu sebagaimana dimaksud pada ayat [masa|(1)] diajukan tertulis.",
                label="perpanjangan",
            ),
            ayat(
                "3",
                "Dalam hal pengajuan sebagaimana dimaksud pada ayat [perpanjangan|(2)] tidak disampaikan, selesai.",
            ),
            label="jangka",
        ),
        pasal(
            "7", "Pembiayaan", ayat(None, "Biaya pelaksanaan [lingkup|Pasal 4] huruf [alat|a] ditanggung PARA PIHAK.")
        ),
        pasal(
            "8",
            "Kerahasiaan",
            ayat("1", panjang + "."),
            ayat("2", "Ketentuan dalam [petugas|Pasal 1] angka [petugas|3] berlaku bagi *vendor*."),
        ),
        pasal(
            "9",
            "Pemantauan",
            ayat("1", panjang + "."),
            ayat(
                "2",
                "Pemantauan mencakup [lingkup|Pasal 4] huruf [alat|a] angka 1 huruf [perangkat|a)] angka [katup|2)].",
            ),
        ),
        pasal(
            "10",
            "Keadaan Kahar (*Force Majeure*)",
            *(
                ayat(str(i), panjang + f"[jangka|Pasal 6] ayat [masa|(1)] tetap berlaku, butir {i}.")
                for i in range(1, 12)
            ),
        ),
        pasal("11", "Penyelesaian Perselisihan", ayat(None, "Perselisihan diselesaikan dengan musyawarah.")),
        pasal(
            "12",
            "Korespondensi",
            korespondensi(jumlah),
            ayat("2", "Perubahan alamat sebagaimana dimaksud pada ayat [alamat|(1)] diberitahukan."),
        ),
        pasal("13", "Ketentuan Penutup", ayat(None, "Perubahan atas [hak|Pasal 5] dituangkan dalam adendum.")),
    )


def four_levels_without_labels() -> tuple[Rincian, ...]:
    return (
        huruf("a", "menyediakan data debit; dan"),
        huruf("b", "memberi akses:", angka("1", "aplikasi; dan"), angka("2", "gudang.")),
    )


def parties(jumlah: int, alinea: int = 1) -> tuple[PihakNaskah, ...]:
    def satu(i: int) -> PihakNaskah:
        nama, jabatan, lembaga = PIHAK[i]
        ekor = f"dalam hal ini bertindak untuk dan atas nama {lembaga}, selanjutnya disebut {SEBUTAN[i]}."
        semua = (f"{jabatan}, berkedudukan di Jalan Merpati Nomor {i + 12}, {ekor}",) * alinea
        return PihakNaskah(ROMAWI[i], SEBUTAN[i], nama, jabatan, lembaga, tuple(text(a) for a in semua))

    return tuple(satu(i) for i in range(jumlah))


def signatures(jumlah: int) -> tuple[tuple[BlokTandaTangan, ...], ...]:
    """PIHAK KEDUA on the left; a third alone below, over both columns."""
    blok = [BlokTandaTangan(SEBUTAN[i], PIHAK[i][1] if jumlah > 2 else None, PIHAK[i][0]) for i in range(jumlah)]
    urut = [blok[1], blok[0], *blok[2:]]
    return tuple(tuple(urut[i : i + 2]) for i in range(0, jumlah, 2))


def make(jumlah: int = 2, *, jenis: JenisNaskah = JenisNaskah.PERJANJIAN_KERJA_SAMA, paraf: bool = True) -> Naskah:
    """A whole naskah of `jumlah` parties."""
    return Naskah(
        jenis=jenis,
        kepala=Kepala(
            jenis.sebutan,
            tuple(lembaga for _, _, lembaga in PIHAK[:jumlah]),
            text("Pengelolaan Jaringan Air Minum Perkotaan melalui *Smart Metering*"),
            tuple(f"{i + 17}/KS/{i + 3}/2031" for i in range(jumlah)),
        ),
        pembuka=text(
            "Pada hari ini, Senin, tanggal lima bulan Mei tahun dua ribu tiga puluh satu (5-5-2031), yang "
            "bertanda tangan di bawah ini:"
        ),
        gaya_pihak=GayaDaftar.ROMAWI,
        pihak=parties(jumlah, 3 if jumlah == 3 else 1),
        setelah_pihak=(text("PARA PIHAK terlebih dahulu menerangkan hal berikut, berdasarkan [maksud|Pasal 2]."),),
        premis=Premis(
            text("PARA PIHAK menerangkan:"),
            GayaDaftar.HURUF_KAPITAL,
            (
                text("bahwa kehilangan air perlu dikurangi;"),
                text("bahwa PARA PIHAK memiliki sumber daya; dan"),
                text("bahwa diperlukan kerja sama."),
            ),
        ),
        dasar=(
            Dasar(
                text("Dasar hukum:"),
                tuple(text(f"Undang-Undang Nomor {n} Tahun 2028 tentang Perkara Air;") for n in range(1, 12)),
            ),
            Dasar(text("Memperhatikan:"), (text("Surat Edaran Nomor 1; dan"), text("Surat Edaran Nomor 2."))),
        ),
        kesepakatan=text("PARA PIHAK sepakat mengadakan kerja sama dengan ketentuan sebagai berikut:"),
        batang=body(jumlah),
        penutup=(
            text(
                "Demikian naskah ini dibuat dalam rangkap 2 (dua), bermeterai cukup, dan mempunyai kekuatan "
                "hukum yang sama."
            ),
        ),
        tanda_tangan=signatures(jumlah),
        paraf=SEBUTAN[:jumlah] if paraf else (),
    )


def make_grouped() -> Naskah:
    """Pasal grouped in BAB, Bagian and Paragraf; Pasal count on through the groups."""
    dasar = make(2, jenis=JenisNaskah.KESEPAKATAN_BERSAMA, paraf=False)
    semua = body(2)
    paragraf = tuple(
        Kelompok(JenisKelompok.PARAGRAF, str(n), text(f"Bidang {n}"), semua[n + 1 : n + 2]) for n in (1, 2)
    )
    paragraf_lain = (Kelompok(JenisKelompok.PARAGRAF, "1", text("Bidang Lain"), semua[4:5]),)
    bagian = (
        Kelompok(JenisKelompok.BAGIAN, "Kesatu", text("Bagian Umum"), paragraf),
        Kelompok(JenisKelompok.BAGIAN, "Kedua", text("Bagian Khusus"), paragraf_lain),
    )
    batang = (
        Kelompok(JenisKelompok.BAB, "I", text("Ketentuan Umum"), semua[:2]),
        Kelompok(JenisKelompok.BAB, "II", text("Pelaksanaan"), bagian),
        Kelompok(JenisKelompok.BAB, "III", text("Penutup"), semua[5:]),
    )
    pihak = tuple(replace(satu, nomor=str(n)) for n, satu in enumerate(dasar.pihak, 1))
    return replace_tree(dasar, batang=batang, gaya_pihak=GayaDaftar.ANGKA, pihak=pihak)


def make_inserted() -> Naskah:
    """Numbers that Word does not count to: Pasal 2A, ayat (1a), huruf c after a."""
    batang = (
        pasal(
            "1",
            "Awal",
            ayat("1", "Kesatu, lihat [sisipan|(1a)]."),
            ayat("1a", "Disisipkan.", label="sisipan"),
            ayat("2", "Kedua."),
        ),
        pasal("2", "Tengah", ayat(None, "Isi:", huruf("a", "satu;"), huruf("c", "tiga.", label="tiga"))),
        pasal(
            "2A",
            "Sisipan",
            ayat("1", "Baru."),
            ayat("2", "Baru lagi, lihat [pasal-2a|Pasal 2A] huruf [tiga|c]."),
            label="pasal-2a",
        ),
        pasal("3", "Akhir", ayat("1", "Tetap."), ayat("2", "Tetap.")),
    )
    return replace_tree(make(2), batang=batang, setelah_pihak=())


NASTY = (
    "A & B < C > \"kutip\" 'tunggal' “lengkung” ‘tipis’ {{ judul }} {% if x %} {# c #} {_{ }_} &amp; ]]>",
    "emoji \N{WATER WAVE}\N{FAMILY} dan \N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}, huruf Arab: مياه نظيفة للجميع",
    "kata " + LEMA * 30 + " selesai, tab\tdi sini, baris\nbaru, spasi   tiga",
)


def make_nasty() -> Naskah:
    """Text that breaks a careless renderer, in every place where text can stand."""
    kotor = text_plain(NASTY[0])
    batang = (
        Pasal("1", kotor, tuple(Ayat(str(i), text_plain(n)) for i, n in enumerate(NASTY, 1)), "satu"),
        Pasal(
            "2",
            text_plain(NASTY[1]),
            (Ayat(None, kotor + (Silang("satu", "Pasal 1"),), isian=(Isian(NASTY[0], text_plain(NASTY[2])),)),),
        ),
    )
    biasa = make(2)
    pihak = tuple(
        PihakNaskah(p.nomor, NASTY[0], NASTY[0], NASTY[0], NASTY[0], (text_plain(NASTY[2]), kotor)) for p in biasa.pihak
    )
    blok = BlokTandaTangan(NASTY[0], NASTY[1], NASTY[0])
    return replace_tree(
        biasa,
        kepala=Kepala(NASTY[0], (NASTY[0], NASTY[1]), kotor, (NASTY[0], NASTY[2])),
        batang=batang,
        pihak=pihak,
        tanda_tangan=((blok, blok),),
        paraf=(NASTY[0], NASTY[1]),
        pembuka=text_plain(NASTY[2]),
        setelah_pihak=(kotor,),
        penutup=(kotor,),
    )


def text_plain(teks: str) -> Isi:
    return isi(teks)


def replace_tree(naskah: Naskah, **ganti: object) -> Naskah:
    return replace(naskah, **ganti)  # type: ignore[arg-type]


def make_samples() -> dict[str, Naskah]:
    """Every sample by name."""
    return {
        "dua-pihak": make(2),
        "tiga-pihak": make(3, jenis=JenisNaskah.NOTA_KESEPAKATAN, paraf=False),
        "empat-pihak": make(4),
        "bab": make_grouped(),
        "sisipan": make_inserted(),
        "kotor": make_nasty(),
        "kecil": make_small(),
    }


def make_small() -> Naskah:
    """A short naskah for golden files."""
    batang = (
        pasal(
            "1",
            "Lingkup",
            ayat(None, "Lingkupnya:", huruf("a", "*monitoring*; dan", label="pantau"), huruf("b", "laporan.")),
            label="lingkup",
        ),
        pasal(
            "2",
            "Waktu",
            ayat("1", "Berlaku 1 (satu) tahun.", label="masa"),
            ayat("2", "Lihat [lingkup|Pasal 1] huruf [pantau|a] dan ayat [masa|(1)]."),
        ),
    )
    return replace_tree(make(2), batang=batang, setelah_pihak=(), dasar=(), premis=None)
