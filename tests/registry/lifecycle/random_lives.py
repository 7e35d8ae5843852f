"""Random agreements and random events, for the rules that hold of any life."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import strategies as st
from life import KELAK, Hidup

from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.registration import register
from naskah.registry.schema import PROYEKSI

MULAI = date(2024, 1, 31)
ID = "a"

LAMA = st.builds(lambda n, satuan: f"{n} {satuan}", st.integers(1, 30), st.sampled_from(["hari", "bulan"]))
_JANGKA = st.builds(lambda n: {"jenis": "jangka-waktu", "lama": f"{n} bulan", "sumber": "Pasal 1"}, st.integers(1, 48))


def _batas(hal: str, arah: str, acuan: str, **lain: Any) -> st.SearchStrategy[dict[str, Any]]:
    batas = LAMA | st.builds("{} hari kerja".format, st.integers(1, 20))
    tetap = {"jenis": "batas-waktu", "hal": hal, "arah": arah, "acuan": acuan, "sumber": f"Pasal 2 {hal} {acuan}"}
    return st.builds(lambda b: tetap | lain | {"batas": b}, batas)


def _lanjut(peristiwa: str, bentuk: str) -> st.SearchStrategy[dict[str, Any]]:
    tetap = {"jenis": "tindak-lanjut", "peristiwa": peristiwa, "bentuk": bentuk, "sumber": "Pasal 3"}
    return st.builds(lambda s: tetap | {"setelah": s}, st.none() | LAMA)


BERTERM = st.one_of(_batas("perpanjangan", "sebelum", "akhir-jangka-waktu"),
                    _batas("serah-terima", "setelah", "akhir-jangka-waktu"))  # fmt: skip
JANJI = st.one_of(
    _batas("keadaan-kahar", "setelah", "kahar-terjadi"),
    _batas("tanggapan-keadaan-kahar", "setelah", "pemberitahuan-diterima", diam="setuju", akibat="disetujui"),
    _batas("perubahan-alamat", "sebelum", "perubahan-alamat-berlaku"),
    _batas("pengakhiran", "sebelum", "tanggal-berakhir-dikehendaki"),
    _batas("pemenuhan", "setelah", "teguran-diterima"),
    _batas("penyesuaian", "setelah", "pengundangan"),
    _lanjut("kahar-terjadi", "peninjauan"),
    _lanjut("kahar-terjadi", "adendum"),
    _lanjut("perubahan-alamat", "pemberitahuan"),
    _lanjut("teguran-diterima", "berita-acara"),
    st.builds(lambda s, h: {"jenis": "kewajiban-berkala", "hal": h, "setiap": s, "sumber": f"Pasal 4 {h}"},
              st.builds("{} bulan".format, st.integers(1, 12)), st.sampled_from(["monev", "laporan"])),
    st.builds(lambda s: {"jenis": "kewajiban-lanjut", "hal": "kerahasiaan", "lama": s, "sumber": "Pasal 5"},
              st.none() | LAMA),
    st.just({"jenis": "alasan-berakhir", "hal": "tujuan tercapai", "dokumen": "Berita Acara", "sumber": "Pasal 6"}),
)  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn) -> Pendaftaran:
    """An agreement or one without a term, with promises of every kind."""
    berbatas = draw(st.booleans() | st.just(True))
    ketentuan = [draw(_JANGKA), *draw(st.lists(BERTERM, max_size=2))] if berbatas else []
    ketentuan += draw(st.lists(JANJI, max_size=6))
    pihak = [{"sebutan": f"PIHAK {n}", "nama": f"Kantor {n}", "nomor": str(n)} for n in (1, 2)]
    return Pendaftaran.model_validate(
        {"id": ID, "jenis": "perjanjian-kerja-sama", "judul": "Uji", "tanggal": MULAI, "pihak": pihak,
         "tanggal_sama": draw(st.booleans()), "ketentuan": ketentuan}
    )  # fmt: skip


class Langkah(NamedTuple):
    """An event to record: so many days after the signing."""

    jenis: str
    hari: int
    isian: dict[str, Any]

    @property
    def tanggal(self) -> str:
        return (MULAI + timedelta(days=self.hari)).isoformat()


def _after(hari: int, lagi: int) -> str:
    return (MULAI + timedelta(days=hari + lagi)).isoformat()


HARI = st.integers(-3, 1500)
_LAGI = st.integers(0, 120)


def _langkah(jenis: str, **isian: st.SearchStrategy[Any]) -> st.SearchStrategy[Langkah]:
    return st.builds(Langkah, st.just(jenis), HARI, st.fixed_dictionaries(isian))


def _notice(hal: str, kunci: str | None) -> st.SearchStrategy[Langkah]:
    def build(hari: int, lagi: int, diterima: int | None) -> Langkah:
        isian = {"hal": hal} | ({kunci: _after(hari, lagi)} if kunci else {})
        return Langkah("pemberitahuan", hari, isian | ({"diterima": _after(hari, diterima)} if diterima else {}))

    return st.builds(build, HARI, _LAGI, st.none() | st.integers(0, 9))


_HAL = st.sampled_from(
    ["monev", "laporan", "perpanjangan", "keadaan-kahar", "perubahan-alamat", "pemenuhan", "jangka-waktu"]
)
LANGKAH = st.one_of(
    _notice("perpanjangan", None),
    _notice("keadaan-kahar", None),
    _notice("pengakhiran", "berakhir"),
    _notice("perubahan-alamat", "berlaku"),
    _langkah("laporan"),
    _langkah("laporan", hal=st.sampled_from(["monev", "laporan"])),
    _langkah("kahar-terjadi", uraian=st.just("banjir")),
    _langkah("kahar-berakhir"),
    _langkah("alamat-diubah", pihak=st.integers(1, 3), alamat=st.sampled_from(["Jalan A", "Jalan B"])),
    _langkah("pejabat-diganti", pihak=st.integers(1, 2), nama=st.sampled_from(["Ani", "Budi"])),
    _langkah("wanprestasi", pihak=st.just(1), uraian=st.just("lalai")),
    _langkah("kejadian", acuan=st.just("teguran-diterima")),
    _langkah("ditinjau", hasil=st.just("tetap")),
    _langkah("dipenuhi", hal=_HAL),
    _langkah("dikesampingkan", hal=_HAL, alasan=st.just("disepakati")),
    _langkah("diarsipkan", salinan=st.just("asli"), tempat=st.just("lemari")),
    _langkah("diadendum", selama=st.builds("{} bulan".format, st.integers(1, 24))),
    _langkah("diadendum", menjadi=st.builds("{} bulan".format, st.integers(1, 60))),
    _langkah("diakhiri", alasan=st.sampled_from(["tujuan tercapai", "jangka waktu berakhir"]), dokumen=st.just("BA 1")),
    st.builds(lambda h, n: Langkah("diakhiri", h, {"alasan": "kesepakatan PARA PIHAK", "per": _after(h, n)}), HARI,
              st.integers(-60, 90)),
    _langkah("digantikan", oleh=st.just("b")),
    _langkah("ditandatangani"),
)  # fmt: skip


@contextmanager
def new_registry(fakta: Pendaftaran) -> Iterator[Hidup]:
    """A registry with this agreement, and with "b", which may replace it."""
    with TemporaryDirectory() as folder, open_registry(Path(folder) / "r.db", create=True) as registry:
        lain = {"id": "b", "jenis": "nota-kesepakatan", "judul": "Pengganti", "tanggal": MULAI}
        register(registry, fakta, oleh="x", waktu=KELAK)
        register(registry, Pendaftaran.model_validate(lain), oleh="x", waktu=KELAK)
        yield Hidup(registry, ID)


def try_record(hidup: Hidup, langkah: Langkah) -> int | None:
    """Record an event; None when it is refused."""
    try:
        return hidup.catat(langkah.jenis, langkah.tanggal, **langkah.isian)
    except NaskahError as error:
        assert all(g.pesan and "None" not in g.pesan for g in error.galat)
        return None


def dump(registry: Registry) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the projection."""
    with registry.read() as conn:
        return {t.nama: sorted(conn.execute(f"SELECT * FROM {t.nama}"), key=repr) for t in PROYEKSI}  # noqa: S608
