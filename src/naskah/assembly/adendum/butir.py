"""The changes as Pasal I says them: in the order of the parent, and each place said once.

Items of one list that move each other's punctuation are told together, with the unit that holds the list quoted once
(UU 12/2011 Lampiran II angka 230-236 by analogy).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from naskah.model.isi import Isi
from naskah.model.langkah import Satuan
from naskah.model.letak import Letak

_GABUNGAN = "gabungan"


@dataclass(frozen=True, slots=True)
class Butir:
    """One change as the document says it: the sentence, and the places (or ready units) it quotes."""

    nama: str  # of the clause that says it
    kalimat: Isi
    kutip: tuple[Letak, ...] = ()
    satuan: tuple[Satuan, ...] = ()
    letak: Letak | None = None  # of the change
    pihak: int | None = None  # the party that it presents
    kegiatan: str | None = None  # the row of the Rencana Kerja
    nilai: Mapping[str, str] = field(default_factory=dict)


def arrange_butir(
    semua: Sequence[Butir],
    letak: Mapping[Letak, int],
    kegiatan: Sequence[str],
    say: Callable[[str, dict[str, str]], Isi],
) -> list[Butir]:
    """All changes in the order of the parent: the parties, place by place, the rows of the Rencana Kerja.

    Args:
        semua: the changes as they were made.
        letak: where each place stands in the document.
        kegiatan: the codes of the rows, in their order.
        say: fills in the clause of that name.
    """
    baris = {kode: i for i, kode in enumerate(kegiatan)}

    def rank(satu: Butir) -> tuple[int, int]:
        if satu.kegiatan is not None:
            return 2, baris.get(satu.kegiatan, len(baris))
        return (0, satu.pihak or 0) if satu.letak is None else (1, letak.get(satu.letak, len(letak)))

    wadah = _list_holders(semua)
    kelompok: dict[object, list[Butir]] = {}
    for i, satu in enumerate(sorted(semua, key=rank)):
        kelompok.setdefault(_find_holder(satu, wadah) or i, []).append(satu)
    return [
        isi[0] if len(isi) == 1 or not isinstance(di, Letak) else _merge(isi, di, say) for di, isi in kelompok.items()
    ]


def _list_holders(semua: Sequence[Butir]) -> list[Letak]:
    """The units quoted because a list in them changed, those inside another left out."""
    dikutip = [letak for satu in semua for letak in satu.kutip if satu.letak is not None and letak != satu.letak]
    dikutip = [letak for letak in dikutip if any(s.letak and s.letak.induk == letak and s.letak.rincian for s in semua)]
    return [letak for letak in dikutip if not any(lain != letak and lain.holds(letak) for lain in dikutip)]


def _find_holder(satu: Butir, wadah: Sequence[Letak]) -> Letak | None:
    if satu.letak is None or not satu.letak.rincian:
        return None
    return next((letak for letak in wadah if letak.holds(satu.letak)), None)


def _merge(isi: Sequence[Butir], wadah: Letak, say: Callable[[str, dict[str, str]], Isi]) -> Butir:
    *awal, akhir = (_shorten(satu, wadah) for satu in isi)
    # With a comma also between two: "yakni huruf a1 dan huruf e diubah" would read as one.
    nilai = {"tempat": str(wadah), "perubahan": f"{', '.join(awal)}, dan {akhir}"}
    return Butir(_GABUNGAN, say(_GABUNGAN, nilai), kutip=(wadah,), letak=wadah)


def _shorten(satu: Butir, wadah: Letak) -> str:
    """A change inside `wadah` in few words: "huruf a diubah"."""

    def below(tempat: str) -> str:
        return tempat.removeprefix(str(wadah)).strip()

    nilai = satu.nilai
    if satu.nama in ("ubah", "hapus"):
        return f"{below(nilai['tempat'])} {'diubah' if satu.nama == 'ubah' else 'dihapus'}"
    dalam = below(nilai["dalam"])
    dalam = f" {dalam}" if dalam else ""
    baru = f"{nilai['jumlah']} {nilai['sebutan']}, yakni {nilai['nomor']}"
    if satu.nama == "sisip":
        return f"di antara {nilai['sebelum']} dan {nilai['sesudah']}{dalam} disisipkan {baru}"
    return f"setelah {nilai['sebelum']}{dalam} ditambahkan {baru}"
