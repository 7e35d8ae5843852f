"""Whether a document was understood at all: a list without findings must not pass for a clean agreement."""

from collections.abc import Iterator

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import JenisBacaan


@aturan(
    "K07",
    Keparahan.GALAT,
    "tidak dikenali sebagai perjanjian atau peraturan",
    alasan=(
        "Naskah dikenali dari judulnya, para pihaknya, dan pasal-pasalnya (PP 28/2018 Pasal 19 ayat (2); UU 12/2011 "
        "Lampiran I). Bila semuanya tidak ditemukan, hampir tidak ada yang diperiksa, jadi ketiadaan temuan lain bukan "
        "tanda bahwa naskahnya sudah benar."
    ),
    salah="Berkas yang hanya memuat daftar hadir rapat.",
    benar="Perjanjian Kerja Sama dengan judul, para pihak, dan pasal-pasalnya.",
)
def check_recognised(konteks: Konteks) -> Iterator[Temu]:
    """A document in which neither parties nor pasal were found, whatever its title says."""
    naskah, jenis = konteks.perjanjian, konteks.bacaan.jenis
    if naskah is None or naskah.pihak or konteks.pasal or jenis is JenisBacaan.RENCANA_KERJA:
        return
    kurang = "para pihak dan pasal" if jenis is not JenisBacaan.TIDAK_DIKENAL else "judul, para pihak, dan pasal"
    pesan = f"Berkas ini tidak dikenali sebagai perjanjian atau peraturan: {kurang} tidak ditemukan."
    saran = "Pastikan berkasnya benar; bila benar, tulis judul jenisnya dengan huruf kapital dan beri nomor pasal."
    yield Temu(None, pesan, saran)
