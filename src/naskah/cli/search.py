"""`naskah registri cari`: find agreements by words, by clause, by regulation."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Perintah
from naskah.cli.registry import FormatDaftar, FormatOption, PadaOption
from naskah.cli.registry import registri as kelompok_registri
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path

if TYPE_CHECKING:
    from naskah.registry.search.find import Hasil, Temuan
    from naskah.registry.search.references import Rujukan
    from naskah.registry.search.words import Frasa

# So many new events are followed in a moment; more are worth a word.
_PERISTIWA_BANYAK = 2000


def register_commands(_app: typer.Typer) -> None:
    """Add the command to the group of the registry."""
    kelompok_registri.command("cari", cls=Perintah)(cari)


def cari(
    kata: Annotated[
        list[str] | None,
        typer.Argument(help='Kata yang dicari; semuanya harus ada. "dalam kutip" berurutan, awal* boleh berlanjut.'),
    ] = None,
    klausul: Annotated[
        str | None,
        typer.Option("--klausul", help="Yang memakai klausul ini: topik, topik/varian, atau topik/varian@versi."),
    ] = None,
    peraturan: Annotated[
        str | None,
        typer.Option("--peraturan", help='Yang mengutip peraturan ini, misalnya "UU 23/2014", juga bila telah diubah.'),
    ] = None,
    batas: Annotated[int, typer.Option("--batas", min=1, max=1000, help="Paling banyak sekian hasil.")] = 20,
    pada: PadaOption = None,
    format: FormatOption = FormatDaftar.TABEL,
    registri: RegistriOption = None,
) -> None:
    """Cari perjanjian: menurut kata di judul, nomor, pihak, dan isi Pasal; menurut klausul; menurut dasar hukum.

    Contoh: naskah registri cari kerahasiaan koperasi --klausul kerahasiaan/penuh@1
    """
    from naskah.cli.output import print_json
    from naskah.model.galat import NaskahError
    from naskah.registry.database import open_registry
    from naskah.registry.search.find import find
    from naskah.registry.search.references import Rujukan, parse_klausul, parse_peraturan
    from naskah.registry.search.words import parse_query

    if not kata and klausul is None and peraturan is None:
        raise NaskahError("belum ada yang dicari; tulis kata, --klausul TOPIK/VARIAN, atau --peraturan PERATURAN")
    frasa = parse_query(kata) if kata else ()
    rujukan = Rujukan(
        None if klausul is None else parse_klausul(klausul),
        None if peraturan is None else parse_peraturan(_resolve_kunci(peraturan)),
    )
    hari, jalur = read_date(pada), registry_path(registri)
    if frasa:
        _refresh(jalur)
    with open_registry(jalur, readonly=True) as basis:
        hasil = find(basis, frasa, rujukan, pada=hari, batas=batas)
    if format is FormatDaftar.JSON:
        print_json({"temuan": [_to_plain(satu) for satu in hasil.temuan], "masih_ada": hasil.lagi})
    elif hasil.temuan:
        _print_table(hasil, rujukan, hari, batas)
    else:
        typer.echo(_explain_nothing(hasil, frasa, rujukan))


def _refresh(jalur: Path) -> None:
    """Let the index follow what was recorded since the last search."""
    from naskah.cli.output import print_error
    from naskah.registry.search.index import ensure_fresh

    def report(jumlah: int) -> None:
        if jumlah > _PERISTIWA_BANYAK:
            print_error(f"menyiapkan pencarian untuk {jumlah} peristiwa baru; sekali ini agak lama", "petunjuk")

    if tertinggal := ensure_fresh(jalur, report):
        pesan = (
            f"{tertinggal} peristiwa terakhir belum ikut dicari, karena registri sedang tidak dapat ditulis;"
            " ulangi sesudah registri dapat ditulis"
        )
        print_error(pesan, "peringatan")


def _resolve_kunci(peraturan: str) -> str:
    """A key of peraturan.yaml as a citation; anything else as it is."""
    if "-" not in peraturan or " " in peraturan.strip():
        return peraturan
    from naskah.assembly.citations import cite_bare
    from naskah.library.pustaka import Pustaka

    pustaka = Pustaka(current_workspace()).peraturan
    kunci = peraturan.strip().lower()
    return cite_bare(pustaka[kunci]) if kunci in pustaka else peraturan


def _print_table(hasil: "Hasil", rujukan: "Rujukan", hari: date, batas: int) -> None:
    from naskah.bahasa.tanggal import format_tanggal
    from naskah.cli.output import print_table

    baris = [
        (
            satu.id,
            satu.judul,
            "\n".join(satu.pihak),
            satu.keadaan,
            satu.letak + (f"\n{satu.klausul}" if satu.klausul else ""),
            satu.cuplikan.mark("«", "»") if satu.cuplikan else satu.peraturan or "",
        )
        for satu in hasil.temuan
    ]
    kolom = ["id", "judul", "pihak", "keadaan", "di", "bunyi"]
    # What is found by its clause alone has no words to show.
    lebar = len(kolom) if any(satu[-1] for satu in baris) else len(kolom) - 1
    print_table(
        kolom[:lebar], [satu[:lebar] for satu in baris], f"Keadaan pada {format_tanggal(hari)}", kepala=("id", "judul")
    )
    if hasil.lagi:
        typer.echo(
            f"masih ada yang lain; ini {batas} yang pertama. Tambah kata, atau lihat lebih banyak dengan --batas"
        )
    if rujukan.peraturan is not None:
        typer.echo(f"termasuk yang mengutip {rujukan.peraturan} sebagaimana telah diubah")


def _to_plain(satu: "Temuan") -> dict[str, object]:
    return {**satu._asdict(), "cuplikan": satu.cuplikan._asdict() if satu.cuplikan else None}


def _explain_nothing(hasil: "Hasil", frasa: "tuple[Frasa, ...]", rujukan: "Rujukan") -> str:
    """What was not found, and what to try."""
    if hasil.saran:
        return f"tidak ada yang ditemukan. Yang ada di registri: {', '.join(hasil.saran)}"
    if any(len(satu.kata) > 1 for satu in frasa):
        return "tidak ada yang ditemukan. Coba tanpa tanda kutip, atau dengan kata yang lebih sedikit"
    if frasa:
        return "tidak ada yang ditemukan. Coba kata yang lebih sedikit, atau awalannya saja: rahasia* bukan rahasianya"
    if rujukan.peraturan is not None:
        return (
            f"tidak ada perjanjian yang mengutip {rujukan.peraturan} sebagai dasar hukum."
            f' Yang menyebutnya di Pasal: naskah registri cari "{rujukan.peraturan}"'
        )
    return "tidak ada perjanjian yang memakai klausul itu. Lihat klausul yang ada: naskah klausul daftar"
