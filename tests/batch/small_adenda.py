"""Adenda to the agreements of the small batch, one row to each parent unless a test makes more."""

from small_batch import make_row, write_csv

from naskah.batch.run import Pilihan, run_batch
from naskah.batch.sheet import Lembar

ADENDUM = """\
jenis: adendum
induk: {id: pks-1}
tanggal: 2026-09-01
tempat: Cempaka
perubahan:
  - perpanjang: {selama: 1 tahun}
  - ubah: {tempat: Pasal 3, isi: PIHAK yang lalai ditegur.}
"""
KOLOM = ("id", "induk.id", "tanggal", "nomor.1", "nomor.2", "perubahan.1.perpanjang.selama", "perubahan.2.ubah.isi")


def make_adendum(i, **lain):
    isi = [
        f"pks-{i}-a",
        f"pks-{i}",
        "1 September 2026",
        f"{i}/A/KS",
        f"{i}/A/DS",
        f"{1 + i % 3} tahun",
        f"Teguran {i}.",
    ]
    return [lain.get(kunci.replace(".", "_"), nilai) for kunci, nilai in zip(KOLOM, isi, strict=True)]


class RuangAdendum:
    """A workspace with registered parents, and batches of adenda to them."""

    def __init__(self, ruang, banyak):
        self.ruang = ruang
        ruang.run(ruang.csv(make_row(i) for i in range(1, banyak + 1)), daftarkan=True)
        self.rancangan = ruang.folder / "adendum.yaml"
        self.rancangan.write_text(ADENDUM)
        self.hasil = ruang.folder / "adendum"

    def run(self, baris, kolom=KOLOM, *, daftarkan=True, **pilihan):
        data = write_csv(self.ruang.folder / "adendum.csv", baris, kolom)
        registri = self.ruang.registri if daftarkan else None
        semua = Pilihan(self.rancangan, Lembar(data), self.hasil, registri=registri, oleh="uji", **pilihan)
        return run_batch(semua)
