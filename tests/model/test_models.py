"""The models themselves: kinds, levels, drafts, terms, regulations, errors."""

from typing import Any

import pytest
from pydantic import ValidationError

from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Silang, Teks, isi, plain
from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import KETENTUAN
from naskah.model.klausul import KepalaKlausul
from naskah.model.naskah import Ayat, GayaDaftar, JenisKelompok, Kelompok, Kepala, Naskah, Pasal, Tingkat
from naskah.model.peraturan import JenisPeraturan
from naskah.model.rancangan import PasalBebas, PilihanKlausul, Rancangan

PIHAK = {"nama": "A", "kedudukan": "Jalan", "penandatangan": {"nama": "N", "jabatan": "J"}}


def draft(**lain: Any) -> dict[str, Any]:
    dasar: dict[str, Any] = {
        "jenis": "nota-kesepakatan",
        "judul": "Uji",
        "tanggal": "2026-01-02",
        "tempat": "Pasuruan",
        "pihak": [PIHAK, PIHAK],
        "pasal": [{"judul": "Satu", "isi": "Bunyi."}],
    }
    return dasar | lain


def faults(model: Any, data: Any) -> list[str]:
    with pytest.raises(ValidationError) as info:
        model.model_validate(data)
    return [".".join(map(str, e["loc"])) + ": " + e["msg"] for e in info.value.errors()]


@pytest.mark.parametrize(
    ("jenis", "sebutan", "singkatan"),
    [
        ("nota-kesepakatan", "Nota Kesepakatan", "NK"),
        ("kesepakatan-bersama", "Kesepakatan Bersama", "KB"),
        ("perjanjian-kerja-sama", "Perjanjian Kerja Sama", "PKS"),
    ],
)
def test_each_kind_has_its_name_and_abbreviation(jenis: str, sebutan: str, singkatan: str) -> None:
    assert (JenisNaskah(jenis).sebutan, JenisNaskah(jenis).singkatan) == (sebutan, singkatan)


@pytest.mark.parametrize(
    ("tingkat", "nomor", "tanda"),
    [
        (Tingkat.HURUF, "a", "a."),
        (Tingkat.ANGKA, "1", "1."),
        (Tingkat.HURUF_KURUNG, "a", "a)"),
        (Tingkat.ANGKA_KURUNG, "1", "1)"),
    ],
)
def test_levels_are_marked_as_l2_angka_87_asks(tingkat: Tingkat, nomor: str, tanda: str) -> None:
    assert tingkat.tanda(nomor) == tanda


def test_regulations_rank_by_the_hierarchy() -> None:
    urutan = ["uud", "tap-mpr", "uu", "perppu", "pp", "perpres", "inpres", "permen", "perda-prov", "pergub"]
    urutan += ["perda-kab", "perkada", "edaran"]
    tingkat = [JenisPeraturan(nama).tingkat for nama in urutan]
    assert tingkat == sorted(set(tingkat))


@pytest.mark.parametrize(
    ("galat", "teks"),
    [
        (Galat("salah"), "salah"),
        (Galat("salah", "a.yaml"), "a.yaml: salah"),
        (Galat("salah", "a.yaml", 3), "a.yaml:3: salah"),
        (Galat("salah", "a.yaml", 3, "pihak"), "a.yaml:3: pihak: salah"),
        (Galat("salah", None, 3, "pihak"), "baris 3: pihak: salah"),
    ],
)
def test_a_fault_reads_file_line_key_message(galat: Galat, teks: str) -> None:
    assert str(galat) == teks


def test_an_error_carries_every_fault_one_a_line() -> None:
    error = NaskahError(Galat(f"salah {i}", "a.yaml", i) for i in (1, 2))
    assert [g.baris for g in error.galat] == [1, 2]
    assert str(error) == "a.yaml:1: salah 1\na.yaml:2: salah 2"
    assert NaskahError("salah").galat == (Galat("salah"),)


def test_plain_text_of_spans_drops_the_italics_and_keeps_the_references() -> None:
    assert plain((Teks("pada "), Silang("x", "Pasal 1"), Teks(" *"), Teks("miring", True))) == "pada Pasal 1 *miring"
    assert isi("") == ()
    assert isi("a") == (Teks("a"),)


