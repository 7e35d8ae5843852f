"""The Rencana Kerja as its user writes it: programmes, their activities, years, and the tasks of each party.

An activity is a line of the column TAHAPAN KEGIATAN; its own stages, where it has any, stand below it. The plan is
an annex of its Nota Kesepakatan, or a document of its own (PP 28/2018; Permendagri 22/2020).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from naskah.bahasa.penomoran import huruf
from naskah.bahasa.terbilang import urutan
from naskah.model.tipe import LamaWaktu, Model, Teks, TeksIsi

# Past the last letter label of Word an activity has no number (bahasa/penomoran.py).
KEGIATAN_SEPROGRAM = 780
KEGIATAN_TERBANYAK = 10_000
TAHUN_TERBANYAK = 30
AKHIRAN_BERKAS = (".yaml", ".yml", ".xlsx")
KUNCI_PIHAK = tuple(urutan(i) for i in range(1, 21))
_RENTANG = re.compile(r"(\d{4})(?:\s*(?:-|\N{EN DASH}|s\.?\s?d\.?|sampai dengan)\s*(\d{4}))?")


def parse_tahun(nilai: Any) -> tuple[int, ...]:
    """Years as a user types them (2025, "2025-2029", "2025, 2027", a list of these), sorted, each once.

    Raises:
        ValueError: no year, or one that cannot be (the message is Indonesian).
    """
    butir = nilai if isinstance(nilai, list | tuple) else str(nilai).split(",")
    tahun: set[int] = set()
    for satu in butir:
        cocok = None if isinstance(satu, bool) else _RENTANG.fullmatch(str(satu).strip())
        if cocok is None:
            raise ValueError(f"{satu!r} bukan tahun; tulis misalnya 2025, atau 2025-2029")
        awal, akhir = int(cocok[1]), int(cocok[2] or cocok[1])
        if akhir < awal or not 1945 <= awal <= akhir <= 2200:
            raise ValueError(f"tahun {satu} tidak mungkin; periksa tahun awal dan akhirnya")
        if akhir - awal < TAHUN_TERBANYAK:
            tahun.update(range(awal, akhir + 1))
        if akhir - awal >= TAHUN_TERBANYAK or len(tahun) > TAHUN_TERBANYAK:
            raise ValueError(f"lebih dari {TAHUN_TERBANYAK} tahun; periksa tahun awal dan akhirnya")
    if not tahun:
        raise ValueError("belum ada tahunnya; sebutkan paling sedikit satu")
    return tuple(sorted(tahun))


Tahun = Annotated[tuple[int, ...], BeforeValidator(parse_tahun)]


def check_jalur_rencana(jalur: str) -> str:
    """The path of a work plan beside its draft.

    Raises:
        ValueError: absolute, upward, or of another kind of file.
    """
    bagian = PurePath(jalur.replace("\\", "/"))
    if bagian.is_absolute() or ".." in bagian.parts or ":" in jalur or bagian.suffix.lower() not in AKHIRAN_BERKAS:
        raise ValueError(
            "rencana kerja harus berkas .yaml atau .xlsx di dalam folder rancangan, misalnya rencana-kerja.xlsx"
        )
    return jalur


JalurRencana = Annotated[TeksIsi, AfterValidator(check_jalur_rencana)]


def _to_daftar(nilai: Any) -> Any:
    return [nilai] if isinstance(nilai, str) else nilai


def _split_instansi(nilai: Any) -> Any:
    """Several offices in one text: one a line, or with ";" between them, as in a cell of a sheet."""
    semua = _to_daftar(nilai)
    if not isinstance(semua, list | tuple):
        return semua
    hasil: list[Any] = []
    for satu in semua:
        pecahan = [p.strip() for p in re.split(r"[\n;]", satu) if p.strip()] if isinstance(satu, str) else []
        hasil += pecahan or [satu]
    return hasil


class Tugas(Model):
    """What one party does in an activity, and which of its offices answer for it."""

    penanggung_jawab: Annotated[
        tuple[TeksIsi, ...], BeforeValidator(_split_instansi), Field(min_length=1, max_length=100)
    ]
    kegiatan: TeksIsi


def _check_pihak(tugas: dict[str, Tugas]) -> dict[str, Tugas]:
    if not tugas:
        raise ValueError("tugas belum diisi; sebutkan penanggung jawab dan kegiatan paling sedikit satu PIHAK")
    return tugas


def _check_kunci(kunci: str) -> str:
    if kunci not in KUNCI_PIHAK:
        raise ValueError(f"PIHAK {kunci!r} tidak dikenal; pakai kesatu, kedua, ketiga, ...")
    return kunci


class Kegiatan(Model):
    """One activity. Without `tahun` it runs in every year of the plan; place and funds may stand with the plan."""

    nama: TeksIsi
    tahapan: Annotated[tuple[TeksIsi, ...], BeforeValidator(_to_daftar), Field(max_length=100)] = ()
    lokasi: TeksIsi | None = None
    sumber_dana: Teks | None = None
    tahun: Tahun | None = None
    tugas: Annotated[
        dict[Annotated[str, AfterValidator(_check_kunci)], Tugas], Field(max_length=20), AfterValidator(_check_pihak)
    ]
    output: TeksIsi
    outcome: TeksIsi
    berkala: LamaWaktu | None = None  # done anew after each such time: becomes a kewajiban-berkala


class Program(Model):
    """One programme with its activities."""

    nama: TeksIsi
    kegiatan: Annotated[tuple[Kegiatan, ...], Field(min_length=1, max_length=KEGIATAN_SEPROGRAM)]


class RencanaKerja(Model):
    """A whole work plan. Without `judul` it bears the title of its parent."""

    judul: TeksIsi | None = None
    tahun: Tahun
    lokasi: TeksIsi | None = None
    sumber_dana: Teks | None = None
    program: Annotated[tuple[Program, ...], Field(min_length=1, max_length=1000)]

    def iter_kegiatan(self) -> Iterator[tuple[str, Program, Kegiatan]]:
        """Every activity with its code ("2.a") and programme; years, place and funds filled in from the plan."""
        for i, program in enumerate(self.program, 1):
            for j, kegiatan in enumerate(program.kegiatan, 1):
                bawaan = {
                    "tahun": kegiatan.tahun or self.tahun,
                    "lokasi": kegiatan.lokasi or self.lokasi,
                    "sumber_dana": kegiatan.sumber_dana if kegiatan.sumber_dana is not None else self.sumber_dana,
                }
                yield f"{i}.{huruf(j)}", program, kegiatan.model_copy(update=bawaan)


def iter_faults(rencana: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What no single key shows, as (path, sentence): years outside the plan, no place, too many activities.

    `rencana` is a RencanaKerja, or its data as typed: beside faults of single keys these must come to light too.
    """
    tahun, semua = _read_tahun(rencana), _items(rencana, "program")
    jumlah = sum(len(_items(program, "kegiatan")) for program in semua)
    if jumlah > KEGIATAN_TERBANYAK:
        yield ("program",), f"memuat {jumlah} kegiatan; paling banyak {KEGIATAN_TERBANYAK}"
    for i, program in enumerate(semua):
        for j, kegiatan in enumerate(_items(program, "kegiatan")):
            jalur = ("program", i, "kegiatan", j)
            luar = [str(t) for t in _read_tahun(kegiatan) if tahun and t not in tahun]
            if luar:
                pesan = f"tahun {', '.join(luar)} tidak termasuk tahun rencana kerja ini; tambahkan, atau hapus di sini"
                yield (*jalur, "tahun"), pesan
            ejaan_benar = _spells(kegiatan, Kegiatan) and _spells(rencana, RencanaKerja)
            if ejaan_benar and not (_get(kegiatan, "lokasi") or _get(rencana, "lokasi")):
                yield (*jalur, "lokasi"), "lokasi belum diisi, di sini atau untuk seluruh rencana kerja"


def _get(satu: Any, kunci: str) -> Any:
    return satu.get(kunci) if isinstance(satu, Mapping) else getattr(satu, kunci, None)


def _spells(satu: Any, model: type[Model]) -> bool:
    """Whether something has known keys alone: a place under a misspelt one is not missing."""
    return isinstance(satu, model) or (isinstance(satu, Mapping) and set(satu) <= set(model.model_fields))


def _items(satu: Any, kunci: str) -> Sequence[Any]:
    isi = _get(satu, kunci)
    return isi if isinstance(isi, list | tuple) else ()


def _read_tahun(satu: Any) -> tuple[int, ...]:
    """The years of a plan or an activity; none where they cannot be read, which is a fault of their own."""
    isi = _get(satu, "tahun")
    try:
        return () if isi is None else parse_tahun(isi)
    except ValueError:
        return ()
