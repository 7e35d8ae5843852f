"""The report of an import: each row, what it was understood as, and why not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from naskah.exchange.entries import Terbaca
from naskah.exchange.importing import Register
from naskah.library.sheet_output import Lembar, write_csv, write_xlsx

_KOLOM = (
    "lembar", "baris", "hasil", "galat", "catatan", "id", "jenis", "judul", "tanggal", "mulai", "jangka waktu",
    "hari terakhir", "para pihak", "nomor", "unit", "ketentuan lain",
)  # fmt: skip


def write_report(path: Path, register: Register) -> None:
    """Write the report as .xlsx, with the columns and the rows that are no entries; as .csv the entries alone.

    Raises:
        OSError: the place cannot be written.
    """
    baris = (_make_row(satu) for satu in register.baris)
    if path.suffix.lower() == ".csv":
        write_csv(path, _KOLOM, baris)
        return
    lembar = [
        Lembar("baris", _KOLOM, baris),
        Lembar("kolom", ("lembar", "kolom", "nama kolom", "dipahami sebagai"), _iter_columns(register)),
    ]
    if register.bukan_data:
        bukan = ((nama, satu.nomor, satu.teks) for nama, satu in register.bukan_data)
        lembar.append(Lembar("bukan data", ("lembar", "baris", "isi"), bukan))
    write_xlsx(path, lembar)


def _make_row(satu: Terbaca) -> tuple[Any, ...]:
    isi, pihak = satu.isi, satu.isi.get("pihak", [])
    masa: dict[str, Any] = next((k for k in isi.get("ketentuan", []) if k["jenis"] == "jangka-waktu"), {})
    return (
        satu.lembar,
        satu.nomor,
        satu.keadaan,
        "\n".join(satu.galat),
        "\n".join([satu.dilewati] if satu.dilewati else satu.catatan),
        satu.id,
        isi.get("jenis", "").replace("-", " "),
        isi.get("judul"),
        _to_date(isi.get("tanggal")),
        _to_date(masa.get("mulai")),
        masa.get("lama"),
        satu.akhir,
        "\n".join(p["nama"] for p in pihak),
        "\n".join(p["nomor"] for p in pihak if "nomor" in p) or isi.get("nomor"),
        isi.get("unit"),
        "\n".join(_describe(k) for k in isi.get("ketentuan", []) if k is not masa),
    )


def _describe(ketentuan: dict[str, Any]) -> str:
    if ketentuan["jenis"] == "batas-waktu":
        return f"{ketentuan['hal']}: {ketentuan['batas']} sebelum berakhir"
    return f"{ketentuan['hal']}: setiap {ketentuan['setiap']}"


def _to_date(teks: str | None) -> date | None:
    return date.fromisoformat(teks) if teks else None


def _iter_columns(register: Register) -> Iterator[tuple[str, str, str, str]]:
    for lembar in register.lembar:
        if lembar.kepala is None:
            yield lembar.nama, "", "", "bukan tabel perjanjian; tidak dibaca"
            continue
        for kolom in lembar.kepala.kolom:
            yield lembar.nama, kolom.huruf, kolom.nama, kolom.kunci or "tidak dikenal; isinya tidak ikut"
