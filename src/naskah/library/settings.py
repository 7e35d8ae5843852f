"""The settings of a workspace: naskah.yaml."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from naskah.library.validation import validate
from naskah.library.yaml_lines import load_yaml
from naskah.model.tipe import Model, Tanggal, TeksIsi

# "Bagian Kerja Sama <kerjasama@contoh.go.id>", or the address alone; the name may hold any letters.
_ALAMAT = re.compile(r"(?P<nama>[^<>\r\n]*?)\s*<(?P<dalam>[^<>]*)>|(?P<saja>[^<>]*)")
_SUREL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*")
_DI_MESIN_INI = ("localhost", "127.0.0.1", "::1")
_PORT = {"tanpa": 25, "starttls": 587, "ssl": 465}


def split_alamat(teks: str) -> tuple[str, str]:
    """The name (may be empty) and the address of "Nama <nama@contoh.go.id>"; ValueError when it is none."""
    cocok = _ALAMAT.fullmatch(teks)
    alamat = cocok and (cocok["dalam"] or cocok["saja"])
    titik_salah = alamat and (".." in alamat or alamat.startswith(".") or ".@" in alamat)
    if not cocok or not alamat or titik_salah or not _SUREL.fullmatch(alamat):
        raise ValueError(f'{teks!r} bukan alamat surel; tulis seperti "Bagian Kerja Sama <kerjasama@contoh.go.id>"')
    return (cocok["nama"] or "").strip().strip('"'), alamat


def _check_alamat(teks: str) -> str:
    split_alamat(teks)
    return teks


def _check_kata(teks: str) -> str:
    if not re.search(r"[^\W\d_]", teks):
        raise ValueError(f"{teks!r} tidak memuat huruf; tulis kata atau frasa")
    return teks


def _check_kode(teks: str) -> str:
    if not re.fullmatch(r"[A-Z](?:[0-9]{2})?", teks):
        raise ValueError(f'{teks!r} bukan kode aturan; tulis seperti "B01", atau "B" untuk seluruh kelompoknya')
    return teks


AlamatSurel = Annotated[TeksIsi, Field(max_length=320), AfterValidator(_check_alamat)]
Tingkat = Annotated[int, Field(ge=0, le=36500)]
KodeAturan = Annotated[TeksIsi, AfterValidator(_check_kode)]
Kata = Annotated[TeksIsi, Field(max_length=100), AfterValidator(_check_kata)]
KataKeKata = Annotated[dict[Kata, Kata], Field(max_length=5000)]


class PengaturanPeringatan(Model):
    """When alerts are given."""

    # Days left at which a deadline is announced; being overdue is always a level of its own.
    tingkat: Annotated[tuple[Tingkat, ...], Field(min_length=1, max_length=50)] = (180, 90, 60, 30, 7, 0)


class PengaturanPeriksa(Model):
    """How documents are checked."""

    # Rules that are switched off: codes ("B01") or whole groups ("B").
    abaikan: Annotated[tuple[KodeAturan, ...], Field(max_length=100)] = ()
    # Words beside those that the program knows: a non-standard word and its standard form, a wordy phrase and what to
    # write instead, foreign words; and words to let be.
    kata_baku: KataKeKata = {}
    frasa: KataKeKata = {}
    kata_asing: Annotated[tuple[Kata, ...], Field(max_length=5000)] = ()
    # Abbreviations that need no explanation; spellings of a term and the one to use.
    singkatan: Annotated[tuple[Kata, ...], Field(max_length=5000)] = ()
    istilah: KataKeKata = {}
    biarkan: Annotated[tuple[Kata, ...], Field(max_length=5000)] = ()


class PengaturanSurel(Model):
    """Where `naskah peringatan --kirim` hands its mail in. The password never stands in a file."""

    host: Annotated[TeksIsi, Field(max_length=253)]
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    tls: Literal["tanpa", "starttls", "ssl"] = "starttls"
    pengguna: Annotated[TeksIsi, Field(max_length=320)] | None = None
    dari: AlamatSurel
    kepada: Annotated[tuple[AlamatSurel, ...], Field(min_length=1, max_length=100)]

    @property
    def port_dipakai(self) -> int:
        """The port: the one named, or the usual one of its kind of connection."""
        return self.port or _PORT[self.tls]

    @model_validator(mode="after")
    def _check_pengguna(self) -> Self:
        if self.pengguna and not self.pengguna.isascii():
            raise ValueError("pengguna hanya boleh memuat huruf dan tanda latin biasa")
        if self.pengguna and self.tls == "tanpa" and self.host not in _DI_MESIN_INI:
            raise ValueError('dengan "tls: tanpa" kata sandi terkirim terbuka; pakai starttls atau ssl')
        return self


class Pengaturan(Model):
    """What a bureau sets once. Every key may be left out."""

    unit: TeksIsi | None = None
    # The last day in force is the anniversary itself instead of the day before (tanggal.md 2).
    tanggal_sama: bool = False
    libur: dict[Tanggal, TeksIsi] = {}  # local days off beside the national ones
    masuk: tuple[Tanggal, ...] = ()  # national days off on which this office works after all
    peringatan: PengaturanPeringatan = PengaturanPeringatan()
    periksa: PengaturanPeriksa = PengaturanPeriksa()
    surel: PengaturanSurel | None = None


def load_settings(path: Path) -> Pengaturan:
    """Read naskah.yaml; an empty file means all defaults."""
    yaml = load_yaml(path)
    return Pengaturan() if yaml.data is None else validate(Pengaturan, yaml)
