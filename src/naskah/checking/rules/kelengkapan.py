"""What a kind of agreement must hold, what it promises to attach, who may sign it (PP 28/2018; Permendagri 22/2020)."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.places import iter_items
from naskah.checking.pointing import point_at
from naskah.checking.rule import Temu, aturan
from naskah.model.isi import plain
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Naskah, Pasal

if TYPE_CHECKING:
    from naskah.reading.facts import FaktaPihak

_DATA = Path(__file__).parents[1] / "data" / "unsur.json"


class Unsur(NamedTuple):
    """An element of an agreement: how its heading names it, and how a text that provides for it speaks."""

    nama: str
    judul: re.Pattern[str]
    isi: re.Pattern[str]
    tegas: bool  # no text provides for it in other words, so that a heading without them promises too much


@cache
def _load_data() -> tuple[Mapping[str, Unsur], Mapping[str, Any]]:
    data = json.loads(_DATA.read_text(encoding="utf-8"))
    unsur = {
        nama: Unsur(
            nama,
            re.compile(satu["judul"], re.IGNORECASE),
            re.compile(satu["isi"], re.IGNORECASE),
            satu.get("tegas", False),
        )
        for nama, satu in data["unsur"].items()
    }
    return unsur, data["wajib"]


@aturan(
    "K01",
    Keparahan.GALAT,
    "unsur wajib tidak ada",
    alasan=(
        "Perjanjian Kerja Sama paling sedikit memuat hak dan kewajiban, jangka waktu, penyelesaian perselisihan, dan "
        "sanksi (PP 28/2018 Pasal 19 ayat (2)); unsur naskah lain menurut PP 28/2018 dan Permendagri 22/2020. Judul "
        "pasal yang menyebut suatu hal diikuti ketentuan tentang hal itu."
    ),
    salah="Perjanjian Kerja Sama yang tidak mengatur sanksi.",
    benar="PIHAK yang tidak memenuhi kewajibannya dikenai sanksi berupa teguran tertulis.",
    peraturan=False,
)
def check_elements(konteks: Konteks) -> Iterator[Temu]:
    """Headings that promise more than their pasal provides, then the elements that are nowhere."""
    naskah = konteks.perjanjian
    if naskah is None or not any(True for _ in naskah.iter_pasal()):
        return
    unsur, wajib = _load_data()
    teks = {pasal.nomor: _read_pasal(pasal) for pasal in naskah.iter_pasal()}
    kosong = set()
    for satu, nama in _check_headings(konteks, unsur, teks):
        kosong.add(nama)
        yield satu
    if naskah.jenis.value not in wajib:
        return
    jenis = wajib[naskah.jenis.value]
    judul = [plain(pasal.judul) for pasal in naskah.iter_pasal()]
    for nama in jenis["unsur"]:
        satu_unsur = unsur[nama]
        if nama in kosong or any(map(satu_unsur.judul.search, judul)) or any(map(satu_unsur.isi.search, teks.values())):
            continue
        pesan = f"{naskah.jenis.sebutan} ini tidak mengatur {nama} ({jenis['dasar']})."
        saran = f"Tambahkan pasal tentang {nama}."
        yield Temu(None, pesan, saran, letak="Naskah", keparahan=Keparahan(jenis["keparahan"]))


def _read_pasal(pasal: Pasal) -> str:
    rincian = (plain(satu.isi) for satu in iter_items(pasal.ayat))
    return "\n".join([*(plain(satu.isi) for satu in pasal.ayat), *rincian])


def _check_headings(
    konteks: Konteks, unsur: Mapping[str, Unsur], teks: Mapping[str, str]
) -> Iterator[tuple[Temu, str]]:
    """Headings that name two things or more: each must be spoken of below it, or elsewhere in the document."""
    for bagian in konteks.bagian:
        if bagian.peran != "judul-pasal":
            continue
        disebut = [(satu, cocok) for satu in unsur.values() if (cocok := satu.judul.search(bagian.teks))]
        if len({cocok.start() for _, cocok in disebut}) < 2:
            continue
        for satu, cocok in disebut:
            if not satu.tegas or any(map(satu.isi.search, teks.values())):
                continue
            pesan = f"Judul Pasal {bagian.pasal} menyebut {satu.nama}, tetapi tidak ada ketentuan tentang {satu.nama}."
            saran = f"Tambahkan ketentuan tentang {satu.nama}, atau sesuaikan judulnya."
            yield Temu(bagian, pesan, saran, *cocok.span(), keparahan=Keparahan.PERINGATAN), satu.nama


_LEKAT = re.compile(r"\blampiran\b|\bterlampir\b|\btidak\s+terpisahkan\b|\bsatu\s+kesatuan\b", re.IGNORECASE)


@aturan(
    "K03",
    Keparahan.PERINGATAN,
    "Rencana Kerja tidak dilampirkan",
    alasan=(
        "Nota Kesepakatan sinergi memuat Rencana Kerja sebagai lampiran; naskah yang menyebutnya tanpa melampirkannya "
        "tidak lengkap (PP 28/2018; Permendagri 22/2020; UU 12/2011 Lampiran II angka 192)."
    ),
    salah="Tugas PARA PIHAK diuraikan dalam Rencana Kerja. (tidak ada lampiran)",
    benar="Tugas PARA PIHAK diuraikan dalam Rencana Kerja sebagaimana tercantum dalam Lampiran. (dengan lampirannya)",
    peraturan=False,
)
def check_plan(konteks: Konteks) -> Iterator[Temu]:
    """A plan that a Nota Kesepakatan speaks of, or that another agreement says is attached."""
    naskah = konteks.perjanjian
    if naskah is None or naskah.jenis in (JenisNaskah.ADENDUM, JenisNaskah.RENCANA_KERJA):
        return
    for satu in konteks.fakta.lampiran:
        if satu.nama != "Rencana Kerja" or satu.dilampirkan:
            continue
        if naskah.jenis is not JenisNaskah.NOTA_KESEPAKATAN and not _LEKAT.search(satu.sumber.bagian.teks):
            continue
        pesan = "Naskah ini menyebut Rencana Kerja, tetapi tidak melampirkannya."
        yield point_at(satu.sumber, pesan, "Lampirkan Rencana Kerja, atau hapus penyebutannya.")


_PEMDA = re.compile(r"^Pemerintah\s+(?:Daerah\s+)?(?:Provinsi|Kabupaten|Kota|Daerah)\b", re.IGNORECASE)
_KEPALA_DAERAH = re.compile(
    r"^(?:(?:Pj|Plt|Plh|Pjs)\.?\s+|(?:Penjabat|Pelaksana\s+Tugas|Pelaksana\s+Harian)\s+)?(?:Sementara\s+)?"
    r"(?:Gubernur|Bupati|Wali\s*[Kk]ota)\b",
    re.IGNORECASE,
)
_PERANGKAT = re.compile(
    r"^(?:(?:Pj|Plt|Plh)\.?\s+|(?:Penjabat|Pelaksana\s+Tugas|Pelaksana\s+Harian)\s+)?(?:Kepala\s+(?:Dinas|Badan|Bagian|"
    r"Biro|Bidang|Satuan)|Camat|Lurah|Inspektur)\b",
    re.IGNORECASE,
)
_BERDASAR = re.compile(
    r"\bberdasarkan\b|\b(?:dalam|karena)\s+jabatannya\b|\bsesuai\s+dengan\b|\bmenurut\b", re.IGNORECASE
)
_SINERGI = (JenisNaskah.NOTA_KESEPAKATAN, JenisNaskah.KESEPAKATAN_BERSAMA)


@aturan(
    "K04",
    Keparahan.PERINGATAN,
    "kewenangan penanda tangan tidak ditunjukkan atau tidak sesuai",
    alasan=(
        "Daerah diwakili kepala daerah; pejabat lain bertindak dengan kuasa, dan kuasa kepada pejabat perangkat daerah "
        "diberikan untuk Perjanjian Kerja Sama (PP 28/2018 Pasal 2 ayat (2) dan Pasal 13 ayat (2)). Penanda tangan "
        "lain menyebut dasar kewenangannya (KUH Perdata Pasal 1792)."
    ),
    salah="SARI WULANDARI : Kepala Dinas Pertanian, bertindak untuk dan atas nama Pemerintah Kabupaten Cempaka Raya",
    benar="SARI WULANDARI : Kepala Dinas Pertanian, bertindak berdasarkan Surat Kuasa Bupati tanggal 2 Mei 2031",
    peraturan=False,
)
def check_authority(konteks: Konteks) -> Iterator[Temu]:
    """Signatories of a region who are not its head; and those who show no authority at all."""
    naskah = konteks.perjanjian
    for pihak in konteks.fakta.pihak if naskah else ():
        if pihak.sumber is None or not pihak.jabatan or naskah is None:
            continue
        if ada := _judge_authority(pihak, naskah, _read_komparisi(naskah, pihak)):
            yield point_at(pihak.sumber, *ada)


def _read_komparisi(naskah: Naskah, pihak: "FaktaPihak") -> str:
    return " ".join(plain(isi) for satu in naskah.pihak if satu.sebutan == pihak.sebutan for isi in satu.komparisi)


def _judge_authority(pihak: "FaktaPihak", naskah: Naskah, teks: str) -> tuple[str, str] | None:
    from naskah.reading.facts import JenisWewenang

    berkuasa = any(satu.jenis is JenisWewenang.KUASA for satu in pihak.wewenang)
    daerah = bool(_PEMDA.match(pihak.bertindak_untuk or pihak.lembaga))
    if daerah and not _KEPALA_DAERAH.match(pihak.jabatan):
        if not berkuasa:
            pesan = f"{pihak.jabatan} bertindak untuk {pihak.bertindak_untuk or pihak.lembaga} tanpa menyebut kuasa."
            return pesan, "Sebutkan surat kuasa kepala daerah: nomor dan tanggalnya."
        if naskah.jenis in _SINERGI and _PERANGKAT.match(pihak.jabatan):
            pesan = f"{naskah.jenis.sebutan} ditandatangani {pihak.jabatan} dengan kuasa."
            return pesan, "Kuasa itu untuk Perjanjian Kerja Sama; pastikan kepala daerah sendiri yang menandatangani."
        return None
    if not pihak.wewenang and not _BERDASAR.search(teks):
        pesan = f"Dasar kewenangan {pihak.sebutan} ({pihak.jabatan}) tidak disebut."
        return pesan, "Sebutkan pengangkatan, anggaran dasar, atau surat kuasanya."
    return None
