"""`naskah registri tambah --dari`: a catatan proposed from a document, shown, written, and registered when asked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from naskah.model.galat import Galat, NaskahError

_AKHIRAN = ".catatan.yaml"


@contextmanager
def resolve_entry(
    rancangan: Path | None, dari: Path | None, keluaran: Path | None, *, ya: bool
) -> Iterator[Path | None]:
    """Give the file to register: the one named, or the one proposed from a document; None when it was only shown.

    A proposal written for this is taken away again when it is refused.

    Raises:
        NaskahError: no file named, or two; or the proposal cannot be made, written, or registered as it is.
    """
    if dari is None:
        if rancangan is None:
            raise NaskahError("sebutkan berkas rancangan atau catatan (.yaml), atau naskahnya dengan --dari")
        if keluaran is not None or ya:
            raise NaskahError("-o dan --ya hanya untuk usulan; sebutkan juga naskahnya dengan --dari")
        yield rancangan
        return
    if rancangan is not None:
        raise NaskahError(f"sebutkan salah satu saja: {rancangan}, atau --dari {dari}")
    tujuan = keluaran or dari.with_name(dari.stem + _AKHIRAN)
    if ya:
        _refuse_outside(dari, tujuan)
    baru = not tujuan.exists()
    if not _propose(dari, keluaran, tujuan, ya=ya):
        yield None
        return
    try:
        yield tujuan
    except NaskahError:
        if baru:
            tujuan.unlink(missing_ok=True)
        raise
    typer.echo(f"ditulis: {tujuan}")


def _refuse_outside(*jalur: Path) -> None:
    """What is registered lies in the workspace, or, where there is none, below the folder one works in."""
    from naskah.library.workspace import find_workspace

    akar = (find_workspace(Path.cwd()).akar or Path.cwd()).resolve()
    luar = [satu for satu in jalur if not satu.resolve().is_relative_to(akar)]
    if luar:
        pesan = "berada di luar ruang kerja; salin naskahnya ke dalam ruang kerja, lalu daftarkan dari sana"
        raise NaskahError(Galat(pesan, str(luar[0])))


def _propose(dari: Path, keluaran: Path | None, tujuan: Path, *, ya: bool) -> bool:
    """Show the proposal or write it; whether it is to be registered."""
    from naskah.exchange.proposal import format_catatan, propose_catatan
    from naskah.reading.facts import read_fakta
    from naskah.reading.read import read_document

    usulan = propose_catatan(read_fakta(read_document(dari)), _relative(dari, tujuan))
    teks = format_catatan(usulan, dari.name)
    if ya and usulan.kurang:
        galat = (
            Galat("tidak ditemukan dalam naskah; isi sendiri pada usulannya", str(dari), None, k) for k in usulan.kurang
        )
        raise NaskahError([*galat, Galat("simpan usulannya dengan -o, lengkapi, lalu daftarkan", str(dari))])
    if not ya and keluaran is None:
        typer.echo(teks, nl=False)
        return False
    _write(tujuan, teks)
    if not ya:
        typer.echo(f"ditulis: {tujuan}")
        typer.echo(f"cocokkan dengan naskahnya, lalu daftarkan dengan: naskah registri tambah {tujuan}")
    return ya


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
