"""Batches of what is no plain agreement: adenda to registered parents, and naskah with a Rencana Kerja."""

import shutil
import zipfile
from datetime import date

import pytest
import yaml
from small_adenda import ADENDUM, RuangAdendum, make_adendum

from naskah.batch.run import Pilihan, run_batch
from naskah.batch.sheet import Lembar
from naskah.library.any_draft import load_draft
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace, packaged_data
from naskah.model.galat import NaskahError
from naskah.publishing.drafts import publish_draft
from naskah.publishing.publish import Pilihan as PilihanSusun
from naskah.registry.database import open_registry
from naskah.registry.query import get_perjanjian
from naskah.registry.verification import verify


@pytest.fixture
def adendum(ruang):
    return RuangAdendum(ruang, 4)


@pytest.mark.parametrize("pekerja", [1, 2])
def test_each_row_becomes_an_adendum_to_its_parent(adendum, pekerja):
    hasil = adendum.run([make_adendum(i) for i in (1, 2, 3)], pekerja=pekerja)
    assert (hasil.terbit.ditulis, hasil.terbit.didaftarkan, hasil.galat) == (3, 3, {})
    with open_registry(adendum.ruang.registri) as registri:
        assert verify(registri) == []
        # Signed 3-4-2026 for 3 tahun, and 3 more by the adendum.
        assert get_perjanjian(registri, "pks-2").akhir == date(2032, 4, 2)
    isi = zipfile.ZipFile(adendum.hasil / "pks-2-a.docx").read("word/document.xml").decode()
    assert "Teguran 2." in isi


def test_a_second_run_of_adenda_changes_nothing(adendum):
    baris = [make_adendum(i) for i in (1, 2, 3)]
    adendum.run(baris)
    (adendum.hasil / "pks-2-a.docx").unlink()
    hasil = adendum.run(baris)
    assert (hasil.terbit.ditulis, hasil.terbit.sudah_ada, hasil.terbit.didaftarkan) == (1, 2, 0)


def test_an_adendum_of_a_batch_is_that_of_naskah_susun_to_the_byte(adendum, tmp_path):
    adendum.run([make_adendum(3)])
    draft = yaml.safe_load(ADENDUM) | {"id": "pks-3-a", "induk": {"id": "pks-3"}, "nomor": ["3/A/KS", "3/A/DS"]}
    draft["perubahan"] = [{"perpanjang": {"selama": "1 tahun"}}, {"ubah": {"tempat": "Pasal 3", "isi": "Teguran 3."}}]
    berkas = adendum.ruang.folder / "satu.yaml"
    berkas.write_text(yaml.safe_dump(draft))
    publish_draft(load_draft(berkas), Pustaka(Workspace(adendum.ruang.folder)), PilihanSusun(tmp_path / "satu"))
    assert (adendum.hasil / "pks-3-a.docx").read_bytes() == (tmp_path / "satu.docx").read_bytes()


@pytest.mark.parametrize(
    ("buruk", "pesan"),
    [
        (make_adendum(2, induk_id="entah"), "adendum.csv:3: induk.id: "),
        (make_adendum(2, tanggal="1 September 2040"), "adendum.csv:3: tanggal: "),
        (make_adendum(2, id="pks-4"), "sudah dipakai sebuah perjanjian"),
        (
            make_adendum(2, perubahan_1_perpanjang_selama="lama sekali"),
            "adendum.csv:3: perubahan.1.perpanjang.selama: ",
        ),
    ],
    ids=["unknown parent", "after the end", "id of an agreement", "no duration"],
)
def test_a_bad_adendum_refuses_the_batch_before_anything_is_written(adendum, buruk, pesan):
    with pytest.raises(NaskahError) as error:
        adendum.run([make_adendum(1), buruk])
    assert pesan in str(error.value)
    assert not adendum.hasil.exists()
    with open_registry(adendum.ruang.registri) as registri:
        assert get_perjanjian(registri, "pks-1").adendum == ()


def test_a_rencana_kerja_beside_the_rancangan_is_in_every_document(ruang, tmp_path):
    contoh = ruang.folder / "examples"
    shutil.copytree(packaged_data() / "examples", contoh)
    data = ruang.csv([["nk-1", "Judul satu"], ["nk-2", "Judul dua"]], ["id", "judul"])
    rancangan = contoh / "nk-jakarta.yaml"
    isi = yaml.safe_load(rancangan.read_text())
    for pihak in isi["pihak"]:
        pihak.pop("nomor", None)
    rancangan.write_text(yaml.safe_dump(isi, sort_keys=False))
    run_batch(Pilihan(rancangan, Lembar(data), ruang.hasil))
    rancangan.write_text(yaml.safe_dump(isi | {"judul": "Judul dua"}, sort_keys=False))
    publish_draft(load_draft(rancangan), Pustaka(Workspace(ruang.folder)), PilihanSusun(tmp_path / "dua"))
    assert (ruang.hasil / "nk-2.docx").read_bytes() == (tmp_path / "dua.docx").read_bytes()
