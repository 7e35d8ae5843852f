"""What stands around the pasal: title block, parties, recitals, legal bases, closing, signatures, paraf."""

from typing import Any

import pytest
from small_workspace import GAYA, SEBUTAN, SmallWorkspace, make_draft, make_pihak, show_isi

from naskah.assembly.spans import punctuate
from naskah.assembly.surroundings import number_in_style
from naskah.model.isi import plain
from naskah.model.naskah import GayaDaftar, Naskah


def naskah_of(ruang: SmallWorkspace, **lain: Any) -> Naskah:
    return ruang.assemble(make_draft(**lain)).naskah


@pytest.mark.parametrize(
    ("jumlah", "urutan", "baris"),
    [
        (2, "terbalik", [["KEDUA", "KESATU"]]),
        (2, "urut", [["KESATU", "KEDUA"]]),
        (3, "terbalik", [["KEDUA", "KESATU"], ["KETIGA"]]),
        (3, "urut", [["KESATU", "KEDUA"], ["KETIGA"]]),
        (4, "terbalik", [["KEDUA", "KESATU"], ["KEEMPAT", "KETIGA"]]),
        (4, "urut", [["KESATU", "KEDUA"], ["KETIGA", "KEEMPAT"]]),
        (5, "terbalik", [["KEDUA", "KESATU"], ["KEEMPAT", "KETIGA"], ["KELIMA"]]),
        (5, "urut", [["KESATU", "KEDUA"], ["KETIGA", "KEEMPAT"], ["KELIMA"]]),
    ],
)
def test_signatures_stand_two_in_a_row(ruang: SmallWorkspace, jumlah: int, urutan: str, baris: list[list[str]]) -> None:
    naskah = naskah_of(ruang, pihak=make_pihak(jumlah), gaya={"tanda_tangan": urutan})
    assert [[b.sebutan for b in r] for r in naskah.tanda_tangan] == [[f"PIHAK {s}" for s in r] for r in baris]


@pytest.mark.parametrize(("cetak", "jabatan"), [(True, "KEPALA A"), (False, None)])
def test_a_signature_has_the_name_in_capitals_and_the_office_where_the_form_prints_it(
    ruang: SmallWorkspace, cetak: bool, jabatan: str | None
) -> None:
    naskah = naskah_of(ruang, gaya={"jabatan_di_tanda_tangan": cetak, "tanda_tangan": "urut"})
    blok = naskah.tanda_tangan[0][0]
    assert (blok.sebutan, blok.jabatan, blok.nama) == ("PIHAK KESATU", jabatan, "NAMA A, S.H.")


@pytest.mark.parametrize("jumlah", [2, 3, 5])
def test_every_party_has_a_paraf_box_where_the_form_asks_for_it(ruang: SmallWorkspace, jumlah: int) -> None:
    pihak = make_pihak(jumlah)
    assert naskah_of(ruang, pihak=pihak).paraf == ()
    assert naskah_of(ruang, pihak=pihak, gaya={"paraf": True}).paraf == tuple(f"PIHAK {s}" for s in SEBUTAN[:jumlah])


@pytest.mark.parametrize(
    ("gaya", "nomor"),
    [
        ("romawi", ["I", "II", "III"]),
        ("angka", ["1", "2", "3"]),
        ("huruf", ["a", "b", "c"]),
        ("huruf-kapital", ["A", "B", "C"]),
    ],
)
def test_parties_are_numbered_in_the_chosen_style(ruang: SmallWorkspace, gaya: str, nomor: list[str]) -> None:
    naskah = naskah_of(ruang, pihak=make_pihak(3), gaya={"pihak": gaya})
    assert [p.nomor for p in naskah.pihak] == nomor
    assert naskah.gaya_pihak == gaya


def test_capital_letters_past_z_repeat_like_small_ones() -> None:
    assert [number_in_style(GayaDaftar.HURUF_KAPITAL, n) for n in (26, 27)] == ["Z", "AA"]


