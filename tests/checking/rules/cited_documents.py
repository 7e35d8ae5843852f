"""A library of invented regulations, and agreements of 5 May 2031 that cite them."""

from datetime import date

from written_documents import write

from naskah.checking.context import Konteks
from naskah.checking.finding import Temuan
from naskah.checking.run import check_konteks, load_rules
from naskah.model.bacaan import Bacaan
from naskah.model.peraturan import Berita, JenisPeraturan, Peraturan, Perubahan

NEGARA = "Lembaran Negara Republik Indonesia"


def _make(jenis: JenisPeraturan, sebutan: str, nomor: str, tahun: int, tentang: str, **lain: object) -> Peraturan:
    isi = {"jenis": jenis, "sebutan": sebutan, "nomor": nomor, "tahun": tahun, "tentang": tentang, "sumber": "rekaan"}
    return Peraturan.model_validate(isi | lain)


UU, PP, PERMEN = JenisPeraturan.UU, JenisPeraturan.PP, JenisPeraturan.PERMEN
PERATURAN = {
    "uu-5-2030": _make(
        UU,
        "Undang-Undang",
        "5",
        2030,
        "Perkara Cuaca",
        berita=Berita(nama=NEGARA, tahun=2030, nomor="50", tambahan="7500"),
        diubah=(
            Perubahan(oleh="uu-9-2030", sejak=date(2030, 9, 1)),
            Perubahan(oleh="uu-2-2031", sejak=date(2031, 2, 1)),
            Perubahan(oleh="uu-8-2031", sejak=date(2031, 8, 1)),
        ),
    ),
    "uu-9-2030": _make(UU, "Undang-Undang", "9", 2030, "Perubahan atas Undang-Undang Nomor 5 Tahun 2030"),
    "uu-2-2031": _make(UU, "Undang-Undang", "2", 2031, "Perubahan Kedua atas Undang-Undang Nomor 5 Tahun 2030"),
    "uu-8-2031": _make(UU, "Undang-Undang", "8", 2031, "Perubahan Ketiga atas Undang-Undang Nomor 5 Tahun 2030"),
    "uu-7-2029": _make(UU, "Undang-Undang", "7", 2029, "Angin dan Hujan"),
    "pp-3-2025": _make(PP, "Peraturan Pemerintah", "3", 2025, "Izin Cuaca"),
    "pp-8-2020": _make(
        PP,
        "Peraturan Pemerintah",
        "8",
        2020,
        "Perizinan Cuaca",
        dicabut=Perubahan(oleh="pp-3-2025", sejak=date(2025, 3, 1)),
    ),
    "pp-6-2028": _make(
        PP,
        "Peraturan Pemerintah",
        "6",
        2028,
        "Alat Ukur Cuaca",
        diubah=(Perubahan(oleh="pp-4-2030", sejak=date(2030, 4, 1)),),
    ),
    "pp-4-2030": _make(PP, "Peraturan Pemerintah", "4", 2030, "Perubahan atas Peraturan Pemerintah Nomor 6 Tahun 2028"),
    "pp-1-2027": _make(PP, "Peraturan Pemerintah", "1", 2027, "Awan dan Kabut", pasti=False),
    "pergub-nusa-2-2029": _make(
        JenisPeraturan.PERGUB, "Peraturan Gubernur Nusa Raya", "2", 2029, "Balai Cuaca Nusa Raya"
    ),
}


def cite(*butir: str, judul: str = "DASAR HUKUM :", premis: str = "") -> Bacaan:
    """An agreement with these legal bases, and a recital before them."""
    daftar = "\n".join(f"{i}. {satu};" for i, satu in enumerate(butir, 1))
    pembuka = f"PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:\n\na. {premis};\n\n" if premis else ""
    return write(premis=f"{pembuka}{judul}\n\n{daftar}")


def find_cited(kode: str, bacaan: Bacaan) -> list[Temuan]:
    """What one rule finds with this library."""
    return check_konteks(Konteks(bacaan, PERATURAN), [load_rules()[kode]])
