"""Work plans for the tests of rendering: trees of any number of parties, years and activities, all invented."""

from dataclasses import replace

from sample_trees import SEBUTAN, make, text

from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Lampiran, Naskah
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja, TugasTabel


def make_kegiatan(nomor: str, pihak: int, tahun: tuple[int, ...], kantor: int = 1, **ganti: object) -> KegiatanTabel:
    tugas = tuple(
        TugasTabel(
            tuple(text(f"Dinas {n} Bidang {p}") for n in range(1, kantor + 1)),
            text(f"Menyelenggarakan pelatihan {nomor} bersama pihak lain"),
        )
        for p in range(1, pihak + 1)
    )
    dasar = KegiatanTabel(
        nomor=nomor,
        nama=text(f"Pelatihan *{nomor}* bagi pengelola air"),
        tahapan=(),
        lokasi=text("Kabupaten Tanjung Sari"),
        sumber_dana=text("APBD & hibah"),
        tahun=tahun,
        tugas=tugas,
        output=text("Terselenggaranya pelatihan"),
        outcome=text("Pengelola air terampil"),
    )
    return replace(dasar, **ganti)


def make_tabel(pihak: int = 2, tahun: int = 5, per_program: tuple[int, ...] = (3, 1)) -> TabelRencanaKerja:
    semua = tuple(range(2025, 2025 + tahun))
    program = tuple(
        ProgramTabel(
            str(i),
            text(f"Program {i}"),
            tuple(make_kegiatan(huruf(j), pihak, semua[j % tahun :], kantor=j + 1) for j in range(banyak)),
        )
        for i, banyak in enumerate(per_program, 1)
    )
    return TabelRencanaKerja(semua, SEBUTAN[:pihak], program)


def huruf(n: int) -> str:
    return chr(ord("a") + n % 26) * (n // 26 + 1)


def make_annexed(pihak: int = 2, tahun: int = 5, per_program: tuple[int, ...] = (3, 1)) -> Naskah:
    """A Nota Kesepakatan with its work plan."""
    naskah = make(pihak, jenis=JenisNaskah.NOTA_KESEPAKATAN, paraf=False)
    kepala = (text("LAMPIRAN"), text("NOTA KESEPAKATAN"), text("TENTANG"), naskah.kepala.tentang)
    judul = (text("DOKUMEN RENCANA KERJA"), text("PENGELOLAAN *AIR*"))
    tabel = make_tabel(pihak, tahun, per_program)
    return replace(naskah, lampiran=(Lampiran(kepala, naskah.kepala.nomor, judul, tabel, naskah.tanda_tangan),))


def make_alone(pihak: int = 2, tahun: int = 5, per_program: tuple[int, ...] = (3, 1)) -> Naskah:
    """A work plan as a document of its own."""
    naskah = make(pihak, jenis=JenisNaskah.RENCANA_KERJA, paraf=False)
    lampiran = Lampiran((), (), (), make_tabel(pihak, tahun, per_program), ())
    return replace(
        naskah, pihak=(), setelah_pihak=(), premis=None, dasar=(), kesepakatan=(), batang=(), lampiran=(lampiran,)
    )