def test_each_party_is_presented_with_its_own_particulars_and_ending(ruang: SmallWorkspace) -> None:
    pihak = naskah_of(ruang, pihak=make_pihak(3)).pihak
    assert [show_isi(p.komparisi[0]) for p in pihak] == [
        "Pemerintah A disebut PIHAK KESATU;",
        "Pemerintah B disebut PIHAK KEDUA;",
        "Pemerintah C disebut PIHAK KETIGA.",
    ]
    assert (pihak[1].nama_penandatangan, pihak[1].jabatan, pihak[1].lembaga) == (
        "NAMA B, S.H.",
        "Kepala B",
        "Pemerintah B",
    )


def test_a_presentation_may_have_several_paragraphs(ruang: SmallWorkspace) -> None:
    ruang.clause("komparisi/umum", "{{ pihak.nama }}.\n\nDisebut {{ pihak.sebutan }}.", bagian="komparisi")
    assert [show_isi(k) for k in naskah_of(ruang).pihak[0].komparisi] == ["Pemerintah A.", "Disebut PIHAK KESATU."]


def test_parts_of_one_paragraph_are_joined_and_others_kept_apart(ruang: SmallWorkspace) -> None:
    ruang.clause("pembuka/umum", "Satu\n\n*dua*\n\ntiga", bagian="pembuka")
    ruang.clause("penutup/umum", "Satu.\n\nDua.", bagian="penutup")
    naskah = naskah_of(ruang)
    assert show_isi(naskah.pembuka) == "Satu *dua* tiga"
    assert [show_isi(p) for p in naskah.penutup] == ["Satu.", "Dua."]


def test_the_title_is_in_capitals_and_keeps_its_italics(ruang: SmallWorkspace) -> None:
    naskah = naskah_of(
        ruang, judul="Pengembangan *Smart City* di Daerah", pasal=[{"judul": "Keadaan *Kahar*", "isi": "x"}]
    )
    assert show_isi(naskah.kepala.tentang) == "PENGEMBANGAN *SMART CITY* DI DAERAH"
    assert show_isi(next(naskah.iter_pasal()).judul) == "KEADAAN *KAHAR*"
    assert naskah.kepala.jenis == "NOTA KESEPAKATAN"
    assert naskah.kepala.pihak == ("PEMERINTAH A", "PEMERINTAH B")


def test_number_lines_and_logos_follow_the_order_of_the_parties(ruang: SmallWorkspace) -> None:
    pihak = make_pihak(3)
    for satu, nomor, logo in zip(pihak, ("1/A", "2/B", "3/C"), ("a.png", None, "c.png"), strict=True):
        satu |= {"nomor": nomor} | ({"logo": logo} if logo else {})
    kepala = naskah_of(ruang, pihak=pihak).kepala
    assert kepala.nomor == ("1/A", "2/B", "3/C")
    assert kepala.logo == ("a.png", "c.png")
    assert naskah_of(ruang).kepala.nomor == ()


@pytest.mark.parametrize(
    ("butir", "dan", "hasil"),
    [
        (["bahwa a"], True, ["bahwa a."]),
        (["bahwa a;", "bahwa b."], True, ["bahwa a; dan", "bahwa b."]),
        (["a", "b", "c"], True, ["a;", "b; dan", "c."]),
        (["a", "b", "c"], False, ["a;", "b;", "c."]),
        (["a", "b"], False, ["a;", "b."]),
        ([" a ;", "b ."], False, ["a;", "b."]),
        (["a; dan", "b;", "c; dan."], True, ["a;", "b; dan", "c."]),
        (["*a*", "b *c*"], True, ["*a*; dan", "b *c*."]),
        ([], True, []),
    ],
)
def test_points_end_with_semicolons_and_a_full_stop(butir: list[str], dan: bool, hasil: list[str]) -> None:
    assert [show_isi(b) for b in punctuate(butir, dan)] == hasil


