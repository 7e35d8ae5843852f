"""`naskah registri daftar` in parts: what is left out is said, and how to go on."""

import json

import pytest


@pytest.fixture
def dua(ruang, jalankan):
    for rancangan in ("examples/pks-babel.yaml", "examples/nk-pasuruan.yaml"):
        assert jalankan("registri", "tambah", rancangan).kode == 0
    return [satu["id"] for satu in json.loads(jalankan("registri", "daftar", "-f", "json").keluaran)]


def test_all_that_fits_is_shown_without_a_remark(dua, jalankan):
    keluaran = jalankan("registri", "daftar").keluaran
    assert all(nama in keluaran for nama in dua)
    assert "--lewati" not in keluaran


def test_what_is_left_out_is_counted(dua, jalankan):
    keluaran = jalankan("registri", "daftar", "--batas", 1).keluaran
    assert dua[0] in keluaran and dua[1] not in keluaran
    assert "ini 1 dari 2 perjanjian; lanjutkan dengan --lewati 1" in keluaran


def test_the_rest_follows(dua, jalankan):
    keluaran = jalankan("registri", "daftar", "--batas", 1, "--lewati", 1).keluaran
    assert dua[1] in keluaran and dua[0] not in keluaran
    assert "lanjutkan" not in keluaran


def test_past_the_end_says_how_many_there_are(dua, jalankan):
    assert jalankan("registri", "daftar", "--lewati", 9).keluaran == "hanya ada 2 perjanjian; kurangi --lewati\n"


def test_json_can_be_bounded_too(dua, jalankan):
    keluaran = jalankan("registri", "daftar", "-f", "json", "--batas", 1, "--lewati", 1).keluaran
    assert [satu["id"] for satu in json.loads(keluaran)] == dua[1:]
