"""Several adenda to one parent in one sheet: each builds on the one before it."""

import re
import zipfile

import pytest
import yaml
from small_adenda import ADENDUM, KOLOM, RuangAdendum, make_adendum
from small_batch import write_csv

from naskah.batch import chains, kinds
from naskah.library.any_draft import load_draft
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace
from naskah.model.galat import NaskahError
from naskah.publishing.drafts import publish_draft
from naskah.publishing.publish import Pilihan as PilihanSusun
from naskah.registry.adendum_registration import register_adendum
from naskah.registry.database import open_registry
from naskah.registry.lineage import read_lineage
from naskah.registry.verification import verify


@pytest.fixture
def adendum(ruang):
    return RuangAdendum(ruang, 4)


def chain(induk, n, tanggal="1 September 2026", **lain):
    """The n-th adendum to a parent: a row of its own."""
    nomor = {"id": f"pks-{induk}-{n}", "nomor_1": f"{induk}/{n}/KS", "nomor_2": f"{induk}/{n}/DS"}
    nomor["perubahan_2_ubah_isi"] = f"Teguran ke-{n}."
    return make_adendum(induk, **(nomor | {"tanggal": tanggal} | lain))


def text(jalur):
    xml = zipfile.ZipFile(jalur).read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n")).replace("\xa0", " ")


def lineage(adendum, induk="pks-1"):
    with open_registry(adendum.ruang.registri) as registri:
        assert verify(registri) == []
        return [(a.data["id"], a.data["urutan"]) for a in read_lineage(registri, induk).adendum]


@pytest.mark.parametrize("pekerja", [1, 2])
def test_the_second_builds_on_the_first(adendum, pekerja):
    baris = [chain(1, 1), make_adendum(2), chain(1, 2), make_adendum(3)]
    hasil = adendum.run(baris, pekerja=pekerja)
    assert (hasil.terbit.ditulis, hasil.terbit.didaftarkan, hasil.galat) == (4, 4, {})
    assert lineage(adendum) == [("pks-1-1", 1), ("pks-1-2", 2)]
    isi = text(adendum.hasil / "pks-1-2.docx")
    assert "ADENDUM KEDUA" in isi
    assert "Adendum Kesatu Nomor 1/1/KS dan Nomor 1/1/DS tanggal 1 September 2026" in isi
    # 2 tahun, 2 more by the first, 2 more by the second.
    assert "6 (enam) tahun" in isi


def test_the_day_of_signing_counts_before_the_order_of_the_sheet(adendum):
    baris = [
        chain(1, 3, "3 November 2026"),
        chain(1, 1, "1 September 2026"),
        chain(1, 4, "3 November 2026"),
        chain(1, 2, "2 Oktober 2026"),
    ]
    adendum.run(baris)
    assert lineage(adendum) == [(f"pks-1-{i}", i) for i in (1, 2, 3, 4)]


def test_each_is_that_of_naskah_susun_to_the_byte(adendum, tmp_path):
    adendum.run([chain(1, 1), chain(1, 2, "1 Oktober 2026")])
    dari_massal = (adendum.hasil / "pks-1-2.docx").read_bytes()
    draft = yaml.safe_load(ADENDUM) | {"id": "pks-1-2", "tanggal": "1 Oktober 2026", "nomor": ["1/2/KS", "1/2/DS"]}
    draft["perubahan"] = [
        {"perpanjang": {"selama": "2 tahun"}},
        {"ubah": {"tempat": "Pasal 3", "isi": "Teguran ke-2."}},
    ]
    berkas = adendum.ruang.folder / "satu.yaml"
    berkas.write_text(yaml.safe_dump(draft))
    publish_draft(load_draft(berkas), Pustaka(Workspace(adendum.ruang.folder)), PilihanSusun(tmp_path / "satu"))
    assert dari_massal == (tmp_path / "satu.docx").read_bytes()


def test_a_run_that_ended_between_the_two_goes_on(adendum, monkeypatch):
    baris = [chain(1, 1), chain(1, 2), chain(1, 3)]

    def die_at_the_second(registri, pendaftaran, **lain):
        if pendaftaran.urutan == 2:
            raise RuntimeError("killed")
        return register_adendum(registri, pendaftaran, **lain)

    with monkeypatch.context() as sementara, pytest.raises(RuntimeError):
        sementara.setattr(kinds, "register_adendum", die_at_the_second)
        adendum.run(baris)
    assert lineage(adendum) == [("pks-1-1", 1)]
    assert [satu.name for satu in adendum.hasil.iterdir()] == ["pks-1-1.docx"]
    hasil = adendum.run(baris)
    assert (hasil.terbit.ditulis, hasil.terbit.didaftarkan) == (2, 2)
    hasil = adendum.run(baris)
    assert (hasil.terbit.sudah_ada, hasil.terbit.ditulis, hasil.terbit.didaftarkan) == (3, 0, 0)
    assert lineage(adendum) == [(f"pks-1-{i}", i) for i in (1, 2, 3)]


def test_one_registered_in_the_meantime_is_built_on_too(adendum):
    adendum.run([chain(1, 1)])
    adendum.run([chain(1, 8)])
    adendum.run([chain(1, 1), chain(1, 2), chain(1, 3)])
    assert [nama for nama, _ in lineage(adendum)] == ["pks-1-1", "pks-1-8", "pks-1-2", "pks-1-3"]
    assert "ADENDUM KEEMPAT" in text(adendum.hasil / "pks-1-3.docx")


