"""`naskah periksa` and `naskah aturan`: what a careful drafter would see in a document, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.checking_forms import FormatPeriksa
from naskah.cli.indonesian import Perintah
from naskah.model.galat import Galat, NaskahError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from naskah.checking.report import Laporan
    from naskah.checking.rule import Aturan

KODE_MASUKAN = 2
_TINGKAT = ("galat", "peringatan", "saran")  # the worst first


def register_commands(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("periksa", cls=Perintah)(periksa)
    app.command("aturan", cls=Perintah)(aturan)


def periksa(
    berkas: Annotated[list[Path], typer.Argument(help="Dokumen (.docx, .txt, .md) atau rancangan (.yaml).")],
    format: Annotated[
        FormatPeriksa | None,
        typer.Option("--format", "-f", help="Bentuk hasil; dengan -o ditentukan akhiran berkasnya.",
                     show_default="tabel"),
    ] = None,
    keluaran: Annotated[Path | None, typer.Option("-o", "--keluaran", help="Tulis hasil ke berkas ini.")] = None,
    abaikan: Annotated[
        list[str] | None,
        typer.Option("--abaikan", help="Kode (B01) atau kelompok (B) yang tidak diperiksa, dipisahkan koma."),
    ] = None,
    gagal_pada: Annotated[
        list[str] | None,
        typer.Option("--gagal-pada", help="Kode keluar 1 bila ada temuan ini: galat, peringatan (atau lebih berat), "
                     "saran (apa saja), atau kode; dipisahkan koma.", show_default="galat"),
    ] = None,
    komentar: Annotated[
        Path | None, typer.Option("--komentar", help="Tulis salinan .docx dengan temuan sebagai komentar Word.")
    ] = None,
    perbaiki: Annotated[
        Path | None,
        typer.Option("--perbaiki", help="Tulis salinan .docx dengan perbaikan yang aman sebagai perubahan terlacak."),
    ] = None,
    samakan_angka: Annotated[
        bool,
        typer.Option("--samakan-angka",
                     help="Bersama --perbaiki: samakan juga angka dengan kata-katanya, kecuali jumlah uang."),
    ] = False,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti salinan .docx yang sudah ada.")] = False,
    pekerja: Annotated[
        int | None,
        typer.Option("--pekerja", min=1, max=64, help="Banyaknya proses; bawaannya semua inti bila berkasnya banyak.",
                     show_default=False),
    ] = None,
) -> None:  # fmt: skip
    """Periksa dokumen: angka, rujukan, penomoran, istilah, dasar hukum, kelengkapan, bahasa, penutup.

    Contoh: naskah periksa perjanjian.docx --komentar perjanjian-komentar.docx
    """
    from naskah.batch.checking import check_files
    from naskah.checking.run import check_codes
    from naskah.cli.checking_forms import choose_form, put_out

    dimatikan, gagal = _split(abaikan), _split(gagal_pada) or {"galat"}
    check_codes(dimatikan, kunci="--abaikan")
    check_codes(gagal.difference(_TINGKAT), kunci="--gagal-pada")
    bentuk = choose_form(format, keluaran)
    salinan = _check_copies(berkas, komentar, perbaiki, samakan_angka=samakan_angka, timpa=timpa)
    semua = put_out(check_files(berkas, frozenset(dimatikan), pekerja), len(berkas), bentuk, keluaran)
    if salinan and not semua[0].galat:
        from naskah.cli.checking_forms import write_copies

        write_copies(semua[0], komentar, perbaiki, samakan_angka=samakan_angka)
    if any(satu.galat for satu in semua):
        raise typer.Exit(KODE_MASUKAN)
    if _fails(semua, gagal):
        raise typer.Exit(1)


def aturan(
    kode: Annotated[
        list[str] | None, typer.Argument(help="Kode aturan (A01) atau kelompoknya (A); tanpa kode, semuanya.")
    ] = None,
) -> None:
    """Jelaskan aturan pemeriksaan: apa yang dicari, mengapa, dan contohnya.

    Contoh: naskah aturan A01
    """
    from naskah.checking.run import check_codes, load_rules
    from naskah.cli.output import print_table

    diminta = [satu.upper() for satu in kode or ()]
    check_codes(diminta)
    semua = load_rules()
    cocok = [satu for nama, satu in semua.items() if not diminta or nama in diminta or nama[0] in diminta]
    if diminta and not set(diminta).isdisjoint(semua):
        typer.echo("\n\n".join(_explain(satu) for satu in cocok))
        return
    print_table(["kode", "keparahan", "yang dicari"], [(s.kode, s.keparahan.value, s.judul) for s in cocok])


def _explain(aturan: "Aturan") -> str:
    untuk = [n for n, berlaku in (("perjanjian", aturan.perjanjian), ("peraturan", aturan.peraturan)) if berlaku]
    return (
        f"{aturan.kode} ({aturan.keparahan}): {aturan.judul}\nuntuk:  {' dan '.join(untuk)}\n\n{aturan.alasan}\n\n"
        f"salah:  {aturan.salah}\nbenar:  {aturan.benar}"
    )


def _split(nilai: "Iterable[str] | None") -> set[str]:
    """The codes and severities of an option that may be given several times, or with commas."""
    satuan = (kata.strip() for satu in nilai or () for kata in satu.split(","))
    return {kata.lower() if kata.lower() in _TINGKAT else kata.upper() for kata in satuan if kata}


def _check_copies(
    berkas: "Sequence[Path]", komentar: Path | None, perbaiki: Path | None, *, samakan_angka: bool, timpa: bool
) -> bool:
    """Whether copies are asked for; NaskahError where they cannot be made."""
    if samakan_angka and perbaiki is None:
        raise NaskahError("--samakan-angka hanya berlaku bersama --perbaiki SALINAN.docx")
    diminta = [(nama, jalur) for nama, jalur in (("--komentar", komentar), ("--perbaiki", perbaiki)) if jalur]
    if not diminta:
        return False
    if len(berkas) > 1:
        raise NaskahError(f"{diminta[0][0]} menulis satu salinan; periksa satu berkas .docx saja")
    if len({jalur.resolve() for _, jalur in diminta}) < len(diminta):
        raise NaskahError("--komentar dan --perbaiki menyebut berkas yang sama; beri nama yang berbeda")
    galat = []
    for nama, jalur in diminta:
        if berkas[0].suffix.lower() != ".docx":
            pesan = f"{nama} hanya untuk berkas .docx; simpan dahulu sebagai .docx"
            galat.append(Galat(pesan, str(berkas[0])))
        elif jalur.suffix.lower() != ".docx":
            galat.append(Galat(f"{nama} menulis berkas Word; beri nama berakhiran .docx", str(jalur)))
        elif jalur.resolve() == berkas[0].resolve():
            galat.append(Galat(f"{nama} menulis salinan, bukan ke berkas aslinya; pakai nama lain", str(jalur)))
        elif jalur.exists() and not timpa:
            galat.append(Galat("sudah ada; pakai --timpa untuk menggantinya, atau nama lain", str(jalur)))
    if galat:
        raise NaskahError(galat)
    return True


def _fails(semua: "Iterable[Laporan]", gagal: set[str]) -> bool:
    """Whether there is a finding that was named: a severity, or a worse one, or a code or group."""
    berat = set(_TINGKAT[: max((_TINGKAT.index(g) + 1 for g in gagal if g in _TINGKAT), default=0)])
    return any(
        t.keparahan.value in berat or t.kode in gagal or t.kode[0] in gagal for satu in semua for t in satu.temuan
    )
