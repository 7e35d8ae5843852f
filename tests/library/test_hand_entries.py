"""What is entered by hand of agreements and regulations not made with naskah."""

from pathlib import Path

import pytest

from naskah.library.any_draft import load_draft
from naskah.library.hand_entries import load_hand_entry
from naskah.library.workspace import packaged_data
from naskah.model.galat import NaskahError

PKS = """\
jenis: perjanjian-kerja-sama
judul: Pengelolaan Sampah
tanggal: 2024-05-01
pihak:
  - nama: Pemerintah Kabupaten Cempaka Raya
  - nama: PT Cempaka Bersih
    nomor: 002
ketentuan:
  - {jenis: jangka-waktu, lama: 5 tahun}
"""
PERDA = """\
jenis: peraturan-daerah
judul: Jaminan Sosial
nomor: Peraturan Daerah Nomor 2 Tahun 2026
tanggal: 4 Mei 2026
"""


@pytest.fixture
def load(tmp_path: Path):
    def run(teks: str):
        (tmp_path / "c.yaml").write_text(teks)
        return load_hand_entry(tmp_path / "c.yaml")

    return run


def faults(load, teks: str) -> list[str]:
    with pytest.raises(NaskahError) as tangkapan:
        load(teks)
    return [str(g).partition("/c.yaml:")[2] for g in tangkapan.value.galat]


def test_the_facts_and_promises_are_enough(load) -> None:
    catatan = load(PKS).catatan
    assert [p.nomor for p in catatan.pihak] == [None, "002"]  # as typed
    assert load(PERDA).catatan.pihak == ()


@pytest.mark.parametrize("teks", ["jenis: nota-kesepakatan\njudul: x\n", "- a\n", "", PKS + "pasal: []\n"])
def test_a_draft_is_no_hand_entry(load, teks: str) -> None:
    assert load(teks) is None


@pytest.mark.parametrize(
    ("teks", "galat"),
    [
        (PKS.replace("lama: 5 tahun", "lam: 5 tahun"), "9: ketentuan ke-1 › lama: kunci ini belum diisi"),
        (PKS.replace("2024-05-01", "2024-05-41"), "3: tanggal: 2024-05-41 bukan tanggal yang ada"),
        (PKS + "  - {jenis: jangka-waktu, lama: 1 tahun}\n", "8: ketentuan: jangka-waktu disebut 2 kali"),
        (PKS.replace("jangka-waktu, lama: 5 tahun", "batas-waktu, hal: perpanjangan, batas: 30 hari, arah: sebelum,"
                     " acuan: akhir-jangka-waktu"), "8: ketentuan: batas-waktu 'perpanjangan' dihitung dari akhir"),
        (PKS.replace("  - nama: Pemerintah Kabupaten Cempaka Raya\n", ""), "1: baru 1 pihak"),
        (PKS + "nomor: 1/A\n", "1: 'nomor' hanya untuk peraturan"),
        (PERDA + "pihak: [{nama: A}, {nama: B}]\n", "5: pihak: peraturan tidak mempunyai pihak"),
        (PERDA + "tempt: Kupang\n", "5: tempt: kunci ini tidak dikenal; mungkin maksudnya 'tempat'"),
    ],
)  # fmt: skip
def test_faults_name_file_line_and_key(load, teks: str, galat: str) -> None:
    assert any(satu.startswith(galat) for satu in faults(load, teks)), faults(load, teks)


def test_a_hand_entry_given_as_a_draft_is_sent_to_its_command(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(PKS)
    with pytest.raises(NaskahError, match="c.yaml:8: ini catatan .* naskah registri tambah"):
        load_draft(tmp_path / "c.yaml")


@pytest.mark.parametrize("nama", ["catatan-pks", "catatan-perwali", "catatan-perda"])
def test_the_examples_are_sound(nama: str) -> None:
    assert load_hand_entry(packaged_data() / "examples" / "lain" / f"{nama}.yaml") is not None