def test_pasal_are_found_in_document_order_through_all_groups() -> None:
    satu, dua, tiga = (Pasal(str(n), isi("J"), (Ayat(None, isi("x")),)) for n in (1, 2, 3))
    bagian = Kelompok(JenisKelompok.BAGIAN, "Kesatu", isi("B"), (dua,))
    batang = (satu, Kelompok(JenisKelompok.BAB, "I", isi("A"), (bagian, tiga)))
    kepala = Kepala("NOTA KESEPAKATAN", (), isi("X"), ())
    naskah = Naskah(
        jenis=JenisNaskah.NOTA_KESEPAKATAN,
        kepala=kepala,
        pembuka=(),
        gaya_pihak=GayaDaftar.ROMAWI,
        pihak=(),
        setelah_pihak=(),
        premis=None,
        dasar=(),
        kesepakatan=(),
        batang=batang,
        penutup=(),
        tanda_tangan=(),
    )
    assert [p.nomor for p in naskah.iter_pasal()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("nomor", "pesan"),
    [
        (("1", "2", None), "ada 3 pihak tetapi hanya 2 nomor"),
        (("1", None, None), "ada 3 pihak tetapi hanya 1 nomor"),
        ((None, "1"), "ada 2 pihak tetapi hanya 1 nomor"),
    ],
)
def test_every_party_has_a_number_or_none_has(nomor: tuple[str | None, ...], pesan: str) -> None:
    assert any(pesan in f for f in faults(Rancangan, draft(pihak=[PIHAK | {"nomor": n} for n in nomor])))


@pytest.mark.parametrize("nomor", [("1", "2", "3"), (None, None, None), ("1", "2")])
def test_all_numbers_or_no_number_is_fine(nomor: tuple[str | None, ...]) -> None:
    rancangan = Rancangan.model_validate(draft(pihak=[PIHAK | {"nomor": n} for n in nomor]))
    assert [p.nomor for p in rancangan.pihak] == list(nomor)


@pytest.mark.parametrize(("jumlah", "boleh"), [(0, False), (1, False), (2, True), (20, True), (21, False)])
def test_an_agreement_has_two_to_twenty_parties(jumlah: int, boleh: bool) -> None:
    data = draft(pihak=[PIHAK] * jumlah)
    if boleh:
        assert len(Rancangan.model_validate(data).pihak) == jumlah
    else:
        assert faults(Rancangan, data)[0].startswith("pihak")


def test_a_draft_has_at_least_one_pasal() -> None:
    assert faults(Rancangan, draft(pasal=[]))[0].startswith("pasal")


@pytest.mark.parametrize("nama", ["nk-2026", "NK_2026.01", "a", "0", "x" * 80])
def test_an_id_is_letters_digits_dots_and_dashes(nama: str) -> None:
    assert Rancangan.model_validate(draft(id=nama)).id == nama


@pytest.mark.parametrize("nama", ["", "-a", ".a", "a b", "a/b", "../a", "a\nb", "é", "x" * 81, "a;b"])
def test_an_id_that_could_not_name_a_file_is_refused(nama: str) -> None:
    assert faults(Rancangan, draft(id=nama))[0].startswith("id")


@pytest.mark.parametrize("label", ["a", "masa-berlaku", "pasal2", "2a"])
def test_a_label_is_in_kebab_case(label: str) -> None:
    pasal = Rancangan.model_validate(draft(pasal=[{"judul": "J", "isi": "x", "label": label}])).pasal[0]
    assert isinstance(pasal, PasalBebas) and pasal.label == label


@pytest.mark.parametrize("label", ["", "Masa", "masa berlaku", "masa.berlaku", "-a", "a_b", "x" * 81])
def test_a_label_that_rujuk_could_not_name_is_refused(label: str) -> None:
    assert faults(Rancangan, draft(pasal=[{"judul": "J", "isi": "x", "label": label}]))[0].startswith("pasal.0")


@pytest.mark.parametrize("logo", ["logo.png", "logo/provinsi.JPG", "a/b/c.jpeg"])
def test_a_logo_lies_inside_the_folder_of_the_draft(logo: str) -> None:
    assert Rancangan.model_validate(draft(pihak=[PIHAK | {"logo": logo}, PIHAK])).pihak[0].logo == logo


@pytest.mark.parametrize("logo", ["/etc/logo.png", "../logo.png", "a/../../b.png", "logo.svg", "logo", "a\0.png", ""])
def test_a_logo_elsewhere_or_of_another_kind_is_refused(logo: str) -> None:
    assert faults(Rancangan, draft(pihak=[PIHAK | {"logo": logo}, PIHAK]))[0].startswith("pihak.0.logo")


@pytest.mark.parametrize(
    ("tertulis", "jenis"),
    [
        ({"klausul": "a/b"}, PilihanKlausul),
        ({"judul": "J", "isi": "x"}, PasalBebas),
        ({"klausul": "a/b", "judul": "J"}, PilihanKlausul),
    ],
)
def test_a_pasal_is_a_clause_or_typed_out(tertulis: dict[str, str], jenis: type) -> None:
    assert isinstance(Rancangan.model_validate(draft(pasal=[tertulis])).pasal[0], jenis)


