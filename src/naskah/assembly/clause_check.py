"""`naskah klausul periksa`: each clause filled in with samples, its labels, references and terms followed."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, meta

from naskah.assembly.context import make_context
from naskah.assembly.environment import get_environment, render_teks
from naskah.assembly.markup import MarkupError, parse_alinea, parse_pasal
from naskah.assembly.numbering import DaftarTempat
from naskah.assembly.parameters import ParameterError, convert, find_bawaan
from naskah.assembly.parts import find_labels
from naskah.assembly.terms import bind_ketentuan
from naskah.bahasa.galat import BahasaError
from naskah.library.clauses import Klausul, list_names, load_klausul
from naskah.model.bentuk import GayaBawaan
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.klausul import Bagian, JenisParameter, Parameter
from naskah.model.rancangan import Rancangan

_LABEL = re.compile(r"\{#([a-z0-9-]+)\}")
_RUJUK = re.compile(r"rujuk\(([^)]*)\)")
_NAMA = re.compile(r"[\"']([^\"']+)[\"']")
_SELALU_ADA = {"naskah", "rujuk"}
_KHUSUS = {Bagian.KOMPARISI: {"pihak", "terakhir", "akhiran"}}

_CONTOH: dict[JenisParameter, Any] = {
    JenisParameter.TEKS: "contoh isi",
    JenisParameter.BILANGAN: 3,
    JenisParameter.DURASI: "30 hari kerja",
    JenisParameter.TANGGAL: "2026-01-02",
    JenisParameter.RUPIAH: 1_000_000,
    JenisParameter.YA_TIDAK: True,
    JenisParameter.DAFTAR: ["satu", "dua", "tiga"],
    JenisParameter.RINCIAN: ["satu", {"isi": "dua", "rincian": ["x", "y"]}, "tiga"],
    JenisParameter.RINCIAN_PER_PIHAK: {"kesatu": ["satu", "dua"], "kedua": ["tiga", "empat"]},
    JenisParameter.ISTILAH: [{"istilah": "Istilah", "arti": "arti istilah"}],
    JenisParameter.PIHAK: 1,
}


def check_library(folder: Path, nama: Iterable[str] | None = None) -> tuple[int, list[Galat]]:
    """Check the named clauses, or all of them: how many, and every fault."""
    semua = list_names(folder)
    galat: list[Galat] = []
    terbaca: dict[str, Klausul] = {}
    for satu in semua:
        try:
            terbaca[satu] = load_klausul(folder, satu)
        except NaskahError as error:
            galat += error.galat
    label: dict[str, set[str]] = {}
    for klausul in terbaca.values():
        for satu in (klausul.topik, *find_labels(klausul.badan)):
            label.setdefault(satu, set()).add(klausul.topik)
    dipilih = list(nama) if nama is not None else semua
    for satu in dipilih:
        if satu in terbaca:
            galat += check_klausul(terbaca[satu], label)
        elif nama is not None and satu not in semua:
            try:
                load_klausul(folder, satu)
            except NaskahError as error:
                galat += error.galat
    return len(dipilih), list(dict.fromkeys(galat))


def check_klausul(klausul: Klausul, label: Mapping[str, Collection[str]]) -> Iterator[Galat]:
    """Every fault of one clause; `label` are the labels of the whole library, each with its topics."""
    yield from _check_names(klausul, label)
    yield from _check_labels(klausul, label)
    for penuh in (True, False):
        try:
            yield from _check_trial(klausul, penuh, label)
        except (ParameterError, BahasaError) as error:
            yield Galat(f"nilai bawaan parameter tidak dapat dipakai: {error}", klausul.berkas)
        except NaskahError as error:
            yield from error.galat


def _check_labels(klausul: Klausul, label: Mapping[str, Collection[str]]) -> Iterator[Galat]:
    """A label that two topics use: a naskah with both clauses could not be made."""
    for cocok in _LABEL.finditer(klausul.badan):
        lain = [topik for topik in sorted(label.get(cocok[1], ())) if topik != klausul.topik]
        if lain:
            baris = klausul.baris_badan + klausul.badan[: cocok.start()].count("\n") + 1
            yield Galat(f"label {cocok[1]!r} dipakai juga oleh topik {', '.join(lain)}; ganti", klausul.berkas, baris)


def _check_names(klausul: Klausul, label: Collection[str]) -> Iterator[Galat]:
    kenal = set(klausul.kepala.parameter) | _SELALU_ADA | _KHUSUS.get(klausul.kepala.bagian, set())
    try:
        dipakai = meta.find_undeclared_variables(get_environment().parse(klausul.badan))
    except (TemplateError, RecursionError):
        return  # the trial reports it with its line
    for nama in sorted(dipakai - kenal):
        yield Galat(f"badan memakai nama {nama!r} yang bukan parameter", klausul.berkas)
    di_ketentuan = set(re.findall(r"\{\{\s*(\w+)\s*\}\}", str(klausul.kepala.ketentuan)))
    for nama in sorted(set(klausul.kepala.parameter) - dipakai - di_ketentuan):
        yield Galat(f"parameter {nama!r} tidak dipakai; hapus atau pakai", klausul.berkas)
    for cocok in _RUJUK.finditer(klausul.badan):
        baris = klausul.baris_badan + klausul.badan[: cocok.start()].count("\n") + 1
        for nama in _NAMA.findall(cocok[1]):
            if nama not in label:
                yield Galat(f"rujuk({nama!r}): tidak ada label itu di pustaka", klausul.berkas, baris)


def _check_trial(klausul: Klausul, penuh: bool, topik: Collection[str]) -> Iterator[Galat]:
    """Fill in with samples: all optional values given beside all other topics, then none."""
    konteks = make_context(_sample_draft(klausul), _SAMPLE_GAYA, list(topik) if penuh else [klausul.topik])
    nilai: dict[str, Any] = {}
    for nama, aturan in klausul.kepala.parameter.items():
        bawaan = find_bawaan(aturan, len(konteks.pihak))
        contoh = _sample_value(aturan) if penuh or bawaan is None and aturan.wajib else bawaan
        if aturan.tipe is JenisParameter.YA_TIDAK and not penuh:
            contoh = bawaan if bawaan is not None else False
        nilai[nama] = None if contoh is None else convert(aturan, contoh, konteks.pihak)
    tambahan = (
        {"pihak": konteks.pihak[0], "terakhir": penuh, "akhiran": "."} if klausul.kepala.bagian in _KHUSUS else {}
    )
    teks = render_teks(klausul.badan, {**nilai, **tambahan, "naskah": konteks}, klausul.berkas, klausul.baris_badan)
    tempat = DaftarTempat()
    try:
        if klausul.kepala.bagian is Bagian.PASAL:
            tempat.add_pasal(klausul.topik, "1", parse_pasal(teks))
        elif not parse_alinea(teks):
            yield Galat("tidak menghasilkan teks apa pun", klausul.berkas, klausul.baris_badan + 1)
    except MarkupError as error:
        yield Galat(str(error), klausul.berkas, klausul.baris_badan + 1)
        return
    except NaskahError as error:
        yield from (Galat(g.pesan, klausul.berkas, klausul.baris_badan + 1) for g in error.galat)
    for mentah in klausul.kepala.ketentuan:
        try:
            bind_ketentuan(mentah, nilai, tempat, "Pasal 1", klausul.berkas)
        except NaskahError as error:
            yield from error.galat


def _sample_value(aturan: Parameter) -> Any:
    return aturan.pilihan[0] if aturan.tipe is JenisParameter.PILIHAN else _CONTOH[aturan.tipe]


_SAMPLE_GAYA = GayaBawaan.model_validate(
    {
        "tanggal": "kapital",
        "pihak": "romawi",
        "premis": "huruf",
        "tanda_tangan": "terbalik",
        "jabatan_di_tanda_tangan": False,
        "paraf": False,
    }
)


def _sample_draft(klausul: Klausul) -> Rancangan:
    surat = {"penghubung": "P", "alamat": "Jalan", "telepon": "1", "faks": "2", "surel": "a@b.go.id"}
    wewenang = [{"dokumen": "Surat Kuasa", "nomor": "1", "tanggal": date(2026, 1, 1), "tentang": "X"}]
    pihak = {
        "nama": "Pemerintah Daerah",
        "nomor": "1",
        "kedudukan": "Jalan",
        "penandatangan": {"nama": "N", "jabatan": "J", "pengangkatan": wewenang, "kuasa": wewenang},
        "korespondensi": surat,
    }
    jenis = klausul.kepala.berlaku_untuk[0]
    isi: dict[str, Any] = {"pasal": [{"klausul": klausul.nama}]}
    if jenis is JenisNaskah.RENCANA_KERJA:
        tugas = {"kesatu": {"penanggung_jawab": ["Dinas"], "kegiatan": "x"}}
        kegiatan = {"nama": "x", "lokasi": "x", "tugas": tugas, "output": "x", "outcome": "x"}
        program = {"nama": "x", "kegiatan": [kegiatan]}
        induk = {"judul": "Nota Kesepakatan", "nomor": ["1", "2"], "tanggal": date(2026, 1, 2)}
        isi = {"induk": induk, "rencana_kerja": {"tahun": 2026, "program": [program]}}
    return Rancangan.model_validate(
        {
            "jenis": jenis,
            "judul": "Contoh",
            "tanggal": date(2026, 1, 2),
            "tempat": "Pasuruan",
            "pihak": [pihak, pihak],
            **isi,
        }
    )
