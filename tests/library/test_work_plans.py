"""A plan in YAML, inside a draft or beside it: errors with file, line and key."""

from pathlib import Path

import pytest
import yaml

from naskah.library.drafts import load_rancangan
from naskah.library.work_plans import load_rencana
from naskah.model.galat import NaskahError

RENCANA = """\
tahun: 2025-2026
lokasi: Kota
program:
  - nama: Program A
    kegiatan:
      - nama: Pelatihan
        tugas:
          kesatu: {penanggung_jawab: Dinas, kegiatan: melatih}
        output: Terlatih
        outcome: Terampil
"""
RANCANGAN = """\
jenis: nota-kesepakatan
judul: Uji
tanggal: 2025-02-04
tempat: Kota
pihak:
  - {nama: A, kedudukan: Jalan, penandatangan: {nama: N, jabatan: J}}
  - {nama: B, kedudukan: Jalan, penandatangan: {nama: N, jabatan: J}}
pasal:
  - {judul: X, isi: Bunyi.}
"""


def draft(folder: Path, tambahan: str) -> Path:
    (folder / "nk.yaml").write_text(RANCANGAN + tambahan, encoding="utf-8")
    return folder / "nk.yaml"


def faults(kerja, *argumen) -> list[str]:
    with pytest.raises(NaskahError) as tertangkap:
        kerja(*argumen)
    return [str(g) for g in tertangkap.value.galat]


def test_a_plan_beside_its_draft(tmp_path):
    (tmp_path / "lampiran").mkdir()
    (tmp_path / "lampiran" / "rk.yaml").write_text(RENCANA, encoding="utf-8")
    berkas = load_rancangan(draft(tmp_path, "rencana_kerja: lampiran/rk.yaml\n"))
    assert berkas.rencana is not None
    assert berkas.rencana.rencana.tahun == (2025, 2026)


def test_a_plan_inside_its_draft(tmp_path):
    isi = "rencana_kerja:\n" + "".join(f"  {b}\n" for b in RENCANA.splitlines())
    berkas = load_rancangan(draft(tmp_path, isi))
    assert berkas.rencana is not None
    assert berkas.rencana == berkas.rencana
    assert berkas.rencana.rencana == load_rencana(_write(tmp_path, RENCANA)).rencana


def _write(folder: Path, teks: str) -> Path:
    (folder / "rk.yaml").write_text(teks, encoding="utf-8")
    return folder / "rk.yaml"


def test_a_draft_without_a_plan(tmp_path):
    assert load_rancangan(draft(tmp_path, "")).rencana is None


def test_faults_of_a_plan_name_its_line_and_key(tmp_path):
    teks = (
        RENCANA.replace("output: Terlatih", "output: ''")
        .replace("2025-2026", "2026-2025")
        .replace("nama: Pel", "nma: Pel")
    )
    jalur = _write(tmp_path, teks)
    temuan = faults(load_rencana, jalur)
    assert [t.removeprefix(f"{jalur}:").split(":")[0] for t in temuan] == ["1", "6", "6", "9"]
    assert "program ke-1 › kegiatan ke-1 › nma: kunci ini tidak dikenal; mungkin maksudnya 'nama'" in temuan[2]


def test_faults_of_a_plan_inside_its_draft_suggest_the_right_key(tmp_path):
    isi = "rencana_kerja:\n" + "".join(f"  {b}\n" for b in RENCANA.replace("lokasi", "lokassi").splitlines())
    jalur = draft(tmp_path, isi)
    (satu,) = faults(load_rancangan, jalur)
    assert satu == f"{jalur}:12: rencana_kerja › lokassi: kunci ini tidak dikenal; mungkin maksudnya 'lokasi'"


def test_years_outside_the_plan_name_the_line(tmp_path):
    jalur = _write(tmp_path, RENCANA + "        tahun: [2026, 2030]\n")
    assert faults(load_rencana, jalur) == [
        f"{jalur}:11: program ke-1 › kegiatan ke-1 › tahun: tahun 2030 tidak termasuk tahun rencana kerja ini; "
        "tambahkan, atau hapus di sini"
    ]


