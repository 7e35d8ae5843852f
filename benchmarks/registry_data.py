"""A large registry to measure: agreements of thirty years with three events each, as the commands would record them.

Filled in bulk: the events are made and chained by the registry's own code, without asking each agreement whether the
event fits; then the projection is built from them (`registri bangun-ulang`). `check_sample` shows, for a few of every
sort, that recording one by one leads to the same events and the same rows.
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from heapq import merge
from itertools import islice
from json import loads
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from naskah.bahasa.durasi import hari_terakhir, parse_durasi
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.database import open_registry
from naskah.registry.events import PeristiwaBaru, append, canonical
from naskah.registry.rebuild import find_differences, rebuild, stage, unstage
from naskah.registry.recording import Catatan, record_many
from naskah.registry.registration import register_many

# The day the register is asked on, and the years of agreements behind it.
HARI_INI = date(2026, 11, 20)
TAHUN = 30
WAKTU = datetime(2026, 11, 20, 3, 4, 5, tzinfo=UTC)
OLEH = "Biro Hukum"
_SEKALI = 5000

# Of every ten agreements: the term, and how often something recurs.
_LAMA = ("5 tahun", "3 tahun", "5 tahun", "1 tahun", "2 tahun", "3 tahun", "5 tahun", "1 tahun", "3 tahun", "2 tahun")
_SETIAP = ("1 tahun", "6 bulan", "1 tahun", "1 tahun", "4 bulan", "1 tahun", "6 bulan", "1 tahun", "1 tahun", "1 tahun")
_AKHIR = {lama: parse_durasi(lama) for lama in set(_LAMA)}

_DAERAH = (
    "Kota Pasuruan", "Kabupaten Belitung", "Provinsi Jawa Timur", "Kota Bandung", "Kabupaten Sleman", "Kota Makassar",
    "Provinsi Aceh", "Kabupaten Badung", "Kota Manado", "Kabupaten Kutai Kartanegara", "Kota Padang",
)  # fmt: skip
_MITRA = (
    "BPJS Ketenagakerjaan", "Universitas Negeri", "PT Bank Pembangunan Daerah", "Kejaksaan Negeri",
    "Badan Pusat Statistik", "Kantor Pertanahan", "Palang Merah Indonesia",
)  # fmt: skip
_URUSAN = (
    "Perlindungan Pekerja Rentan", "Pemanfaatan Data Kependudukan", "Pengelolaan Sampah Terpadu", "Pelayanan Kesehatan",
    "Pendidikan Vokasi", "Penanganan Perkara Perdata", "Pengembangan Pasar Rakyat", "Ketahanan Pangan",
    "Sertifikasi Tanah", "Penanggulangan Bencana", "Jaminan Sosial Ketenagakerjaan", "Angkutan Umum Perkotaan",
    "Pariwisata Desa",
)  # fmt: skip
_UNIT = ("Dinas Kesehatan", "Dinas Sosial", "Dinas Pendidikan", "Bappeda", "Biro Pemerintahan")
_ALAMAT = "Jalan Merdeka Nomor 17"


class Ukuran(NamedTuple):
    """What was made, and how long it took, in seconds."""

    perjanjian: int
    peristiwa: int
    menulis: float
    membangun: float


def name_perjanjian(i: int) -> str:
    """The id of the i-th agreement: not in the order of signing, as ids made of titles are not."""
    return f"pks-{_URUSAN[i % 13].split()[0].lower()}-{_DAERAH[i % 11].split()[-1].lower()}-{i}"


def make_fakta(i: int, jumlah: int) -> dict[str, Any]:
    """The facts of the i-th of so many agreements, as `Pendaftaran` dumps them."""
    tanggal = _signed(i, jumlah)
    daerah, mitra, urusan = _DAERAH[i % 11], _MITRA[i % 7], _URUSAN[i % 13]
    ketentuan: list[dict[str, Any]] = [
        {"jenis": "jangka-waktu", "lama": _LAMA[i % 10], "dapat_diperpanjang": True, "mulai_dianggap": False,
         "akibat": "berakhir", "sumber": "Pasal 6 ayat (1)"},
        {"jenis": "batas-waktu", "hal": "perpanjangan", "batas": "30 hari", "arah": "sebelum",
         "acuan": "akhir-jangka-waktu", "akibat": "berakhir dengan sendirinya", "sumber": "Pasal 6 ayat (2)"},
        {"jenis": "kewajiban-berkala", "hal": "laporan", "setiap": _SETIAP[i % 10], "penerima": ["Gubernur"],
         "sumber": "Pasal 8 ayat (1)"},
    ]  # fmt: skip
    if i % 2:
        ketentuan.append({"jenis": "kewajiban-lanjut", "hal": "kerahasiaan", "sumber": "Pasal 7"})
    if i % 4 == 3:
        ketentuan.append(
            {"jenis": "batas-waktu", "hal": "keadaan-kahar", "batas": "14 hari kerja", "arah": "setelah",
             "acuan": "kahar-terjadi", "sumber": "Pasal 10 ayat (2)"}
        )  # fmt: skip
    return {
        "id": name_perjanjian(i),
        "jenis": "perjanjian-kerja-sama",
        "judul": f"{urusan} di Wilayah {daerah} Tahap {i % 97}",
        "tanggal": tanggal.isoformat(),
        "tempat": daerah.split()[-1],
        "tanggal_sama": False,
        "pihak": [
            _party("KESATU", f"Pemerintah {daerah}", f"{i}/PKS/{tanggal.year}", "Kepala Dinas", i),
            _party("KEDUA", f"{mitra} {daerah.split()[-1]}", f"PER/{i}/{tanggal.year}", "Kepala Cabang", i + 1),
        ],
        "ketentuan": ketentuan,
        "klausul": [],
        "dokumen": [],
        "unit": _UNIT[i % 5],
        "dasar_hukum": ["UU 23/2014", "PP 28/2018"],
        "kegiatan": [],
    }


def iter_peristiwa(jumlah: int) -> Iterator[PeristiwaBaru]:
    """Yield the events of so many agreements, three each, by day, as an office records them over the years."""
    # Each of these is by day already.
    semua = (_registrations(jumlah), _seconds(jumlah), *(_ends(jumlah, lama) for lama in _AKHIR))
    return (peristiwa for _, peristiwa in merge(*semua, key=itemgetter(0)))


def fill(path: Path, jumlah: int, catat_waktu: Any) -> Ukuran:
    """Make a registry of so many agreements; `catat_waktu` is a clock in seconds."""
    mulai = catat_waktu()
    semua = iter_peristiwa(jumlah)
    dicatat = 0
    with open_registry(path, create=True) as registry:
        while bagian := list(islice(semua, _SEKALI)):
            with registry.write() as conn:
                append(conn, bagian, oleh=OLEH, waktu=WAKTU)
            dicatat += len(bagian)
        ditulis = catat_waktu()
        rebuild(registry, compare=False)
    return Ukuran(jumlah, dicatat, ditulis - mulai, catat_waktu() - ditulis)


def check_sample(folder: Path, jumlah: int) -> None:
    """Show that the bulk path makes what the commands make: the same events, and rows equal to a rebuild."""
    path = folder / "contoh.db"
    # All sorts: ten terms and recurrences, four sets of promises, old, recent and new.
    nomor = [*range(40), *range(jumlah - 40, jumlah)]
    nama = {name_perjanjian(i) for i in nomor}
    semua = [p for p in iter_peristiwa(jumlah) if p.perjanjian in nama]
    with open_registry(path, create=True) as registry:
        fakta = [Pendaftaran.model_validate(make_fakta(i, jumlah)) for i in nomor]
        register_many(registry, fakta, oleh=OLEH, waktu=WAKTU)
        record_many(registry, [_as_typed(p) for p in semua if p.jenis != "didaftarkan"], oleh=OLEH, waktu=WAKTU)
        with registry.read() as conn:
            ada = conn.execute("SELECT perjanjian, jenis, data FROM peristiwa").fetchall()
            assert sorted(ada) == sorted((p.perjanjian, p.jenis, p.data) for p in semua)
            _assert_unchanged(conn)
    path.unlink()


def _assert_unchanged(conn: sqlite3.Connection) -> None:
    stage(conn)
    assert not find_differences(conn)
    unstage(conn)


def _as_typed(p: PeristiwaBaru) -> Catatan:
    return Catatan(p.perjanjian, p.jenis, date.fromisoformat(p.tanggal), {k: str(v) for k, v in loads(p.data).items()})


def _signed(i: int, jumlah: int) -> date:
    hari = TAHUN * 365
    return HARI_INI - timedelta(days=hari - i * hari // jumlah)


def _party(urutan: str, nama: str, nomor: str, jabatan: str, i: int) -> dict[str, Any]:
    return {
        "sebutan": f"PIHAK {urutan}",
        "nama": nama,
        "nomor": nomor,
        "kedudukan": _ALAMAT,
        "korespondensi": {"surel": f"kantor{i % 1000}@contoh.go.id"},
        "penandatangan": f"Pejabat {i % 1009}",
        "jabatan": jabatan,
        "kuasa": [],
    }


_Bertanggal = tuple[date, PeristiwaBaru]


def _registrations(jumlah: int) -> Iterator[_Bertanggal]:
    for i in range(jumlah):
        hari = _signed(i, jumlah)
        yield _event(i, "didaftarkan", hari, make_fakta(i, jumlah), WAKTU.date())


def _seconds(jumlah: int) -> Iterator[_Bertanggal]:
    """The first report; where none was due yet, the signed copy put away."""
    for i in range(jumlah):
        hari = _signed(i, jumlah)
        lapor = hari + timedelta(days=100)
        if lapor <= HARI_INI:
            yield _event(i, "laporan", lapor, {"hal": "laporan", "penerima": "Gubernur"})
    for i in range(jumlah):
        hari = _signed(i, jumlah)
        if hari + timedelta(days=100) > HARI_INI:
            yield _event(i, "diarsipkan", HARI_INI, {"salinan": "asli ke-1", "tempat": "arsip biro"})


def _ends(jumlah: int, lama: str) -> Iterator[_Bertanggal]:
    """What is over is recorded as ended; of what is still in force an official was replaced."""
    belum = []
    for i in range(jumlah):
        if _LAMA[i % 10] != lama:
            continue
        hari = _signed(i, jumlah)
        catat = hari_terakhir(hari, _AKHIR[lama]) + timedelta(days=3)
        if catat <= HARI_INI:
            yield _event(i, "diakhiri", catat, {"alasan": "jangka waktu berakhir"})
        else:
            belum.append(i)
    for i in belum:
        yield _event(i, "pejabat-diganti", HARI_INI, {"pihak": 1, "nama": f"Pejabat {i % 1013}"})


def _event(i: int, jenis: str, hari: date, data: dict[str, Any], tanggal: date | None = None) -> _Bertanggal:
    return hari, PeristiwaBaru(name_perjanjian(i), jenis, (tanggal or hari).isoformat(), canonical(data))
