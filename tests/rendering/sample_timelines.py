"""Invented timelines: one of every sign, and many agreements from a fixed seed."""

from datetime import date, timedelta
from random import Random

from naskah.model.linimasa import BarisLinimasa, Linimasa, Masa, TandaAdendum, TandaTenggat

PADA = date(2026, 11, 20)


def live(dari: date, sampai: date | None, keadaan: str = "berlaku") -> Masa:
    return Masa(dari, sampai, keadaan, keadaan in ("berakhir", "diakhiri", "digantikan"))


def row(id: str = "pks-1", judul: str = "Pemanfaatan Data Cuaca", **lain: object) -> BarisLinimasa:
    dasar = BarisLinimasa(
        id=id,
        judul=judul,
        pihak=("Pemerintah Kabupaten Cempaka Raya", "Politeknik Pertanian Nusa"),
        keadaan="berlaku",
        masa=(live(date(2025, 3, 16), date(2028, 3, 16)),),
        adendum=(),
        tenggat=(),
    )
    return dasar._replace(**lain)


def chart(*baris: BarisLinimasa, dari: int = 2024, sampai: int = 2031, **lain: object) -> Linimasa:
    return Linimasa(PADA, dari, sampai, baris)._replace(**lain)


EVERY_SIGN = chart(
    row(tenggat=(TandaTenggat(date(2028, 2, 14), "pemberitahuan perpanjangan (Pasal 6)", False),)),
    row(
        "nk-2", "Jaminan Sosial Ketenagakerjaan bagi Petani, Nelayan, Pekebun, dan Pelaku Usaha Mikro di Desa",
        keadaan="segera berakhir",
        masa=(live(date(2024, 2, 1), date(2026, 8, 5)), live(date(2026, 8, 5), date(2027, 2, 1), "segera berakhir"),
              live(date(2027, 2, 1), None, "berakhir")),
        tenggat=(TandaTenggat(date(2026, 10, 1), "laporan berkala (Pasal 8)", True),
                 TandaTenggat(date(2027, 1, 31), "akhir jangka waktu (Pasal 6)", False)),
    ),
    row(
        "pks-3", "Pengelolaan Sampah Regional", keadaan="dalam keadaan kahar",
        masa=(live(date(2024, 7, 1), date(2026, 9, 1)),
              live(date(2026, 9, 1), date(2029, 7, 1), "dalam keadaan kahar")),
        adendum=(TandaAdendum(date(2025, 7, 1), 1), TandaAdendum(date(2026, 3, 1), 2)),
    ),
    row("nk-4", "Pertukaran Data Kependudukan", keadaan="belum berlaku",
        masa=(live(date(2026, 11, 1), date(2027, 1, 1), "belum berlaku"), live(date(2027, 1, 1), date(2032, 1, 1)))),
    row("pks-5", "Pasar Murah", keadaan="berakhir",
        masa=(live(date(2024, 1, 10), date(2025, 1, 10)), live(date(2025, 1, 10), None, "berakhir"))),
    row("pks-6", "Angkutan Sekolah", keadaan="diakhiri",
        masa=(live(date(2022, 1, 1), date(2025, 6, 1)), live(date(2025, 6, 1), None, "diakhiri"))),
    row("pks-7", "Layanan Internet Desa", keadaan="digantikan",
        masa=(live(date(2024, 5, 1), date(2026, 1, 1)), live(date(2026, 1, 1), None, "digantikan"))),
    row("nk-8", "Sinergi Tanpa Batas Waktu", masa=(live(date(2023, 5, 1), None),)),
    saringan="unit: Dinas Koperasi",
)  # fmt: skip

_JUDUL = ("Sinergi Penyelenggaraan Jaminan Sosial", "Pengelolaan Sampah", "Pemanfaatan Data Cuaca untuk Petani",
          "Pendidikan Vokasi dan Pemagangan bagi Lulusan Sekolah Menengah Kejuruan di Wilayah Perbatasan Kabupaten",
          "Pelayanan Kesehatan Rujukan", "Penanggulangan Bencana")  # fmt: skip


def make_many(jumlah: int) -> Linimasa:
    acak = Random(4)
    baris = []
    for i in range(jumlah):
        mulai = date(2018, 1, 1) + timedelta(days=i * 3200 // max(jumlah, 1) + acak.randrange(60))
        akhir = mulai.replace(year=mulai.year + acak.choice((1, 2, 3, 5, 5, 5)), day=min(mulai.day, 28))
        segera = akhir - timedelta(days=180)
        masa = [live(mulai, segera), live(segera, akhir, "segera berakhir"), live(akhir, None, "berakhir")]
        keadaan = "berakhir" if akhir <= PADA else "segera berakhir" if segera <= PADA else "berlaku"
        tenggat: list[TandaTenggat] = []
        adendum: list[TandaAdendum] = []
        if keadaan != "berakhir":
            tenggat = [TandaTenggat(PADA + timedelta(days=120 * k - 40 * (i % 4 == 0) + i % 50), "monev (Pasal 9)",
                                    k == 0 and i % 4 == 0 and i % 50 < 40) for k in range(6)
                       if PADA + timedelta(days=120 * k + i % 50) < akhir]  # fmt: skip
            tenggat.append(TandaTenggat(akhir, "akhir jangka waktu (Pasal 6)", False))
            if i % 5 == 0:
                adendum = [TandaAdendum(mulai + timedelta(days=300), 1)]
        baris.append(row(f"perjanjian-{i + 1}", f"{_JUDUL[i % len(_JUDUL)]} {i + 1}", keadaan=keadaan,
                         masa=tuple(masa), tenggat=tuple(tenggat), adendum=tuple(adendum)))  # fmt: skip
    return chart(*sorted(baris, key=lambda b: b.masa[0].dari), dari=2018, sampai=2031)
