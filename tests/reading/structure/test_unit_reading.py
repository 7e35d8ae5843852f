"""Ayat, items and particulars of a pasal, from lines as scans and typists leave them."""

from typing import Any

import pytest
from tree_shape import text

from naskah.model.naskah import Ayat, Rincian
from naskah.reading.text.read import read_text

KEPALA = "PERJANJIAN KERJA SAMA\n\nPada hari ini, yang bertanda tangan di bawah ini:\n\nPasal 1\nLINGKUP\n\n"


def read_pasal(isi: str) -> list[Any]:
    """The ayat of a pasal as [number, text, items, particulars], empty parts left out."""
    bacaan = read_text("uji.txt", (KEPALA + isi).encode())
    assert bacaan.sisa == ()
    (pasal,) = bacaan.naskah.iter_pasal()
    return [unit(satu) for satu in pasal.ayat]


def unit(satu: Ayat | Rincian) -> Any:
    nomor = satu.tanda if isinstance(satu, Rincian) else satu.nomor
    bagian = [
        nomor,
        text(satu.isi),
        [unit(sub) for sub in satu.rincian],
        [(i.kunci, text(i.nilai)) for i in satu.isian],
    ]
    return [b for i, b in enumerate(bagian) if i < 2 or b]


@pytest.mark.parametrize(
    ("isi", "hasil"),
    [
        pytest.param("(1) Air.\n(2) Pipa.", [["1", "Air."], ["2", "Pipa."]], id="numbered ayat"),
        pytest.param(
            "Lingkupnya:\n- a. air;\n  - b. pipa.",
            [[None, "Lingkupnya:", [["a.", "air;"], ["b.", "pipa."]]]],
            id="bullets of extraction at any depth are no levels",
        ),
        pytest.param(
            "a. air:\n1. hulu:\na) deras:\n1) besar;\n2) kecil;\nb) tenang;\n2. hilir; dan\nb. pipa.",
            [
                [
                    None,
                    "",
                    [
                        [
                            "a.",
                            "air:",
                            [
                                [
                                    "1.",
                                    "hulu:",
                                    [["a)", "deras:", [["1)", "besar;"], ["2)", "kecil;"]]], ["b)", "tenang;"]],
                                ],
                                ["2.", "hilir; dan"],
                            ],
                        ],
                        ["b.", "pipa."],
                    ],
                ]
            ],
            id="four levels by the form of their numbers",
        ),
        pytest.param(
            "1. Air:\na. hulu; dan\nb. hilir.\n2. Pipa.",
            [[None, "", [["1.", "Air:", [["a.", "hulu; dan"], ["b.", "hilir."]]], ["2.", "Pipa."]]]],
            id="letters below numbers, as in definitions",
        ),
        pytest.param(
            "1. Air:\n1. hulu; dan\n2. hilir.\n2. Pipa.",
            [[None, "", [["1.", "Air:", [["1.", "hulu; dan"], ["2.", "hilir."]]], ["2.", "Pipa."]]]],
            id="an inner list that ended gives way to the outer of the same form",
        ),
        pytest.param(
            "1. Air:\n1. hulu.\n2. Pipa.",
            [[None, "", [["1.", "Air:", [["1.", "hulu."]]], ["2.", "Pipa."]]]],
            id="a number that fits two lists goes to the one that has not ended",
        ),
        pytest.param(
            "a. air;\nc. pipa;\nc. katup.",
            [[None, "", [["a.", "air;"], ["c.", "pipa;"], ["c.", "katup."]]]],
            id="a gap and a repeat stay as they are",
        ),
        pytest.param(
            "(1) Lingkupnya:\na. air\nb. pipa",
            [["1", "Lingkupnya:", [["a.", "air"], ["b.", "pipa"]]]],
            id="items without punctuation",
        ),
        pytest.param(
            "(1) Petugas mencatat debit yang\n\nterbaca pada meter.\n(2) Lain.",
            [["1", "Petugas mencatat debit yang terbaca pada meter."], ["2", "Lain."]],
            id="a page cuts a sentence",
        ),
        pytest.param(
            "Sebagaimana dimaksud dalam ayat\n(2) huruf a, petugas mencatat.",
            [[None, "Sebagaimana dimaksud dalam ayat (2) huruf a, petugas mencatat."]],
            id="a line that begins with a reference goes on",
        ),
        pytest.param(
            "Petugas mencatat debit setiap hari.\n\nPetugas melaporkan debit setiap bulan.",
            [[None, "Petugas mencatat debit setiap hari."], [None, "Petugas melaporkan debit setiap bulan."]],
            id="two paragraphs without numbers",
        ),
        pytest.param(
            "Surat dikirim kepada:\n\nPIHAK KESATU\n\nKantor Air.\n\nAlamat : Jalan Satu  \nNomor 2\n\n"
            "Telp : -\n\nPIHAK KEDUA\n\nSurel : b@c.example",
            [
                [
                    None,
                    "Surat dikirim kepada:",
                    [
                        ("PIHAK KESATU", "Kantor Air."),
                        ("Alamat", "Jalan Satu Nomor 2"),
                        ("Telp", "-"),
                        ("PIHAK KEDUA", ""),
                        ("Surel", "b@c.example"),
                    ],
                ]
            ],
            id="particulars of parties without numbers",
        ),
        pytest.param(
            "(1) Surat dikirim kepada:\n - a. PIHAK KESATU\n Narahubung : Kepala Dinas\nKabupaten Cempaka\n(2) Lain.",
            [
                [
                    "1",
                    "Surat dikirim kepada:",
                    [["a.", "PIHAK KESATU", [("Narahubung", "Kepala Dinas Kabupaten Cempaka")]]],
                ],
                ["2", "Lain."],
            ],
            id="particulars of an item",
        ),
        pytest.param(
            "Catatan ini penting: petugas mencatat.",
            [[None, "Catatan ini penting: petugas mencatat."]],
            id="a colon in a sentence makes no particulars",
        ),
    ],
)
def test_units_of_a_pasal(isi: str, hasil: list[Any]) -> None:
    assert read_pasal(isi) == hasil


def test_a_title_in_small_letters_stands_on_a_line_that_is_marked_as_a_heading() -> None:
    bacaan = read_text("uji.txt", (KEPALA + "Cukup.\n\n## Pasal 2 Ruang Lingkup\n\nPasal 3 berlaku.").encode())
    assert [(p.nomor, text(p.judul)) for p in bacaan.naskah.iter_pasal()] == [("1", "LINGKUP"), ("2", "Ruang Lingkup")]


def test_lists_without_end_do_not_nest_without_end() -> None:
    bacaan = read_text("uji.txt", (KEPALA + "a. air:\n1. pipa:\n" * 3000).encode())
    assert bacaan.sisa == ()