def test_a_second_run_without_ids_changes_nothing(adendum):
    baris = [satu[1:] for satu in (chain(1, 1), chain(1, 2), chain(2, 1))]
    adendum.run(baris, kolom=KOLOM[1:])
    hasil = adendum.run(baris, kolom=KOLOM[1:])
    assert (hasil.terbit.sudah_ada, hasil.terbit.ditulis, hasil.terbit.didaftarkan) == (3, 0, 0)


def test_without_a_registration_each_is_counted_too(adendum):
    adendum.run([chain(1, 1), chain(1, 2)], daftarkan=False)
    assert "ADENDUM KEDUA" in text(adendum.hasil / "pks-1-2.docx")
    assert lineage(adendum) == []


def test_a_parent_given_as_its_draft_is_built_on_as_well(adendum):
    (adendum.ruang.folder / "induk.yaml").write_text((adendum.ruang.folder / "pks.yaml").read_text())
    kolom = ["induk.berkas" if satu == "induk.id" else satu for satu in KOLOM]
    adendum.rancangan.write_text(ADENDUM.replace("{id: pks-1}", "{berkas: induk.yaml}"))
    adendum.run([chain(1, n, induk_id="induk.yaml") for n in (1, 2)], kolom=kolom, daftarkan=False)
    isi = text(adendum.hasil / "pks-1-2.docx")
    assert "ADENDUM KEDUA" in isi
    assert "7 (tujuh) tahun" in isi


MENYUSUL = "adendum ini menyusul adendum pada baris {}, yang belum dapat disusun; perbaiki baris itu dahulu"


@pytest.mark.parametrize(
    ("kesatu", "sebab"),
    [
        ({"perubahan_1_perpanjang_selama": "lama"}, "Durasi"),
        ({"tanggal": "31 Februari 2026"}, "tanggal"),
        ({"id": "pks-4"}, "sudah dipakai sebuah perjanjian"),
        ({"id": "pks-2-a"}, "dipakai oleh 2 baris (2, 6)"),
        ({"perubahan_1_perpanjang_selama": "90 tahun", "tanggal": "1 September 2040"}, "berakhir"),
    ],
    ids=["draft", "date", "registry", "found out later", "assembly"],
)
def test_a_bad_first_row_makes_the_later_ones_of_that_parent_bad(adendum, kesatu, sebab):
    lain = {"tanggal": "1 September 2040"} if "2040" in kesatu.get("tanggal", "") else {}
    baris = [chain(1, 1, **kesatu), chain(1, 2, **lain), chain(3, 1), chain(1, 3, **lain), make_adendum(2)]
    hasil = adendum.run(baris, lanjutkan=True)
    assert sebab in str(hasil.galat[2])
    assert {nomor: [g.pesan for g in hasil.galat[nomor]][-1] for nomor in (3, 5)} == {
        3: MENYUSUL.format(2),
        5: MENYUSUL.format(3),
    }
    assert lineage(adendum) == []
    assert lineage(adendum, "pks-3") == [("pks-3-1", 1)]
    # Mended, the sheet goes on.
    hasil = adendum.run([chain(1, 1), chain(1, 2), chain(3, 1), chain(1, 3), make_adendum(2)])
    assert (hasil.galat, len(lineage(adendum))) == ({}, 3)


def test_the_earlier_row_is_made_though_the_later_one_is_bad(adendum):
    hasil = adendum.run([chain(1, 1), chain(1, 2, perubahan_1_perpanjang_selama="lama")], lanjutkan=True)
    assert list(hasil.galat) == [3]
    assert lineage(adendum) == [("pks-1-1", 1)]


def test_one_that_takes_effect_before_the_one_before_it_is_refused(adendum):
    kolom = [*KOLOM, "berlaku"]
    baris = [[*chain(1, 1), "1 Desember 2026"], [*chain(1, 2), "1 Oktober 2026"]]
    with pytest.raises(NaskahError, match="adendum.csv:3: berlaku: .*sebelum Adendum Kesatu mulai"):
        adendum.run(baris, kolom=kolom)


def test_more_to_one_parent_than_anybody_reads_are_refused(adendum, monkeypatch):
    monkeypatch.setattr(chains, "BERUNTUN_TERBANYAK", 3)
    with pytest.raises(NaskahError, match="adendum.csv:5: induk.id: ada lebih dari 3 adendum atas 'pks-1'; bagi"):
        adendum.run([chain(1, n) for n in range(1, 5)])


def test_rows_to_one_parent_are_in_one_chunk_however_far_apart(adendum, monkeypatch):
    monkeypatch.setattr("naskah.batch.making.POTONGAN", 2)
    baris = [chain(i, n) for n in (1, 2, 3) for i in (1, 2, 3, 4)]
    hasil = adendum.run(baris, pekerja=2)
    assert (hasil.terbit.didaftarkan, hasil.galat) == (12, {})
    assert [len(lineage(adendum, f"pks-{i}")) for i in (1, 2, 3, 4)] == [3, 3, 3, 3]


def test_reading_is_told_of_before_the_first_is_made(adendum, monkeypatch):
    """All rows are read before any is made: the next adendum to a parent may stand in the last."""
    monkeypatch.setattr("naskah.batch.making._LAPOR_BACA", 2)
    kabar = []
    lapor = lambda tahap, selesai, _: kabar.append((tahap, selesai))  # noqa: E731
    adendum.ruang.rancangan, adendum.ruang.hasil = adendum.rancangan, adendum.hasil
    data = write_csv(adendum.ruang.folder / "adendum.csv", [chain(1, n) for n in (1, 2, 3)], KOLOM)
    adendum.ruang.run(data, lapor=lapor)
    assert kabar[:3] == [("membaca", 2), ("membaca", 4), ("menyusun", 3)]
