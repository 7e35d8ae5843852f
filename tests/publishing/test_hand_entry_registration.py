"""What is entered by hand reaches the registry whole."""

from pathlib import Path

from naskah.library.hand_entries import load_hand_entry
from naskah.library.workspace import find_workspace
from naskah.publishing.hand_entries import register_hand_entry
from naskah.registry.database import open_registry
from naskah.registry.query import get_perjanjian

CATATAN = """\
jenis: perjanjian-kerja-sama
judul: Data Cuaca
tanggal: 2026-01-05
pihak:
  - nama: Kabupaten Melati
    penandatangan:
      nama: Sari
      jabatan: Kepala Dinas
      kuasa: [{dokumen: Surat Kuasa, nomor: SK/1/2026, tanggal: 2026-01-02}]
  - nama: Politeknik Nusa
ketentuan: []
"""


def test_the_authority_of_a_signatory_is_kept_and_an_unknown_one_stays_unknown(tmp_path: Path) -> None:
    berkas = tmp_path / "lama.yaml"
    berkas.write_text(CATATAN, encoding="utf-8")
    with open_registry(tmp_path / "registry.db", create=True) as basis:
        nama, _ = register_hand_entry(load_hand_entry(berkas), find_workspace(tmp_path), basis, oleh="uji")
        sari, tanpa = get_perjanjian(basis, nama).pihak
    assert [(k.jenis, k.nomor) for k in sari.kuasa] == [("kuasa", "SK/1/2026")]
    assert (tanpa.penandatangan, tanpa.kuasa) == (None, ())