def test_recitals_take_dan_and_legal_bases_do_not(ruang: SmallWorkspace) -> None:
    naskah = naskah_of(ruang, premis=["bahwa a;", "bahwa b"], dasar_hukum=["Aturan A B", "Aturan C D"])
    assert naskah.premis is not None
    assert (plain(naskah.premis.pengantar), naskah.premis.gaya) == ("Menyatakan:", GayaDaftar.HURUF)
    assert [plain(b) for b in naskah.premis.butir] == ["bahwa a; dan", "bahwa b."]
    assert [[plain(b) for b in d.butir] for d in naskah.dasar] == [["Aturan A B;", "Aturan C D."]]


def test_a_draft_without_recitals_and_bases_has_no_such_parts(ruang: SmallWorkspace) -> None:
    naskah = naskah_of(ruang)
    assert naskah.premis is None and naskah.dasar == ()


def test_the_draft_chooses_another_clause_for_a_part(ruang: SmallWorkspace) -> None:
    ruang.clause(
        "penutup/lain",
        "Penutup {{ kata }}.",
        bagian="penutup",
        parameter={"kata": {"jenis": "teks", "keterangan": "x"}},
    )
    naskah = naskah_of(ruang, bagian={"penutup": {"klausul": "penutup/lain", "parameter": {"kata": "sendiri"}}})
    assert plain(naskah.penutup[0]) == "Penutup sendiri."


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ({"bagian": {"penutup": {"klausul": "pembuka/umum"}}}, "adalah bagian pembuka, bukan penutup"),
        ({"pasal": [{"klausul": "penutup/umum"}]}, "adalah bagian penutup, bukan pasal"),
        ({"bagian": {"penutup": {"klausul": "penutup/hilang"}}}, "tidak ada; mungkin maksudnya penutup/umum"),
    ],
)
def test_a_clause_of_another_part_is_refused_at_its_line(
    ruang: SmallWorkspace, pilihan: dict[str, Any], pesan: str
) -> None:
    (galat,) = ruang.faults(make_draft(**pilihan))
    assert pesan in galat.pesan
    assert galat.berkas == "rancangan.yaml" and galat.kunci is not None and galat.kunci.endswith("klausul")


@pytest.mark.parametrize(
    ("gaya", "pembuka"),
    [
        (
            {},
            "Pada hari ini Jumat, tanggal Dua bulan Januari tahun Dua Ribu Dua Puluh Enam (2-1-2026), bertanda tangan:",
        ),
        (
            {"tanggal": "penuh"},
            "Pada hari ini, Jumat tanggal Dua Bulan Januari Tahun Dua Ribu Dua Puluh Enam (02-01-2026), "
            "bertanda tangan:",
        ),
    ],
)
def test_the_opening_writes_the_date_in_the_chosen_style(
    ruang: SmallWorkspace, gaya: dict[str, str], pembuka: str
) -> None:
    assert plain(naskah_of(ruang, gaya=gaya).pembuka) == pembuka


def test_the_place_is_named_in_the_opening_where_the_form_asks_for_it(ruang: SmallWorkspace) -> None:
    assert "Pasuruan" not in plain(naskah_of(ruang).pembuka)
    assert "Pasuruan" in plain(naskah_of(ruang, gaya={"tempat_di_pembuka": True}).pembuka)


def test_the_kind_gives_the_style_and_the_draft_overrides_single_choices(ruang: SmallWorkspace) -> None:
    gaya = GAYA | {"premis": "huruf-kapital", "paraf": True}
    ruang.write("clauses/bentuk.yaml", {"nota-kesepakatan": {"gaya": gaya, "bagian": {"penutup": "penutup/umum"}}})
    naskah = naskah_of(ruang, premis=["a"], gaya={"paraf": False})
    assert naskah.premis is not None and naskah.premis.gaya == "huruf-kapital"
    assert naskah.paraf == ()
    assert naskah.pembuka == () and naskah.setelah_pihak == ()
