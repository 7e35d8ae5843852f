"""A Rencana Kerja of its own as LibreOffice prints it: who signs in which office, and nothing alone on a page."""

import subprocess
from pathlib import Path

import pytest
import yaml

from naskah.assembly.assemble import assemble
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace, packaged_data
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.pdf import convert_pdf

RANCANGAN = {
    "jenis": "rencana-kerja",
    "judul": "Pemanfaatan Data Cuaca",
    "tanggal": "2026-01-05",
    "tempat": "Cempaka",
    "induk": {
        "judul": "Nota Kesepakatan tentang Data Cuaca",
        "nomor": ["1/A", "2/B"],
        "tanggal": "2026-01-02",
        "adendum": [{"nomor": ["3/A"], "tanggal": "2026-01-03"}],
    },
    "pihak": [
        {
            "nama": f"Pemerintah Kabupaten {nama}",
            "nomor": f"{nama}/RK/2026",
            "kedudukan": f"Jalan {nama}",
            "penandatangan": {
                "nama": f"Orang {nama}",
                "jabatan": f"Bupati {nama}",
                "kuasa": [{"dokumen": f"Surat Kuasa {nama}", "nomor": "7", "tanggal": "2026-01-01"}],
            },
        }
        for nama in ("Mawar", "Melati")
    ],
    "rencana_kerja": {
        "tahun": "2026-2028",
        "lokasi": "Kota",
        "program": [
            {
                "nama": "Sosialisasi",
                "kegiatan": [
                    {
                        "nama": "Penyusunan materi",
                        "tugas": {
                            k: {"penanggung_jawab": "Dinas", "kegiatan": "Menyusun"} for k in ("kesatu", "kedua")
                        },
                        "output": "Materi",
                        "outcome": "Petani paham",
                    }
                ],
            }
        ],
    },
}


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("rk")
    (folder / "rk.yaml").write_text(yaml.safe_dump(RANCANGAN), encoding="utf-8")
    ruang = Workspace(packaged_data())
    susunan = assemble(load_rancangan(folder / "rk.yaml"), Pustaka(ruang))
    docx: Path = folder / "rk.docx"
    docx.write_bytes(render_docx(susunan.naskah, compile_template(ruang.templates / "rencana-kerja.docx")))
    (pdf,) = convert_pdf([docx], folder)
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout.split(
        "\f"
    )[:-1]


def test_closing_and_signatures_never_stand_without_a_row_of_the_table(halaman: list[str]) -> None:
    terakhir = halaman[-1]
    assert terakhir.index("Penyusunan") < terakhir.index("Demikian") < terakhir.index("ORANG MELATI")


def test_the_signatures_show_who_signs_in_which_office(halaman: list[str]) -> None:
    bawah = halaman[-1][halaman[-1].index("Demikian") :]
    kata = [" ".join(baris.split()) for baris in bawah.splitlines() if baris.strip()]
    assert kata[-3:] == ["PIHAK KEDUA, PIHAK KESATU,", "BUPATI MELATI, BUPATI MAWAR,", "ORANG MELATI ORANG MAWAR"]


@pytest.mark.parametrize(
    "fakta",
    [
        "NOMOR: Mawar/RK/2026",
        "Bupati Melati, berkedudukan di Jalan Melati, bertindak berdasarkan Surat Kuasa Melati Nomor 7",
        "untuk dan atas nama Pemerintah Kabupaten Mawar sebagai PIHAK KESATU, dan Bupati Melati",
        "melaksanakan Nota Kesepakatan tentang Data Cuaca, Nomor 1/A dan 2/B, tanggal 2 Januari 2026",
        "sebagaimana telah diubah dengan Adendum Nomor 3/A tanggal 3 Januari 2026, sebagai berikut:",
    ],
)
def test_what_was_entered_is_printed(halaman: list[str], fakta: str) -> None:
    assert fakta in " ".join(halaman[0].split())
