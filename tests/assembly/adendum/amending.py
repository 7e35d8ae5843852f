"""A parent to amend, and drafts of adenda made from Python data."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from naskah.assembly.adendum.apply import apply_perubahan
from naskah.assembly.adendum.assemble import SusunanAdendum, assemble_adendum
from naskah.assembly.adendum.parent import AdendumLalu, KeadaanInduk
from naskah.assembly.assemble import assemble
from naskah.library.adendum import BerkasAdendum
from naskah.library.any_draft import load_draft
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace, packaged_data
from naskah.model.isi import plain
from naskah.model.naskah import Naskah

Ubahan = list[dict[str, Any]]

DASAR: dict[str, Any] = {
    "jenis": "adendum",
    "id": "uji-adendum",
    "induk": {"id": "uji"},
    "tanggal": date(2027, 3, 1),
    "tempat": "Muntok",
}

PIHAK: list[dict[str, Any]] = [
    {
        "nama": "Pemerintah Kabupaten Cempaka Raya",
        "nomor": "1/KS/2025",
        "kedudukan": "Jalan Merdeka Nomor 1, Cempaka",
        "penandatangan": {"nama": "Sari Wulandari", "jabatan": "Bupati Cempaka Raya"},
        "korespondensi": {"penghubung": "Bagian Kerja Sama", "alamat": "Jalan Merdeka Nomor 1", "telepon": "0717 1"},
    },
    {
        "nama": "Politeknik Pertanian Nusa",
        "nomor": "7/PPN/2025",
        "kedudukan": "Jalan Kampus Nomor 7, Cempaka",
        "penandatangan": {"nama": "Bima Adisaputra", "jabatan": "Direktur Politeknik Pertanian Nusa"},
    },
    {
        "nama": "Koperasi Tani Makmur",
        "nomor": "3/KTM/2025",
        "kedudukan": "Jalan Sawah Nomor 3, Cempaka",
        "penandatangan": {"nama": "Dewi Lestari", "jabatan": "Ketua Koperasi Tani Makmur"},
    },
]

INDUK: dict[str, Any] = {
    "jenis": "perjanjian-kerja-sama",
    "id": "uji",
    "judul": "Pemanfaatan Data Cuaca",
    "tanggal": date(2025, 4, 29),
    "tempat": "Cempaka",
    "pasal": [
        {
            "klausul": "definisi/umum",
            "parameter": {
                "istilah": [
                    {"istilah": "Data Cuaca", "arti": "catatan suhu dan curah hujan"},
                    {"istilah": "Petani", "arti": "orang yang mengusahakan lahan pertanian"},
                    {"istilah": "Waktu Tanam", "arti": "bulan dimulainya penanaman"},
                ]
            },
        },
        {
            "judul": "Ruang Lingkup",
            "isi": "Ruang lingkupnya meliputi:\na. pengumpulan data;\nb. pengolahan data; dan\nc. penyebaran data.",
            "label": "lingkup",
        },
        {
            "judul": "Pelaksanaan",
            "isi": "(1) Data dikumpulkan setiap hari. {#kumpul}\n"
            '(2) Data sebagaimana dimaksud {{ rujuk("kumpul") }} diolah oleh PIHAK KEDUA. {#olah}\n'
            '(3) Hasil pengolahan sebagaimana dimaksud {{ rujuk("olah") }} disebarkan.',
            "label": "pelaksanaan",
        },
        {"klausul": "jangka-waktu/dengan-pemberitahuan", "parameter": {"durasi": "5 tahun"}},
        {"klausul": "korespondensi/narahubung"},
        {"judul": "Bahasa", "isi": "Data disampaikan dalam bahasa Indonesia.", "label": "bahasa"},
    ],
}


@cache
def pustaka() -> Pustaka:
    return Pustaka(Workspace(packaged_data()))


def make_induk(folder: Path, jumlah: int = 2, **lain: Any) -> KeadaanInduk:
    """The parent as it stands when nothing has changed yet."""
    berkas = folder / "induk.yaml"
    write_yaml(berkas, {**INDUK, "pihak": PIHAK[:jumlah], **lain})
    susunan = assemble(load_rancangan(berkas), pustaka())
    return KeadaanInduk(
        id="uji",
        jenis=susunan.rancangan.jenis,
        judul=susunan.rancangan.judul,
        tanggal=susunan.rancangan.tanggal,
        tanggal_sama=susunan.tanggal_sama,
        pihak=susunan.rancangan.pihak,
        ketentuan=susunan.ketentuan,
        naskah=susunan.naskah,
        komparisi="komparisi/satu-paragraf",
    )


def write_yaml(berkas: Path, data: dict[str, Any]) -> None:
    # Copied first: a value that stands twice would be written as an alias, which drafts do not have.
    isi = json.loads(json.dumps(data, default=str))
    berkas.write_text(yaml.safe_dump(isi, allow_unicode=True, sort_keys=False), encoding="utf-8")


def make_berkas(folder: Path, perubahan: Ubahan, **lain: Any) -> BerkasAdendum:
    berkas = folder / "adendum.yaml"
    write_yaml(berkas, {**DASAR, "perubahan": perubahan, **lain})
    draft = load_draft(berkas)
    assert isinstance(draft, BerkasAdendum)
    return draft


Amend = Callable[..., SusunanAdendum]


def amend(folder: Path, induk: KeadaanInduk, perubahan: Ubahan, **lain: Any) -> SusunanAdendum:
    return assemble_adendum(make_berkas(folder, perubahan, **lain), pustaka(), induk)


def after(susunan: SusunanAdendum) -> Naskah:
    """The parent's tree as this adendum leaves it."""
    return apply_perubahan(susunan.induk.naskah, susunan.perubahan)


def next_induk(susunan: SusunanAdendum) -> KeadaanInduk:
    """The parent's state for the adendum after this one; facts other than the tree as they were."""
    from dataclasses import replace

    lalu = AdendumLalu("uji-lalu", susunan.urutan, susunan.rancangan.nomor, susunan.rancangan.tanggal, susunan.berlaku)
    return replace(susunan.induk, naskah=after(susunan), adendum=(*susunan.induk.adendum, lalu))


def sentences(susunan: SusunanAdendum) -> list[str]:
    """What Pasal I says, change by change."""
    (pengantar, *lain) = next(susunan.naskah.iter_pasal()).ayat
    if lain:
        return [plain(lain[0].isi)]
    return [plain(butir.isi) for butir in pengantar.rincian]


def printed(naskah: Naskah) -> dict[str, str]:
    """Every place of a tree with its own words."""
    from naskah.assembly.adendum.tree import iter_letak
    from naskah.model.naskah import Pasal

    hasil = {}
    for letak, satuan in iter_letak(naskah):
        isi = satuan.judul if isinstance(satuan, Pasal) else satuan.isi
        hasil[str(letak)] = plain(isi)
        if isinstance(satuan, Pasal) and satuan.ayat[0].nomor is None:
            hasil[str(letak)] += "|" + plain(satuan.ayat[0].isi)
    return hasil
