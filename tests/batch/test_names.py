"""Names of files: safe on every system, whatever the cells hold."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naskah.batch.names import PANJANG_NAMA, parse_pattern, slugify
from naskah.model.galat import NaskahError
from naskah.model.rancangan import Rancangan

KUNCI = {"id": ("id",), "judul": ("judul",), "pihak.2.nama": ("pihak", 1, "nama")}


def make_name(pola, nomor=7, **isi):
    pihak = [{"nama": n, "kedudukan": "x", "penandatangan": {"nama": "x", "jabatan": "x"}} for n in ("A", "Desa É/B")]
    data = {"jenis": "nota-kesepakatan", "judul": "x", "tanggal": "2026-01-02", "tempat": "x", "pihak": pihak}
    rancangan = Rancangan.model_validate({**data, "pasal": [{"judul": "x", "isi": "x"}], **isi})
    return parse_pattern(pola, KUNCI.get).make_name(nomor, rancangan)


@pytest.mark.parametrize(
    ("pola", "nama"),
    [
        ("{id}", "pks-1"),
        ("pks {baris}", "pks 7"),
        ("{pihak.2.nama}_{baris}", "desa-e-b_7"),
        ("{judul}", "a-b"),
    ],
)
def test_a_pattern_is_filled_in(pola, nama):
    assert make_name(pola, id="PKS-1", judul="../a/b") == nama


@pytest.mark.parametrize(
    ("pola", "pesan"),
    [
        ("../{id}", "tidak boleh ada dalam nama"),
        ("/tmp/{id}", "tidak boleh ada dalam nama"),
        ("a\\{id}", "tidak boleh ada dalam nama"),
        ("a..b{id}", "tidak boleh ada dalam nama"),
        (".{id}", "awali dengan huruf"),
        ("-{id}", "awali dengan huruf"),
        ("{id", "kurung kurawal"),
        ("{id!r}", "tulis {id} saja"),
        ("{id:>9}", "tulis {id} saja"),
        ("{entah}", "'entah' tidak dikenal"),
        ("con", "tidak boleh dipakai"),
        ("{judul}.{id}", "nama berkas 'aux.a' tidak boleh dipakai"),
        ("", "tidak boleh dipakai"),
    ],
)
def test_a_pattern_that_could_do_harm_is_refused(pola, pesan):
    with pytest.raises(NaskahError) as error:
        make_name(pola, id="a", judul="aux")
    assert pesan in str(error.value)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [({"judul": "x" * 200}, "lebih dari 120"), ({"judul": "日本"}, "huruf atau angka Latin"), ({}, "id kosong")],
)
def test_a_value_that_gives_no_name_is_refused(isi, pesan):
    with pytest.raises(NaskahError, match=pesan):
        make_name("{judul}" if isi else "{id}", **isi)


@given(st.text(max_size=60).filter(slugify))
def test_no_value_leaves_the_folder(teks):
    try:
        nama = make_name("{judul}-{baris}", judul=f"x {teks}")
    except ValueError:
        return  # a text that no rancangan takes
    assert set(nama) <= set(string.ascii_lowercase + string.digits + "-")
    assert len(nama) <= PANJANG_NAMA
