"""`naskah registri tambah --dari`: a catatan proposed from a document, shown, written, and registered when asked."""

import os
from pathlib import Path

import typer

from naskah.model.galat import Galat, NaskahError

_AKHIRAN = ".catatan.yaml"


def resolve_entry(rancangan: Path | None, dari: Path | None, keluaran: Path | None, *, ya: bool) -> Path | None:
    """Return the file to register: the one named, or the one proposed from a document; None when it was only shown.

    Raises:
        NaskahError: no file named, or two; or the proposal cannot be made, written, or registered as it is.
    """
    if dari is None:
        if rancangan is None:
            raise NaskahError("sebutkan berkas rancangan atau catatan (.yaml), atau naskahnya dengan --dari")
        if keluaran is not None or ya:
            raise NaskahError("-o dan --ya hanya untuk usulan; sebutkan juga naskahnya dengan --dari")
        return rancangan
    if rancangan is not None:
        raise NaskahError(f"sebutkan salah satu saja: {rancangan}, atau --dari {dari}")
    return _propose(dari, keluaran, ya=ya)


def _propose(dari: Path, keluaran: Path | None, *, ya: bool) -> Path | None:
    from naskah.exchange.proposal import format_catatan, propose_catatan
    from naskah.reading.facts import read_fakta
    from naskah.reading.read import read_document

    tujuan = keluaran or dari.with_name(dari.stem + _AKHIRAN)
    usulan = propose_catatan(read_fakta(read_document(dari)), _relative(dari, tujuan))
    teks = format_catatan(usulan, dari.name)
    if ya and usulan.kurang:
        galat = (
            Galat("tidak ditemukan dalam naskah; isi sendiri pada usulannya", str(dari), None, k) for k in usulan.kurang
        )
        raise NaskahError([*galat, Galat("simpan usulannya dengan -o, lengkapi, lalu daftarkan", str(dari))])
    if not ya and keluaran is None:
        typer.echo(teks, nl=False)
        return None
    _write(tujuan, teks)
    typer.echo(f"ditulis: {tujuan}")
    if not ya:
        typer.echo(f"cocokkan dengan naskahnya, lalu daftarkan dengan: naskah registri tambah {tujuan}")
        return None
    return tujuan


def _relative(dari: Path, tujuan: Path) -> str:
    """How the entry names the document: from where the entry stands."""
    return Path(os.path.relpath(dari.resolve(), tujuan.resolve().parent)).as_posix()


def _write(tujuan: Path, teks: str) -> None:
    from naskah.publishing.files import staged_files

    if tujuan.suffix.lower() not in (".yaml", ".yml"):
        raise NaskahError(Galat("nama berkasnya harus berakhiran .yaml", str(tujuan)))
    if tujuan.exists() and tujuan.read_text(encoding="utf-8") != teks:
        pesan = "sudah ada dan isinya lain; pakai berkas itu, atau sebut nama lain dengan -o"
        raise NaskahError(Galat(pesan, str(tujuan)))
    with staged_files({tujuan: teks.encode()}):
        pass
