"""Rows of csv files as offices save them."""

import pytest

from naskah.library.csv_sheet import read_csv
from naskah.model.galat import NaskahError


def read(path, isi):
    path.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return [baris.nilai for baris in read_csv(path)]


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("awal", ["", "\ufeff"], ids=["no mark", "byte order mark"])
def test_the_delimiter_and_the_byte_order_mark_are_seen(tmp_path, pemisah, awal):
    isi = awal + f"judul{pemisah}tempat\r\nSatu{pemisah}Cempaka\r\n"
    assert read(tmp_path / "a.csv", isi) == [("judul", "tempat"), ("Satu", "Cempaka")]


def test_a_comma_in_a_title_row_is_no_delimiter(tmp_path):
    isi = "Daftar kerja sama, tahun 2026\nid;judul;tempat\na;b, c, d;e\n"
    assert read(tmp_path / "a.csv", isi)[1:] == [("id", "judul", "tempat"), ("a", "b, c, d", "e")]


def test_a_quoted_cell_may_hold_line_breaks_and_delimiters(tmp_path):
    assert read(tmp_path / "a.csv", 'id,butir\na,"satu\ndua, ""tiga"""\n')[1] == ("a", 'satu\ndua, "tiga"')


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    berkas = tmp_path / "a.csv"
    berkas.write_text('id,butir\n"a\nb",x\n\nc,y\n')
    assert [(b.nomor, b.nilai) for b in read_csv(berkas) if b.nilai][-1] == (4, ("c", "y"))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"id,judul\na,b\nc,caf\xe9\n", "a.csv:3: bukan teks UTF-8"),
        (b'id,judul\na,"tidak ditutup\nb,c\n', "tanda kutip yang dibuka"),
        (b'id,judul\na,"b"c\n', "sesudah tanda kutip penutup"),
        (b"id,judul\n" + b"x" * 200_000 + b",y\n", "tanda kutip"),
    ],
    ids=["not utf-8", "open quote", "letters after a quote", "cell without end"],
)
def test_what_is_no_csv_is_refused_with_its_line(tmp_path, isi, pesan):
    with pytest.raises(NaskahError, match=pesan):
        read(tmp_path / "a.csv", isi)