@pytest.mark.parametrize(
    "tertulis",
    [{"klausul": "a/b", "isi": "x"}, {"judul": "J"}, {"isi": "x"}, "teks", {}, None],
)
def test_a_pasal_that_is_neither_or_both_is_refused(tertulis: object) -> None:
    assert faults(Rancangan, draft(pasal=[tertulis]))[0].startswith("pasal.0")


def test_a_pasal_cannot_hide_among_the_parts_around_it() -> None:
    pesan = faults(Rancangan, draft(bagian={"pasal": {"klausul": "a/b"}}))
    assert "pasal ditulis pada kunci 'pasal'" in pesan[0]


@pytest.mark.parametrize("tanggal", [20240101, "2024-13-01", 1.5])
def test_the_date_of_a_parent_agreement_is_checked_like_every_date(tanggal: object) -> None:
    assert faults(Rancangan, draft(induk={"judul": "KB", "tanggal": tanggal}))[0].startswith("induk.tanggal")


def test_the_date_of_a_parent_agreement_may_be_written_in_words() -> None:
    induk = Rancangan.model_validate(
        draft(induk={"judul": "KB", "tanggal": "1 Mei 2024", "adendum": [{"tanggal": "2-5-2024"}]})
    ).induk
    assert induk is not None
    assert (induk.tanggal.isoformat(), induk.adendum[0].tanggal.isoformat()) == ("2024-05-01", "2024-05-02")


@pytest.mark.parametrize(
    ("parameter", "baik"),
    [
        ({"jenis": "pilihan", "keterangan": "x", "pilihan": ["a"]}, True),
        ({"jenis": "pilihan", "keterangan": "x"}, False),
        ({"jenis": "teks", "keterangan": "x", "pilihan": ["a"]}, False),
        ({"jenis": "teks", "keterangan": "x"}, True),
        ({"jenis": "kata", "keterangan": "x"}, False),
        ({"jenis": "teks"}, False),
    ],
)
def test_a_parameter_lists_its_choices_exactly_when_it_is_a_choice(parameter: dict[str, Any], baik: bool) -> None:
    data = {"judul": "J", "versi": 1, "berlaku_untuk": ["nota-kesepakatan"], "keterangan": "x"}
    data |= {"parameter": {"p": parameter}}
    if baik:
        assert KepalaKlausul.model_validate(data).parameter["p"].keterangan == "x"
    else:
        assert faults(KepalaKlausul, data)[0].startswith("parameter.p")


@pytest.mark.parametrize(("kunci", "nilai"), [("versi", 0), ("berlaku_untuk", []), ("berlaku_untuk", ["surat"])])
def test_the_head_of_a_clause_names_its_version_and_its_kinds(kunci: str, nilai: object) -> None:
    data = {"judul": "J", "versi": 1, "berlaku_untuk": ["nota-kesepakatan"], "keterangan": "x", kunci: nilai}
    assert faults(KepalaKlausul, data)[0].startswith(kunci)


@pytest.mark.parametrize(
    "data",
    [
        {"jenis": "jangka-waktu", "lama": "5 tahun"},
        {"jenis": "batas-waktu", "hal": "x", "batas": "30 hari", "arah": "sebelum", "acuan": "akhir-jangka-waktu"},
        {"jenis": "kewajiban-berkala", "hal": "monev", "setiap": "1 tahun"},
        {"jenis": "kewajiban-lanjut", "hal": "rahasia"},
        {"jenis": "alasan-berakhir", "hal": "tujuan tercapai"},
        {"jenis": "tindak-lanjut", "peristiwa": "kahar", "bentuk": "peninjauan"},
        {"jenis": "salinan", "rangkap": 2, "bermeterai": 2},
    ],
)
def test_every_kind_of_term_survives_json(data: dict[str, Any]) -> None:
    ketentuan = KETENTUAN.validate_python(data)
    assert KETENTUAN.validate_json(KETENTUAN.dump_json(ketentuan)) == ketentuan
    assert ketentuan.jenis == data["jenis"]


@pytest.mark.parametrize(("rangkap", "bermeterai"), [(0, 0), (100, 1), (1, -1)])
def test_copies_are_counted_within_reason(rangkap: int, bermeterai: int) -> None:
    with pytest.raises(ValidationError):
        KETENTUAN.validate_python({"jenis": "salinan", "rangkap": rangkap, "bermeterai": bermeterai})
