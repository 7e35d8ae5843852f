"""The parent of an adendum: where its draft may lie, and who signs for it by then."""

from datetime import date, datetime
from pathlib import Path

import pytest

from naskah.library.any_draft import load_draft
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import find_workspace
from naskah.model.galat import NaskahError
from naskah.publishing.parents import load_induk
from naskah.publishing.publish import Pilihan, publish
from naskah.registry.database import open_registry
from naskah.registry.recording import record

CONTOH = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("induk", ["../../luar.yaml", "../../../../../../etc/passwd", "tautan.yaml", "/etc/passwd"])
def test_the_draft_of_a_parent_lies_in_the_workspace(tmp_path: Path, induk: str) -> None:
    folder = tmp_path / "ruang" / "adendum"
    folder.mkdir(parents=True)
    (tmp_path / "ruang" / "naskah.yaml").touch()
    (tmp_path / "luar.yaml").write_text("rahasia: 1\n", encoding="utf-8")
    (folder / "tautan.yaml").symlink_to(tmp_path / "luar.yaml")
    isi = f"jenis: adendum\ninduk: {{berkas: {induk}}}\ntanggal: 2026-01-01\ntempat: K\nnomor: [a, b]\n"
    (folder / "a.yaml").write_text(f"{isi}perubahan: [{{hapus: Pasal 1 ayat (1)}}]\n", encoding="utf-8")
    with pytest.raises(NaskahError) as tertangkap:
        load_induk(load_draft(folder / "a.yaml"), Pustaka(find_workspace(folder)), None)
    (satu,) = tertangkap.value.galat
    assert (satu.baris, satu.kunci) == (2, "induk › berkas")
    assert "menunjuk keluar dari folder rancangan dan ruang kerjanya" in satu.pesan


@pytest.mark.parametrize(("diganti", "menandatangani"), [("2027-02-28", "Siti Aminah"), ("2027-03-02", "Ahmad Yani")])
def test_an_official_replaced_by_then_does_not_sign_the_next_adendum(
    tmp_path: Path, diganti: str, menandatangani: str
) -> None:
    registri = tmp_path / "registry.db"
    pustaka = Pustaka(find_workspace(CONTOH))
    pilihan = Pilihan(tujuan=tmp_path / "pks", format=(), registri=registri, oleh="penguji")
    publish(load_rancangan(CONTOH / "pks-babel.yaml"), pustaka, pilihan)
    with open_registry(registri) as basis:
        data = {"pihak": "1", "nama": "Siti Aminah"}
        hari = date.fromisoformat(diganti)
        record(basis, "pks-babel-2025", "pejabat-diganti", hari, oleh="penguji", data=data, waktu=datetime(2028, 1, 1))
    induk = load_induk(load_draft(CONTOH / "adendum" / "pks-babel-adendum-1.yaml"), pustaka, registri)
    assert induk.pihak[0].penandatangan.nama == menandatangani