def test_faults_of_the_draft_and_of_its_plan_come_at_once(tmp_path):
    _write(tmp_path, RENCANA.replace("outcome: Terampil", ""))
    jalur = draft(tmp_path, "rencana_kerja: rk.yaml\nwarna: biru\n")
    temuan = faults(load_rancangan, jalur)
    assert len(temuan) == 2
    assert "warna" in temuan[0] and "outcome: kunci ini belum diisi" in temuan[1]


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        ("../rk.yaml", "rencana kerja harus berkas .yaml atau .xlsx di dalam folder rancangan"),
        ("/tmp/rk.yaml", "rencana kerja harus berkas .yaml atau .xlsx di dalam folder rancangan"),
        ("rk.docx", "rencana kerja harus berkas .yaml atau .xlsx di dalam folder rancangan"),
        ("tidak-ada.yaml", "berkas tidak-ada.yaml tidak ada di samping rancangan"),
        ("keluar.yaml", "keluar.yaml menunjuk keluar dari folder rancangan"),
        ("3", "harus berupa pasangan"),
    ],
)
def test_paths_that_are_refused(tmp_path, nilai, pesan):
    folder = tmp_path / "rancangan"
    folder.mkdir()
    _write(tmp_path, RENCANA)
    (folder / "keluar.yaml").symlink_to(tmp_path / "rk.yaml")
    (satu,) = faults(load_rancangan, draft(folder, f"rencana_kerja: {nilai}\n"))
    assert pesan in satu
    assert "nk.yaml:10: rencana_kerja" in satu


def test_a_plan_that_changes_is_read_again(tmp_path):
    jalur = draft(tmp_path, "rencana_kerja: rk.yaml\n")
    _write(tmp_path, RENCANA)
    assert load_rancangan(jalur).rencana.rencana.tahun == (2025, 2026)
    _write(tmp_path, RENCANA.replace("2025-2026", "2025-2030"))
    assert load_rancangan(jalur).rencana.rencana.tahun[-1] == 2030


def test_every_text_of_the_example_is_a_string():
    """YAML makes dates and numbers of what looks like one."""
    from naskah.library.workspace import packaged_data

    jalur = packaged_data() / "examples" / "rencana-kerja" / "rk-jakarta.yaml"
    assert len(list(load_rencana(jalur).rencana.iter_kegiatan())) == 18
    assert "PKJ" not in jalur.read_text(encoding="utf-8")
    assert yaml.safe_load(jalur.read_text(encoding="utf-8"))["tahun"] == "2025-2029"


def test_years_outside_the_plan_and_places_come_with_the_other_faults(tmp_path):
    teks = RENCANA.replace("output: Terlatih", "output: ''").replace("lokasi: Kota\n", "") + "        tahun: 2030\n"
    for jalur, kerja in (
        (_write(tmp_path, teks), load_rencana),
        (draft(tmp_path, "rencana_kerja:\n" + "".join(f"  {b}\n" for b in teks.splitlines())), load_rancangan),
    ):
        temuan = "\n".join(faults(kerja, jalur))
        assert "output: tidak boleh kosong" in temuan
        assert "tahun 2030 tidak termasuk" in temuan
        assert "lokasi belum diisi" in temuan


@pytest.mark.parametrize(
    "tertulis", ['"Dinas A; Dinas B"', "[Dinas A; Dinas B]", '"Dinas A\\nDinas B;"', "[Dinas A, Dinas B]"]
)
def test_several_offices_in_one_text_mean_what_they_mean_in_a_cell(tmp_path, tertulis):
    teks = RENCANA.replace("penanggung_jawab: Dinas,", f"penanggung_jawab: {tertulis},")
    (program,) = load_rencana(_write(tmp_path, teks)).rencana.program
    assert program.kegiatan[0].tugas["kesatu"].penanggung_jawab == ("Dinas A", "Dinas B")
