"""Clause files: how they are found and read, and what keeps them inside their folder."""

from hashlib import sha256
from pathlib import Path

import pytest

from naskah.library.clauses import UKURAN_KLAUSUL, list_names, load_all, load_klausul, parse_klausul
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace
from naskah.model.galat import NaskahError

KEPALA = "---\njudul: J\nversi: 2\nberlaku_untuk: [nota-kesepakatan]\nketerangan: x\n---\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for nama in ("kahar/singkat", "kahar/lengkap", "jangka-waktu/umum"):
        berkas = tmp_path / "clauses" / f"{nama}.md"
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(KEPALA + f"Bunyi {nama}.\n")
    return tmp_path / "clauses"


def fault(folder: Path, nama: str) -> str:
    with pytest.raises(NaskahError) as info:
        load_klausul(folder, nama)
    return str(info.value)


def test_the_clauses_of_a_folder_are_listed_by_topic_and_variant(folder: Path) -> None:
    (folder / "bentuk.yaml").touch()
    (folder / "kahar" / "catatan.txt").touch()
    (folder / "lepas.md").touch()
    assert list_names(folder) == ["jangka-waktu/umum", "kahar/lengkap", "kahar/singkat"]
    assert [k.nama for k in load_all(folder)[0]] == list_names(folder)


def test_a_clause_knows_its_text_its_place_and_its_hash(folder: Path) -> None:
    klausul = load_klausul(folder, "kahar/singkat")
    berkas = folder / "kahar" / "singkat.md"
    assert (klausul.nama, klausul.topik, klausul.muatan) == ("kahar/singkat", "kahar", ("kahar",))
    assert (klausul.badan, klausul.baris_badan) == ("Bunyi kahar/singkat.\n", 6)
    assert (klausul.berkas, klausul.kepala.versi) == (str(berkas), 2)
    assert klausul.sidik == sha256(berkas.read_bytes()).hexdigest()


def test_a_clause_may_cover_other_elements_than_its_topic() -> None:
    isi = KEPALA.replace("versi: 2", "versi: 2\nmuatan: [pengakhiran, sanksi]") + "x"
    assert parse_klausul(isi.encode(), "kahar/a", "a.md").muatan == ("pengakhiran", "sanksi")


def test_a_rule_inside_the_body_does_not_end_the_head() -> None:
    klausul = parse_klausul((KEPALA + "satu\n---\ndua\n").encode(), "a/b", "a.md")
    assert klausul.badan == "satu\n---\ndua\n"


def test_an_unknown_clause_gets_near_names(folder: Path) -> None:
    assert "klausul 'kahar/sngkat' tidak ada; mungkin maksudnya kahar/lengkap, kahar/singkat" in fault(
        folder, "kahar/sngkat"
    )
    assert "mungkin maksudnya kahar/" in fault(folder, "kahr/singkat")
    assert "lihat 'naskah klausul daftar'" in fault(folder, "zzzzzz/qqqqqq")


@pytest.mark.parametrize(
    "nama",
    [
        "../../rahasia",
        "../rahasia",
        "kahar/../../rahasia",
        "/etc/passwd",
        "kahar/singkat.md",
        "kahar//singkat",
        "kahar",
        "kahar/",
        "",
        "Kahar/Singkat",
        "kahar/sing kat",
        "kahar/singkat\n",
        "kahar/singkat\0",
        "kahar\\singkat",
        "./kahar/singkat",
        "~/kahar",
    ],
)
def test_a_name_that_is_no_topic_and_variant_is_refused_unopened(folder: Path, nama: str) -> None:
    (folder.parent / "rahasia.md").write_text(KEPALA + "RAHASIA")
    assert "harus topik/varian" in fault(folder, nama)


def test_a_clause_that_links_outside_the_folder_is_refused(folder: Path) -> None:
    (folder.parent / "rahasia.md").write_text(KEPALA + "RAHASIA")
    (folder / "kahar" / "tautan.md").symlink_to(folder.parent / "rahasia.md")
    assert "menunjuk keluar" in fault(folder, "kahar/tautan")
    (folder.parent / "luar").mkdir()
    (folder.parent / "luar" / "a.md").write_text(KEPALA + "RAHASIA")
    (folder / "luar").symlink_to(folder.parent / "luar")
    assert "menunjuk keluar" in fault(folder, "luar/a")


def test_a_link_inside_the_folder_is_followed(folder: Path) -> None:
    (folder / "kahar" / "alias.md").symlink_to("singkat.md")
    assert load_klausul(folder, "kahar/alias").badan == "Bunyi kahar/singkat.\n"


@pytest.mark.parametrize(
    ("isi", "galat"),
    [
        ("Bunyi saja.\n", "a.md:1: klausul harus diawali kepala YAML"),
        ("---\njudul: J\nBunyi.\n", "a.md:1: klausul harus diawali kepala YAML"),
        ("", "a.md:1: klausul harus diawali kepala YAML"),
        ("---\n---\nBunyi.\n", "a.md: belum berisi apa-apa"),
        (KEPALA, "a.md:6: klausul ini belum berisi teks"),
        (KEPALA + "\n  \n", "a.md:6: klausul ini belum berisi teks"),
        (
            KEPALA.replace("versi: 2", "vrsi: 2") + "x",
            "a.md:3: vrsi: kunci ini tidak dikenal; mungkin maksudnya 'versi'",
        ),
        (KEPALA.replace("judul: J", "judul: J: K") + "x", "a.md:2: titik dua"),
        (KEPALA.replace("versi: 2", "versi: 2026-02-30") + "x", "a.md:3: versi: 2026-02-30 bukan tanggal"),
        (KEPALA + "satu\ndua \x07\n", "a.md:8: memuat karakter U+0007"),
        (KEPALA + "satu\n\ue002 palsu\n", "a.md:8: memuat karakter U+E002"),
    ],
)
def test_a_broken_clause_file_names_file_line_and_remedy(isi: str, galat: str) -> None:
    with pytest.raises(NaskahError) as info:
        parse_klausul(isi.encode(), "a/b", "a.md")
    assert any(str(g).startswith(galat) for g in info.value.galat), str(info.value)


def test_a_clause_in_another_encoding_or_too_large_is_refused(folder: Path) -> None:
    berkas = folder / "kahar" / "singkat.md"
    berkas.write_bytes((KEPALA + "satu\nPé\n").encode("latin-1"))
    assert "singkat.md:8: bukan teks UTF-8" in fault(folder, "kahar/singkat")
    berkas.write_bytes(KEPALA.encode() + b"x" * UKURAN_KLAUSUL)
    assert "lebih besar dari 100 kB" in fault(folder, "kahar/singkat")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing_but_the_hash() -> None:
    biasa = parse_klausul((KEPALA + "satu\n").encode(), "a/b", "a.md")
    windows = parse_klausul((KEPALA + "satu\n").replace("\n", "\r\n").encode("utf-8-sig"), "a/b", "a.md")
    assert (windows.badan, windows.kepala, windows.baris_badan) == (biasa.badan, biasa.kepala, biasa.baris_badan)
    assert windows.sidik != biasa.sidik


def test_a_workspace_reads_each_clause_once(folder: Path) -> None:
    (folder.parent / "naskah.yaml").touch()
    pustaka = Pustaka(Workspace(folder.parent))
    klausul = pustaka.klausul("kahar/singkat")
    (folder / "kahar" / "singkat.md").unlink()
    assert pustaka.klausul("kahar/singkat") is klausul
    with pytest.raises(NaskahError, match="tidak ada"):
        Pustaka(Workspace(folder.parent)).klausul("kahar/singkat")
