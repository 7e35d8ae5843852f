"""`naskah registri catat`, `naskah registri jenis`, and the page on which it all shows."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from naskah.bahasa.tanggal import format_tanggal

PKS, NK, PASURUAN = "pks-babel-2025", "nk-jakarta-2025", "nk-pasuruan-2026"


@pytest.fixture
def terdaftar(ruang, jalankan):
    """A workspace with the three agreements registered; "today" is whatever the clock says."""
    for nama in ("nk-pasuruan", "nk-jakarta", "pks-babel"):
        assert jalankan("registri", "tambah", f"examples/{nama}.yaml").kode == 0
    return ruang


def catat(jalankan, *argumen: object) -> str:
    """What is said, but for the state today, which is whatever the clock says."""
    hasil = jalankan("registri", "catat", *argumen)
    assert (hasil.kode, hasil.galat) == (0, ""), hasil.galat
    hari_ini = f"keadaan pada {format_tanggal(date.today())}"
    return "".join(baris for baris in hasil.keluaran.splitlines(keepends=True) if not baris.startswith(hari_ini))


def test_an_event_tells_what_it_opens_settles_and_what_the_state_is(terdaftar, jalankan, snapshot) -> None:
    keluaran = [
        catat(jalankan, NK, "kahar-terjadi", "uraian=banjir besar", "--tanggal", "2026-03-13"),
        catat(jalankan, NK, "pemberitahuan", "hal=keadaan-kahar", "diterima=2026-04-02", "--tanggal", "2026-04-01"),
        catat(jalankan, NK, "jawaban", "atas=5", "isi=setuju", "--tanggal", "2026-04-20"),
        catat(jalankan, NK, "kahar-berakhir", "--tanggal", "2026-05-01"),
    ]
    assert keluaran == snapshot


def test_what_falls_away_with_the_end_is_said_in_one_line_for_each_thing(terdaftar, jalankan) -> None:
    keluaran = catat(jalankan, PKS, "diakhiri", "alasan=tujuan tercapai", "--tanggal", "2026-05-04")
    assert keluaran.splitlines()[1:] == [
        "9 tenggat gugur: laporan pemantauan dan evaluasi (Pasal 8 ayat (2)), 28 April 2026 sampai dengan"
        " 28 April 2030; tujuan tercapai",
        "tenggat gugur: 29 Maret 2030 pemberitahuan-perpanjangan (Pasal 6 ayat (3)); tujuan tercapai",
        "tenggat gugur: 28 April 2030 akhir-jangka-waktu (Pasal 6 ayat (1)); tujuan tercapai",
        "keadaan pada 4 Mei 2026: segera berakhir (tujuan tercapai)",
    ]
    dokumen = "dokumen=Berita Acara Pengakhiran 1/2026"
    kegiatan = catat(jalankan, NK, "diakhiri", "alasan=kesepakatan PARA PIHAK", dokumen, "--tanggal", "2026-05-04")
    assert "90 tenggat gugur: kegiatan Rencana Kerja, 31 Desember 2025 sampai dengan 31 Desember 2029;" in kegiatan


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ((), "sebutkan id perjanjian dan jenis peristiwanya, atau lembarnya dengan --dari"),
        ((PKS,), "naskah registri jenis"),
        ((PKS, "laporan", "untuk"), 'isian "untuk" tidak berbentuk kunci=nilai'),
        ((PKS, "laporan", "nomor=1", "nomor=2"), "nomor: disebut dua kali; sisakan satu"),
        ((PKS, "laporan", "--tanggal", "31-02-2026"), "31"),
        (("pks-babel", "laporan"), f"Maksudnya {PKS}?"),
        ((PKS, "lapor"), "Maksudnya laporan"),
        ((PKS, "laporan", "--bukti", "tidak-ada.pdf"), "berkas bukti ini tidak ada"),
        ((PKS, "laporan", "--dari", "x.csv"), "hapus argumen lain, --tanggal, dan --bukti"),
        (("--dari", "x.csv"), "berkas ini tidak ada"),
    ],
)
def test_a_wrong_command_says_what_to_do(terdaftar, jalankan, argumen, pesan) -> None:
    hasil = jalankan("registri", "catat", *argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert "Traceback" not in hasil.galat
    assert jalankan("registri", "verifikasi").kode == 0


def test_the_kinds_are_listed_and_each_explains_itself(ruang, jalankan) -> None:
    semua = jalankan("registri", "jenis").keluaran
    assert all(jenis in semua for jenis in ("pemberitahuan", "kahar-terjadi", "diakhiri", "koreksi", "diadendum"))
    satu = jalankan("registri", "jenis", "pemberitahuan").keluaran
    assert "boleh ketika perjanjian: belum berlaku, berlaku, segera berakhir, dalam keadaan kahar" in satu
    assert (
        "hal (wajib): tentang apa; pilihan [perpanjangan, pengakhiran, perubahan-alamat, keadaan-kahar, lain]" in satu
    )
    assert "Maksudnya koreksi" in jalankan("registri", "jenis", "koreks").galat


def write_sheet(baris: list[list[object]], berkas: str) -> str:
    buku = Workbook()
    for satu in baris:
        buku.active.append(satu)
    buku.save(berkas)
    return berkas


PERISTIWA = [
    ["Peristiwa triwulan I"],
    ["No", "Perjanjian", "Jenis", "Tanggal", "Hal", "Diterima", "Uraian"],
    [1, PKS, "laporan", "5 November 2025", None, None, None],
    [2, PKS, "pemberitahuan", "02-01-2026", "perpanjangan", "2026-01-03", None],
    [3, NK, "kahar-terjadi", "2026-03-13", None, None, "banjir"],
]


@pytest.mark.parametrize("berkas", ["p.xlsx", "p.csv"])
def test_a_sheet_of_events_is_recorded_once(terdaftar, jalankan, berkas) -> None:
    if berkas.endswith(".xlsx"):
        write_sheet(PERISTIWA, berkas)
    else:
        baris = (";".join("" if sel is None else str(sel) for sel in satu) for satu in PERISTIWA)
        Path(berkas).write_text("\n".join(baris), encoding="utf-8")
    assert catat(jalankan, "--dari", berkas) == f"3 peristiwa dicatat dari {berkas}, pada 2 perjanjian\n"
    assert catat(jalankan, "--dari", berkas).splitlines() == [
        f"0 peristiwa dicatat dari {berkas}, pada 0 perjanjian",
        "3 baris dilewati: peristiwanya sudah pernah dicatat",
    ]
    catat(jalankan, NK, "koreksi", "peristiwa=6", "alasan=salah kota", "--tanggal", "2026-03-14")
    assert "0 peristiwa dicatat" in catat(jalankan, "--dari", berkas)


def test_every_bad_row_is_named_and_nothing_recorded(terdaftar, jalankan) -> None:
    salah = [
        *PERISTIWA,
        [4, PKS, "laporan", "31 Februari 2026", None, None, None],
        [5, None, "laporan", "2026-05-04", None, None, None],
    ]
    hasil = jalankan("registri", "catat", "--dari", write_sheet(salah, "p.xlsx"))
    assert hasil.kode == 2
    assert "p.xlsx:6: lembar Sheet: tanggal: " in hasil.galat
    assert "p.xlsx:7: lembar Sheet: kolom perjanjian kosong; isi, atau hapus barisnya" in hasil.galat
    salah = [*PERISTIWA, [4, "pks", "laporan", "2026-05-04"], [5, PKS, "kahar-berakhir", "2026-05-04"]]
    hasil = jalankan("registri", "catat", "--dari", write_sheet(salah, "p.xlsx"))
    assert hasil.kode == 2
    assert 'p.xlsx:6: pks, laporan: perjanjian "pks" tidak ada di registri' in " ".join(hasil.galat.split())
    assert "p.xlsx:7: pks-babel-2025, kahar-berakhir: tidak dapat terjadi ketika" in " ".join(hasil.galat.split())
    peristiwa = json.loads(jalankan("registri", "tampil", PKS, "-f", "json").keluaran)["peristiwa"]
    assert [p["jenis"] for p in peristiwa] == ["didaftarkan"]


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ([["perjanjian", "jenis"]], "baris kepalanya harus memuat kolom perjanjian, jenis, tanggal"),
        ([["perjanjian", "jenis", "tanggal", "warna"]], 'p.xlsx:1: kolom "warna" tidak dikenal; hapus, atau pakai'),
        ([["perjanjian", "jenis", "tanggal", "hal", "Hal"]], 'p.xlsx:1: kolom "hal" ada dua; sisakan satu'),
        ([["perjanjian", "jenis", "tanggal"], ["x", "laporan", "=A1"]], "berisi rumus"),
    ],
)
def test_a_sheet_that_is_no_table_of_events_is_refused(terdaftar, jalankan, baris, pesan) -> None:
    hasil = jalankan("registri", "catat", "--dari", write_sheet(baris, "p.xlsx"))
    assert hasil.kode == 2
    assert pesan in hasil.galat


def test_the_page_shows_what_became_of_everything(terdaftar, jalankan, snapshot) -> None:
    catat(jalankan, PKS, "laporan", "nomor=100/1", "--tanggal", "2025-10-20")
    catat(jalankan, PKS, "pemberitahuan", "hal=perpanjangan", "--tanggal", "2026-01-02")
    catat(jalankan, PKS, "kahar-terjadi", "uraian=banjir", "--tanggal", "2026-02-01")
    catat(jalankan, PKS, "koreksi", "peristiwa=6", "alasan=bukan di sini", "--tanggal", "2026-02-02")
    catat(
        jalankan,
        PKS,
        "diarsipkan",
        "salinan=asli ke-1",
        "tempat=Bagian Hukum",
        "pemegang=Ani",
        "--tanggal",
        "2026-02-03",
    )
    catat(jalankan, PKS, "dikesampingkan", "hal=laporan pemantauan dan evaluasi", "untuk=2028-04-28", "alasan=rapat",
          "--tanggal", "2026-02-04")  # fmt: skip
    catat(jalankan, PKS, "diakhiri", "alasan=tujuan tercapai", "per=2026-10-31", "--tanggal", "2026-10-01")
    for pada, lain in (("2026-06-01", ()), ("2026-11-01", ()), ("2026-11-01", ("--semua",))):
        halaman = jalankan("registri", "tampil", PKS, "--pada", pada, *lain).keluaran
        bagian = [b for b in halaman.split("\n\n") if b.split(":")[0] not in ("pihak", "ketentuan", "klausul")]
        # Who recorded it, and when, is whatever it is.
        teks = re.sub(r", dicatat 20\S+ oleh [^;\n]+", "", "\n\n".join(bagian))
        assert re.sub(r"\d+ \w+ \d{4} didaftarkan", "hari ini didaftarkan", teks).splitlines() == snapshot


def test_the_page_as_data_tells_the_same(terdaftar, jalankan) -> None:
    catat(jalankan, PKS, "laporan", "untuk=2025-10-28", "--tanggal", "2025-11-05")
    catat(jalankan, PKS, "kahar-terjadi", "uraian=banjir", "--tanggal", "2026-02-01")
    catat(jalankan, PKS, "koreksi", "peristiwa=5", "alasan=bukan di sini", "--tanggal", "2026-02-02")
    data = json.loads(jalankan("registri", "tampil", PKS, "--pada", "2026-03-01", "-f", "json").keluaran)
    pertama = data["tenggat"][0]
    assert (pertama["tanggal"], pertama["nasib"], pertama["selesai_oleh"], pertama["selesai_pada"]) == (
        "2025-10-28", "dipenuhi terlambat", 4, "2025-11-05",
    )  # fmt: skip
    assert [(p["urutan"], p["dikoreksi_oleh"]) for p in data["peristiwa"]] == [(3, None), (4, None), (5, 6), (6, None)]
    assert data["peristiwa"][2]["isian"] == {"uraian": "banjir"}
    assert data["keluarga"]["induk"][0]["id"] is None
    # Nothing that lies ahead is called missed.
    assert all(t["nasib"] not in ("terlewat", "lewat") for t in data["tenggat"] if t["tanggal"] > "2026-03-01")


def test_a_child_that_outlives_its_parent_is_a_warning_on_both_pages(terdaftar, jalankan) -> None:
    from naskah.model.pendaftaran import Pendaftaran
    from naskah.registry.database import open_registry
    from naskah.registry.registration import register

    induk = {
        "id": "kb-babel-2020", "jenis": "kesepakatan-bersama", "judul": "Jaminan Sosial", "tanggal": date(2020, 9, 21),
        "pihak": [{"sebutan": "PIHAK KESATU", "nama": "Provinsi", "nomor": "560/22/disnaker/2020"}],
        "ketentuan": [{"jenis": "jangka-waktu", "lama": "5 tahun", "sumber": "Pasal 7"}],
    }  # fmt: skip
    with open_registry(terdaftar / "registry.db") as basis:
        register(basis, Pendaftaran.model_validate(induk), oleh="x")
    anak = jalankan("registri", "tampil", PKS, "--pada", "2026-01-01").keluaran
    assert (
        "mengikuti: kb-babel-2020: Jaminan Sosial, tanggal 21 September 2020 (berakhir, hari terakhir"
        " 20 September 2025)" in anak
    )
    assert (
        "perhatian: perjanjian ini berlaku sampai 28 April 2030, padahal induknya kb-babel-2020 berakhir"
        " 20 September 2025; perpanjang induknya, atau sesuaikan dengan adendum" in anak
    )
    orang_tua = jalankan("registri", "tampil", "kb-babel-2020", "--pada", "2026-01-01").keluaran
    assert f"perhatian: {PKS} mengikuti perjanjian ini, tetapi berlaku lebih lama: sampai 28 April 2030" in orang_tua
