"""Agreements written as text and read, with what one rule finds in them. Every name and sentence is invented."""

from collections.abc import Sequence

from naskah.checking.context import Konteks
from naskah.checking.finding import Temuan
from naskah.checking.run import check_konteks, load_rules
from naskah.model.bacaan import Bacaan
from naskah.reading.text.read import read_text

NOMOR = ("100.3.7/12/PKS/2031", "PER/7/052031")
PEMBUKA = (
    "Pada hari ini, Senin tanggal Lima Bulan Mei Tahun Dua Ribu Tiga Puluh Satu (05-05-2031), kami yang bertanda"
    " tangan di bawah ini:"
)
KESATU = (
    "SARI WULANDARI : Bupati Cempaka Raya, diangkat berdasarkan Keputusan Menteri Dalam Negeri Nomor 100.2.1.3-9 Tahun"
    " 2030 tanggal 3 Maret 2030, berkedudukan di Jalan Melati Nomor 1, Cempaka, bertindak untuk dan atas nama"
    " Pemerintah Kabupaten Cempaka Raya, selanjutnya disebut PIHAK KESATU;"
)
KEDUA = (
    "BIMA ADISAPUTRA : Direktur Politeknik Nusa, berkedudukan di Jalan Kampus Nomor 7, Cempaka, berdasarkan Surat Kuasa"
    " Khusus Nomor SKS/5/2031 tanggal 2 Mei 2031 bertindak untuk dan atas nama Politeknik Nusa, selanjutnya disebut"
    " PIHAK KEDUA."
)
PENUTUP = (
    "Demikian naskah ini dibuat dan ditandatangani di Cempaka pada hari dan tanggal tersebut, dalam 3 (tiga) rangkap,"
    " 2 (dua) rangkap bermeterai cukup untuk PARA PIHAK dan 1 (satu) rangkap untuk arsip."
)
TANDA_TANGAN = "PIHAK KEDUA,\n\nBIMA ADISAPUTRA\n\nPIHAK KESATU,\n\nSARI WULANDARI\n"
PASAL = (
    ("HAK DAN KEWAJIBAN", "PIHAK KESATU berhak memperoleh data cuaca dan wajib menyediakan lahan."),
    ("JANGKA WAKTU", "Perjanjian Kerja Sama ini berlaku selama 2 (dua) tahun terhitung sejak ditandatangani."),
    ("PERSELISIHAN", "Perselisihan diselesaikan dengan musyawarah."),
    ("SANKSI", "PIHAK yang lalai dikenai sanksi berupa teguran tertulis."),
)


def write(
    *isi: str | tuple[str, str],
    jenis: str = "PERJANJIAN KERJA SAMA",
    nomor: Sequence[str] = NOMOR,
    pembuka: str = PEMBUKA,
    kesatu: str = KESATU,
    kedua: str = KEDUA,
    premis: str = "",
    penutup: str = PENUTUP,
    sesudah: str = "",
) -> Bacaan:
    """An agreement without a fault but what it is given: texts after its own pasal, or pasal with headings instead."""
    pasal = [satu for satu in isi if isinstance(satu, tuple)] or list(PASAL)
    pasal += [("LAIN-LAIN", satu) for satu in isi if isinstance(satu, str)]
    batang = "\n\n".join(f"Pasal {i}\n{judul}\n\n{teks}" for i, (judul, teks) in enumerate(pasal, 1))
    kepala = (
        f"{jenis}\nANTARA\nPEMERINTAH KABUPATEN CEMPAKA RAYA\nDAN\nPOLITEKNIK NUSA\nTENTANG\nPEMANFAATAN DATA CUACA\n\n"
        + "\n".join(f"NOMOR: {satu}" for satu in nomor)
    )
    sepakat = f"PARA PIHAK bersepakat membuat {jenis.title()} tentang Pemanfaatan Data Cuaca dengan ketentuan berikut:"
    bagian = (kepala, pembuka, f"1. {kesatu}", f"2. {kedua}", premis, sepakat, batang, penutup, TANDA_TANGAN, sesudah)
    return read_text("uji.txt", "\n\n".join(satu for satu in bagian if satu).encode())


def write_rule(*pasal: str, menimbang: Sequence[str] = ("bahwa cuaca perlu dipantau;",), tahun: int = 2031) -> Bacaan:
    """A regulation of a regent with these pasal."""
    huruf = "\n".join(f"{chr(ord('a') + i)}. {satu}" for i, satu in enumerate(menimbang))
    batang = "\n\n".join(f"Pasal {i}\n\n{teks}" for i, teks in enumerate(pasal, 1))
    teks = (
        f"BUPATI CEMPAKA RAYA\nPROVINSI NUSA\n\nPERATURAN BUPATI CEMPAKA RAYA\nNOMOR 4 TAHUN {tahun}\n\nTENTANG\n\n"
        f"PEMANTAUAN CUACA\n\nDENGAN RAHMAT TUHAN YANG MAHA ESA\n\nBUPATI CEMPAKA RAYA,\n\nMenimbang : {huruf}\n\n"
        "Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n\nMEMUTUSKAN:\n\n"
        f"Menetapkan : PERATURAN BUPATI TENTANG PEMANTAUAN CUACA.\n\n{batang}\n\n"
        "Ditetapkan di Cempaka\npada tanggal 5 Mei 2031\n\nBUPATI CEMPAKA RAYA,\n\nttd\n\nSARI WULANDARI\n"
    )
    return read_text("perbup.txt", teks.encode())


def find(kode: str, bacaan: Bacaan) -> list[Temuan]:
    """What a rule finds in a document."""
    return check_konteks(Konteks(bacaan), [load_rules()[kode]])


def quotes(kode: str, bacaan: Bacaan) -> list[str]:
    """The words that a rule points at."""
    return [satu.kutipan for satu in find(kode, bacaan)]


def apply(temuan: Temuan, bacaan: Bacaan) -> str:
    """The paragraph of a finding with its remedy."""
    assert temuan.tempat is not None
    assert temuan.perbaikan is not None
    teks = bacaan.alinea[temuan.tempat.alinea].teks
    return teks[: temuan.perbaikan.awal] + temuan.perbaikan.ganti + teks[temuan.perbaikan.akhir :]
