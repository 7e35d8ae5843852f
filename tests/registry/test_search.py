"""Finding agreements in a real registry, by words, clause and regulation; the index follows the events."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_agreements import NK_000, SAAT, add, as_ordinary_user, build

from naskah.model.galat import NaskahError
from naskah.model.isi import isi
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Ayat, GayaDaftar, Kepala, Naskah, Pasal
from naskah.model.naskah_json import dump_naskah
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import record
from naskah.registry.search.find import Hasil, find
from naskah.registry.search.index import catch_up, count_pending, ensure_fresh, rebuild_index
from naskah.registry.search.references import Rujukan, parse_klausul, parse_peraturan
from naskah.registry.search.words import parse_query
from naskah.registry.verification import verify

HARI = date(2026, 6, 1)


def make_tree(*pasal: str) -> bytes:
    """A document with these texts as its pasal."""
    return dump_naskah(
        Naskah(
            jenis=JenisNaskah.PERJANJIAN_KERJA_SAMA,
            kepala=Kepala("PERJANJIAN", (), isi("X"), ()),
            pembuka=(),
            gaya_pihak=GayaDaftar.ANGKA,
            pihak=(),
            setelah_pihak=(),
            premis=None,
            dasar=(),
            kesepakatan=(),
            batang=tuple(Pasal(str(i), (), (Ayat(None, isi(teks)),)) for i, teks in enumerate(pasal, 1)),
            penutup=(),
            tanda_tangan=(),
        )
    )


def with_tree(*pasal: str, **lain: Any) -> Pendaftaran:
    pohon = make_tree(*pasal)
    return build(naskah=sha256(pohon).hexdigest(), isi_naskah=pohon, **lain)


def search(registry: Registry, *kata: str, batas: int = 20, pada: date = HARI, **rujukan: Any) -> Hasil:
    catch_up(registry)
    frasa = parse_query(kata) if kata else ()
    return find(registry, frasa, Rujukan(**rujukan), pada=pada, batas=batas)


def ids(hasil: Hasil) -> list[str]:
    return [satu.id for satu in hasil.temuan]


def places(hasil: Hasil) -> list[tuple[str, str]]:
    return [(satu.id, satu.letak) for satu in hasil.temuan]


@pytest.fixture
def three_open(three: Path):
    with open_registry(three) as registry:
        yield registry


@pytest.mark.parametrize(
    ("kata", "temuan"),
    [
        (["EKOSISTEM"], [("002", "judul")]),
        (["ekosistèm"], [("002", "judul")]),
        (["002/TKKSD/DKUKM/2025"], [("002", "nomor")]),
        (["100.3.7/1/011/NK/2026"], [("001", "nomor"), ("000", "nomor")]),
        (["100.3.7/1/011/NK/2027"], []),
        (["1/011/NK"], [("001", "nomor"), ("000", "nomor")]),
        (["rachmat"], [("002", "penandatangan")]),
        (["120/0002/I"], [("002", "surat kuasa")]),
        (["dinas", "koperasi"], [("002", "penandatangan")]),
        (["kota pasuruan"], [("001", "pihak"), ("000", "pihak")]),
        (["pasuruan", "optimalisasi"], [("000", "judul")]),
        (["optimal*"], [("000", "judul")]),
        (["optimal"], []),
        (["sosial jaminan"], []),  # the order of a phrase counts
        (["sosial", "jaminan"], [("002", "judul"), ("001", "judul"), ("000", "judul")]),
        (["002"], [("002", "id")]),
    ],
)
def test_facts_are_found_whatever_the_case_and_accents(
    three_open: Registry, kata: Sequence[str], temuan: list[tuple[str, str]]
) -> None:
    assert places(search(three_open, *kata)) == temuan


def test_texts_are_found_by_pasal_with_the_words_around(registry: Registry) -> None:
    add(registry, with_tree("Maksud para pihak.", "PARA PIHAK wajib menjaga rahasia dagang selama 5 (lima) tahun."))
    (satu,) = search(registry, "menjaga rahasia").temuan
    assert satu.letak == "Pasal 2"
    assert satu.cuplikan is not None
    assert satu.cuplikan.mark("«", "»") == "PARA PIHAK wajib «menjaga rahasia» dagang selama 5 (lima) tahun."


def test_no_phrase_reaches_from_one_part_into_the_next(registry: Registry) -> None:
    add(registry, with_tree("Berakhir dengan sendirinya", "Kerahasiaan dijaga"))
    assert ids(search(registry, "sendirinya kerahasiaan")) == []
    assert ids(search(registry, "sendirinya", "kerahasiaan")) == ["002"]


def test_words_may_stand_partly_in_the_facts_and_partly_in_the_text(registry: Registry) -> None:
    add(registry, with_tree("Musyawarah untuk mufakat."), with_tree("Pengadilan.", id="lain"))
    assert ids(search(registry, "koperasi", "mufakat")) == ["002"]


def test_facts_come_before_texts_and_the_latest_first(registry: Registry) -> None:
    add(
        registry,
        with_tree("Statistik.", id="teks-lama"),
        build(id="judul-lama", judul="Statistik"),
        with_tree("Lain, lalu statistik.", id="teks-baru"),
        build(id="judul-baru", judul="Statistik Daerah"),
        build(id="unit", unit="Dinas Statistik"),
        build(id="statistik"),
    )
    urutan = ["statistik", "judul-baru", "judul-lama", "unit", "teks-baru", "teks-lama"]
    assert ids(search(registry, "statistik")) == urutan
    for batas in range(1, 6):
        hasil = search(registry, "statistik", batas=batas)
        assert (ids(hasil), hasil.lagi) == (urutan[:batas], True)
    assert not search(registry, "statistik", batas=6).lagi


def test_the_best_of_many_hits_in_facts_comes_first_not_only_the_latest(registry: Registry) -> None:
    add(registry, build(id="judul", judul="Statistik"), *(build(id=f"unit-{i}", unit="Statistik") for i in range(5)))
    assert ids(search(registry, "statistik", batas=2)) == ["judul", "unit-4"]


def test_accents_in_what_is_registered_do_not_matter(registry: Registry) -> None:
    add(registry, build(judul="Kawasan Café Kre\u0301atif"))
    (satu,) = search(registry, "CAFE KREATIF").temuan
    assert satu.cuplikan is not None
    assert satu.cuplikan.mark("«", "»") == "Kawasan «Café Kre\u0301atif»"


def test_the_state_told_is_that_of_the_day_asked_about(three_open: Registry) -> None:
    (satu,) = search(three_open, "ekosistem", pada=date(2025, 4, 28)).temuan
    assert satu.keadaan == "rancangan"
    (satu,) = search(three_open, "ekosistem", pada=date(2026, 1, 1)).temuan
    assert satu.keadaan == "berlaku"
    (satu,) = search(three_open, "ekosistem", pada=date(2030, 4, 28)).temuan
    assert satu.keadaan == "segera berakhir"


KLAUSUL = {"sidik": "ab" * 32, "pasal": "Pasal 6"}


@pytest.fixture
def klausul(registry: Registry) -> Registry:
    add(
        registry,
        build(id="a", klausul=[{"klausul": "kahar/singkat", "versi": 1, **KLAUSUL}]),
        build(id="b", klausul=[{"klausul": "kahar/singkat", "versi": 2, **KLAUSUL}]),
        build(id="c", klausul=[{"klausul": "kahar/lengkap", "versi": 1, **KLAUSUL}]),
        build(id="d", klausul=[{"klausul": "kahara/singkat", "versi": 1, **KLAUSUL}]),
    )
    return registry


@pytest.mark.parametrize(
    ("dicari", "temuan"),
    [
        ("kahar/singkat", [("b", "kahar/singkat@2"), ("a", "kahar/singkat@1")]),
        ("kahar/singkat@1", [("a", "kahar/singkat@1")]),
        ("kahar", [("b", "kahar/singkat@2"), ("a", "kahar/singkat@1"), ("c", "kahar/lengkap@1")]),
        ("kahar@1", [("a", "kahar/singkat@1"), ("c", "kahar/lengkap@1")]),
        ("kahar/singkat@3", []),
    ],
)
def test_the_agreements_that_use_a_clause_are_told_with_its_version(
    klausul: Registry, dicari: str, temuan: list[tuple[str, str]]
) -> None:
    hasil = search(klausul, klausul=parse_klausul(dicari))
    assert [(satu.id, satu.klausul) for satu in hasil.temuan] == temuan
    assert {satu.letak for satu in hasil.temuan} <= {"Pasal 6"}


def test_a_clause_nobody_uses_brings_near_ones(klausul: Registry) -> None:
    assert search(klausul, klausul=parse_klausul("kahar/panjang")).saran == ("kahar/lengkap", "kahar/singkat")
    assert "kahar/singkat" in search(klausul, klausul=parse_klausul("kahr/singkat")).saran


@pytest.mark.parametrize("teks", ["", "kahar/", "/singkat", "kahar/singkat@", "kahar/singkat@x", "kahar'--", "a b"])
def test_what_is_no_clause_is_said(teks: str) -> None:
    with pytest.raises(NaskahError, match="tulis topik/varian"):
        parse_klausul(teks)


@pytest.fixture
def peraturan(registry: Registry) -> Registry:
    diubah = (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah,"
        " terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Cipta Kerja;"
    )
    add(
        registry,
        build(id="pendek", dasar_hukum=["UU 23/2014", "PP 28/2018"]),
        build(id="diubah", dasar_hukum=["PP 28/2018", diubah]),
        build(id="lain", dasar_hukum=["UU 23/2004", "Peraturan Gubernur Jawa Timur Nomor 36 Tahun 2021 tentang X"]),
        build(id="tanpa"),
    )
    return registry


@pytest.mark.parametrize("dicari", ["UU 23/2014", "uu 23/2014", "UU Nomor 23 Tahun 2014", "uu-23-2014"])
def test_a_regulation_is_found_however_it_is_cited_or_asked_for(peraturan: Registry, dicari: str) -> None:
    hasil = search(peraturan, peraturan=parse_peraturan(dicari))
    assert sorted(ids(hasil)) == ["diubah", "pendek"]
    assert not hasil.lagi


def test_the_region_in_a_name_may_be_typed_in_any_case(peraturan: Registry) -> None:
    assert ids(search(peraturan, peraturan=parse_peraturan("pergub jawa timur 36/2021"))) == ["lain"]


def test_a_regulation_nobody_cites_brings_near_ones(peraturan: Registry) -> None:
    assert "UU 23/2014" in search(peraturan, peraturan=parse_peraturan("UU 23/2015")).saran
    with pytest.raises(NaskahError, match="peraturannya kosong"):
        parse_peraturan(" ;")


def test_words_clause_and_regulation_must_all_fit(registry: Registry) -> None:
    pakai = [{"klausul": "kahar/singkat", "versi": 1, **KLAUSUL}]
    add(
        registry,
        build(id="semua", judul="Statistik", klausul=pakai, dasar_hukum=["UU 16/1997"]),
        build(id="tanpa-uu", judul="Statistik", klausul=pakai),
        build(id="tanpa-klausul", judul="Statistik", klausul=[], dasar_hukum=["UU 16/1997"]),
        build(id="tanpa-kata", klausul=pakai, dasar_hukum=["UU 16/1997"]),
    )
    rujukan = {"klausul": parse_klausul("kahar/singkat"), "peraturan": "UU 16/1997"}
    assert ids(search(registry, "statistik", **rujukan)) == ["semua"]
    assert ids(search(registry, **rujukan)) == ["tanpa-kata", "semua"]


def test_the_index_follows_corrected_facts(registry: Registry) -> None:
    add(registry, build(judul="Nama Lama"))
    assert ids(search(registry, "lama")) == ["002"]
    add(registry, build(judul="Nama Baru"), perbarui=True)
    assert (ids(search(registry, "lama")), ids(search(registry, "baru"))) == ([], ["002"])
    # Back to what it was: the first row of the index must not come back to life twice.
    add(registry, build(judul="Nama Lama"), perbarui=True)
    assert (ids(search(registry, "lama")), ids(search(registry, "baru"))) == (["002"], [])


def test_an_event_that_changes_nothing_to_be_found_indexes_nothing(three: Path) -> None:
    with open_registry(three) as registry:
        assert catch_up(registry) == 3
        record(registry, "002", "ditandatangani", date(2025, 4, 30), oleh="x", waktu=SAAT)
        assert count_pending(registry) == 1
        assert catch_up(registry) == 0
        assert count_pending(registry) == 0


def test_a_search_catches_up_by_itself(three: Path) -> None:
    laporan: list[int] = []
    assert ensure_fresh(three, laporan.append) == 0
    assert ensure_fresh(three, laporan.append) == 0
    assert laporan == [4]
    with open_registry(three) as registry:
        assert count_pending(registry) == 0


def test_in_a_registry_that_cannot_be_written_it_says_how_much_is_missing(folder_read_only: Path) -> None:
    with as_ordinary_user():
        assert ensure_fresh(folder_read_only / "registry.db") == 4


def test_while_another_process_writes_the_search_does_without_the_latest(three: Path) -> None:
    with open_registry(three) as lain, lain.write():
        assert ensure_fresh(three) == 4
    assert ensure_fresh(three) == 0


def test_a_rebuild_of_the_index_finds_the_same(three_open: Registry) -> None:
    sebelum = search(three_open, "jaminan")
    assert rebuild_index(three_open) == 3
    assert search(three_open, "jaminan") == sebelum


@pytest.mark.parametrize(
    "rusak",
    [
        "DROP TABLE cari_fakta",
        "DROP TABLE cari_baris",
        "DELETE FROM cari_indeks",
        "UPDATE cari_indeks SET versi = 0",
        "UPDATE cari_indeks SET sampai = 99",
    ],
)
def test_a_lost_or_foreign_index_is_made_anew(three: Path, rusak: str) -> None:
    ensure_fresh(three)
    with closing(sqlite3.connect(three)) as conn, conn:
        conn.execute("DELETE FROM cari_baris")
        conn.execute(rusak)
    assert ensure_fresh(three) == 0
    with open_registry(three) as registry:
        assert ids(search(registry, "ekosistem")) == ["002"]


@pytest.mark.parametrize("tabel", ["cari_fakta_data", "cari_fakta_idx", "cari_fakta_config", "cari_isi_data"])
@pytest.mark.parametrize("rusak", ["DELETE FROM {}", "DROP TABLE {}"])
def test_a_damaged_index_is_said_and_made_anew_on_request(three: Path, tabel: str, rusak: str) -> None:
    ensure_fresh(three)
    with closing(sqlite3.connect(three)) as conn, conn:
        conn.execute(rusak.format(tabel))
    with open_registry(three) as registry:
        try:
            search(registry, "ekosistem", batas=1)
        except NaskahError as error:
            assert "bangun-ulang" in str(error)  # noqa: PT017
        rebuild_index(registry)
        assert ids(search(registry, "ekosistem")) == ["002"]


def test_the_index_is_no_difference_to_the_check_nor_to_the_rebuild(three_open: Registry) -> None:
    search(three_open, "jaminan")
    assert verify(three_open) == []
    assert rebuild(three_open).sama
    assert ids(search(three_open, "ekosistem")) == ["002"]


def test_a_damaged_tree_costs_its_own_text_only(registry: Registry, path: Path) -> None:
    add(registry, with_tree("Mufakat."), build(NK_000))
    with registry.write() as conn:
        conn.execute("UPDATE naskah SET isi = x'00'")
    assert ids(search(registry, "mufakat")) == []
    assert ids(search(registry, "ekosistem")) == ["002"]
    assert ids(search(registry, "optimalisasi")) == ["000"]


def test_many_events_are_followed_in_several_transactions(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("naskah.registry.search.index._PERISTIWA_SEKALI", 3)
    monkeypatch.setattr("naskah.registry.search.index._PERJANJIAN_SEKALI", 2)
    add(registry, *(build(id=f"p-{i}") for i in range(8)))
    assert catch_up(registry) == 8
    assert len(ids(search(registry, "koperasi"))) == 8


def test_an_agreement_without_parties_or_signatory_is_found(registry: Registry) -> None:
    add(registry, build(id="perda", jenis="peraturan-daerah", nomor="5 Tahun 2013", pihak=[], unit=None, tempat=None))
    assert places(search(registry, "5 tahun 2013")) == [("perda", "nomor")]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.text(max_size=30) | st.text(alphabet="\"*()^:'%_-ANDORNEAR 02jaminan\0", max_size=30), max_size=3),
    st.text(max_size=30),
)
def test_no_hostile_input_breaks_the_search(three_open: Registry, kata: list[str], peraturan: str) -> None:
    with suppress(NaskahError):
        assert set(ids(search(three_open, *kata))) <= {"000", "001", "002"}
    with suppress(NaskahError):
        assert ids(search(three_open, peraturan=parse_peraturan(peraturan))) == []


def test_an_agreement_comes_once_however_often_it_has_the_words(registry: Registry) -> None:
    add(registry, with_tree("Jaminan.", "Jaminan sosial lagi."), build(NK_000))
    assert ids(search(registry, "jaminan")) == ["000", "002"]


def test_other_programs_can_read_through_a_registry_with_its_index(three: Path) -> None:
    ensure_fresh(three)
    with closing(sqlite3.connect(three)) as conn:
        assert list(conn.iterdump())
        assert len(conn.execute("SELECT rowid FROM cari_fakta").fetchall()) == 3
