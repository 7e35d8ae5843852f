"""`naskah registri catat` and `naskah registri jenis`: what happened to an agreement after it was signed."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Perintah
from naskah.cli.registry import registri as kelompok_registri
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path, user_name
from naskah.model.galat import Galat, NaskahError

if TYPE_CHECKING:
    from naskah.registry.effects import Dampak, TenggatTerkena
    from naskah.registry.events import Peristiwa
    from naskah.registry.lifecycle.kinds import JenisKejadian


# So many deadlines of one thing are said in one line.
_BANYAK = 3


def register_commands(_app: typer.Typer) -> None:
    """Add the commands to the group of the registry."""
    kelompok_registri.command("catat", cls=Perintah)(catat)
    kelompok_registri.command("jenis", cls=Perintah)(jenis)


def catat(
    perjanjian: Annotated[str | None, typer.Argument(help="Id perjanjian.", show_default=False)] = None,
    jenis: Annotated[
        str | None, typer.Argument(help="Jenis peristiwa; daftarnya: naskah registri jenis.", show_default=False)
    ] = None,
    isian: Annotated[
        list[str] | None, typer.Argument(metavar="KUNCI=NILAI...", help="Isian peristiwa, misalnya hal=perpanjangan.")
    ] = None,
    tanggal: Annotated[
        str | None, typer.Option("--tanggal", help="Hari terjadinya; bawaannya hari ini.", show_default=False)
    ] = None,
    bukti: Annotated[Path | None, typer.Option("--bukti", help="Berkas bukti; sidiknya ikut dicatat.")] = None,
    dari: Annotated[
        Path | None,
        typer.Option("--dari", help="Lembar berisi banyak peristiwa: kolom perjanjian, jenis, tanggal, dan isiannya."),
    ] = None,
    registri: RegistriOption = None,
    oleh: Annotated[str | None, typer.Option("--oleh", help="Nama pencatat.")] = None,
) -> None:
    """Catat peristiwa: pemberitahuan, laporan, keadaan kahar, pengakhiran, koreksi, dan lain-lain.

    Contoh: naskah registri catat pks-babel-2025 pemberitahuan hal=perpanjangan diterima=2030-03-04 --tanggal 2030-03-01
    """
    jalur = registry_path(registri)
    if dari is not None:
        _refuse_beside_sheet(perjanjian, jenis, isian, tanggal, bukti)
        _record_sheet(dari, jalur, oleh or user_name())
        return
    if perjanjian is None or jenis is None:
        raise NaskahError(
            "sebutkan id perjanjian dan jenis peristiwanya, atau lembarnya dengan --dari. Jenis yang dapat dicatat:"
            " naskah registri jenis"
        )
    from naskah.cli.output import print_error
    from naskah.publishing.evidence import explain_outside, read_bukti
    from naskah.registry.database import open_registry
    from naskah.registry.effects import read_dampak
    from naskah.registry.kinds import DIADENDUM
    from naskah.registry.lifecycle.outside_adendum import record_adendum
    from naskah.registry.recording import record

    data = _read_isian(isian or ())
    berkas = read_bukti(bukti, current_workspace().akar or jalur.parent) if bukti else None
    hari, pencatat = read_date(tanggal), oleh or user_name()
    with open_registry(jalur) as basis:
        if jenis.strip().lower() == DIADENDUM:
            peristiwa = record_adendum(basis, perjanjian, hari, data, oleh=pencatat, bukti=berkas)
        else:
            peristiwa = record(basis, perjanjian, jenis, hari, oleh=pencatat, data=data, bukti=berkas)
        hari_ini = date.today()
        dampak = read_dampak(basis, peristiwa, current_workspace().kalender, hari_ini=hari_ini)
    _print_dampak(peristiwa, dampak, hari_ini)
    if luar := explain_outside(berkas):
        print_error(luar, tanda="peringatan")


def _refuse_beside_sheet(*lain: object) -> None:
    if any(satu is not None and satu != [] for satu in lain):
        raise NaskahError("--dari membaca semua peristiwa dari lembarnya; hapus argumen lain, --tanggal, dan --bukti.")


def _record_sheet(lembar: Path, jalur: Path, oleh: str) -> None:
    from naskah.exchange.event_sheet import read_events
    from naskah.registry.database import open_registry
    from naskah.registry.recording import record_many

    semua, galat = read_events(lembar)
    with open_registry(jalur) as basis:
        hasil = record_many(basis, semua, oleh=oleh, sekali=True, sudah_salah=galat)
    baru = [p for p in hasil if p is not None]
    typer.echo(f"{len(baru)} peristiwa dicatat dari {lembar}, pada {len({p.perjanjian for p in baru})} perjanjian")
    if len(baru) < len(hasil):
        typer.echo(f"{len(hasil) - len(baru)} baris dilewati: peristiwanya sudah pernah dicatat")


def jenis(
    jenis: Annotated[
        str | None, typer.Argument(help="Jenis peristiwa; tanpa ini, semuanya.", show_default=False)
    ] = None,
) -> None:
    """Tampilkan jenis peristiwa yang dapat dicatat, isiannya, dan kapan boleh terjadi.

    Contoh: naskah registri jenis pemberitahuan
    """
    from naskah.registry.lifecycle.fields import find_kind
    from naskah.registry.lifecycle.kinds import JENIS_KEJADIAN
    from naskah.registry.lifecycle.outside_adendum import ADENDUM_LUAR
    from naskah.registry.state import Status

    semua = {**JENIS_KEJADIAN, ADENDUM_LUAR.jenis: ADENDUM_LUAR}
    if jenis is None:
        from naskah.cli.output import print_table

        baris = [(k.jenis, k.sebutan, _fields_text(k)) for k in semua.values()]
        print_table(["jenis", "artinya", "isian (* wajib)"], baris, "Peristiwa yang dapat dicatat")
        typer.echo("kegiatan Rencana Kerja dicatat dengan: naskah registri lapor")
        return
    kind = semua.get(jenis) or find_kind(jenis)
    typer.echo(f"{kind.jenis}: {kind.sebutan}")
    typer.echo(f"boleh ketika perjanjian: {', '.join(s.value for s in Status if s in kind.boleh)}")
    for satu in kind.bidang:
        pilihan = f" [{', '.join(satu.pilihan)}]" if satu.pilihan else ""
        typer.echo(f"  {satu.nama}{' (wajib)' if satu.wajib else ''}: {satu.keterangan}; {satu.tipe.value}{pilihan}")


def _fields_text(kind: "JenisKejadian") -> str:
    return ", ".join(f"{b.nama}{'*' if b.wajib else ''}" for b in kind.bidang)


def _read_isian(isian: list[str] | tuple[str, ...]) -> dict[str, str]:
    hasil: dict[str, str] = {}
    galat = []
    for satu in isian:
        kunci, sama, nilai = satu.partition("=")
        if not sama or not kunci.strip():
            galat.append(Galat(f'isian "{satu}" tidak berbentuk kunci=nilai. Beri tanda petik bila nilainya berspasi.'))
        elif kunci.strip() in hasil:
            galat.append(Galat("disebut dua kali; sisakan satu.", kunci=kunci.strip()))
        hasil[kunci.strip()] = nilai
    if galat:
        raise NaskahError(galat)
    return hasil


def _print_dampak(peristiwa: "Peristiwa", dampak: "Dampak", hari_ini: date) -> None:
    from naskah.bahasa.tanggal import format_tanggal
    from naskah.cli.output import print_error
    from naskah.cli.terms_text import describe_state

    typer.echo(f"dicatat: {peristiwa.jenis}, perjanjian {peristiwa.perjanjian}, peristiwa {peristiwa.urutan}")
    for t in dampak.dibuka:
        if t.penutup is None:
            akibat = f"; bila dibiarkan: {t.akibat}" if t.akibat else ""
            typer.echo(f"tenggat baru: {_name(t)}{akibat}")
        elif t.penutup != peristiwa.urutan:
            typer.echo(f"tenggat {_name_end(t)}: {_name(t)}; {t.sebab} oleh peristiwa {t.penutup}")
    for banyak in _group(dampak.ditutup):
        t = banyak[0]
        if len(banyak) < _BANYAK:
            for satu in banyak:
                typer.echo(f"tenggat {_name_end(t)}: {_name(satu)}; {satu.sebab}")
        else:
            hal = "kegiatan Rencana Kerja" if t.jenis == "kegiatan" else f"{t.nama} ({t.sumber})"
            awal, akhir = format_tanggal(t.tanggal), format_tanggal(banyak[-1].tanggal)
            rentang = f"semuanya {awal}" if awal == akhir else f"{awal} sampai dengan {akhir}"
            typer.echo(f"{len(banyak)} tenggat {_name_end(t)}: {hal}, {rentang}; {t.sebab}")
    hari = date.fromisoformat(peristiwa.tanggal)
    typer.echo(f"keadaan pada {format_tanggal(hari)}: {describe_state(dampak.keadaan, dampak.sebab)}")
    if (dampak.keadaan, dampak.sebab) != (dampak.keadaan_kini, dampak.sebab_kini):
        kini = describe_state(dampak.keadaan_kini, dampak.sebab_kini)
        typer.echo(f"keadaan pada {format_tanggal(hari_ini)}: {kini}")
    for pesan in dampak.perhatian:
        print_error(pesan, tanda="peringatan")


def _name(t: "TenggatTerkena") -> str:
    from naskah.bahasa.tanggal import format_tanggal

    return f"{format_tanggal(t.tanggal)} {t.nama} ({t.sumber})"


def _name_end(t: "TenggatTerkena") -> str:
    return "selesai" if t.nasib.startswith("dipenuhi") else "gugur"


def _group(semua: "list[TenggatTerkena]") -> "list[list[TenggatTerkena]]":
    """Deadlines of one thing that close for one reason, together; in the order of the first of each."""
    kelompok: dict[tuple[str | None, ...], list[TenggatTerkena]] = {}
    for t in semua:
        # The activities of one plan are one thing.
        hal = ("kegiatan",) if t.jenis == "kegiatan" else (t.jenis, t.nama, t.sumber)
        kelompok.setdefault((*hal, t.sebab), []).append(t)
    return list(kelompok.values())
