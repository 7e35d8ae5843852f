"""Changes of definitions, named by their term: found in the list of definitions, worded as that list is."""

from dataclasses import replace
from difflib import get_close_matches

from naskah.assembly.adendum.places import build_changed, insert_units, put_changed, remove
from naskah.assembly.adendum.text import Ketikan
from naskah.assembly.adendum.tree import iter_letak
from naskah.assembly.adendum.work import Kerja
from naskah.assembly.marks import wrap_nilai
from naskah.library.yaml_lines import Jalur
from naskah.model.isi import plain
from naskah.model.langkah import Satuan
from naskah.model.letak import Letak
from naskah.model.naskah import Rincian
from naskah.model.perubahan import Sisipkan, Ubah

_ADALAH = " adalah "


def change_definition(kerja: Kerja, ubah: Ubah, jalur: Jalur) -> None:
    """`ubah: {istilah: ..., arti: ...}`."""
    assert ubah.istilah is not None and ubah.arti is not None
    letak, lama = find_definition(kerja, ubah.istilah, (*jalur, "istilah"))
    kerja.touch(letak, (*jalur, "istilah"))
    # The term as it stands, with its abbreviation: the draft may name it without.
    istilah = plain(lama.isi).partition(_ADALAH)[0] if isinstance(lama, Rincian) else ubah.istilah
    put_changed(kerja, letak, lama, build_changed(kerja, letak, lama, _type(kerja, istilah, ubah.arti, jalur)), jalur)


def insert_definition(kerja: Kerja, sisip: Sisipkan, jalur: Jalur) -> None:
    """`sisipkan: {istilah: ..., arti: ..., setelah: ISTILAH}`; without `setelah` at the end of the list."""
    assert sisip.istilah is not None and sisip.arti is not None
    ada = list_definitions(kerja)
    if not ada:
        raise kerja.fault(jalur, "naskah induk tidak mempunyai daftar definisi; sisipkan pasal definisi lebih dahulu")
    if _match(ada, sisip.istilah):
        raise kerja.fault((*jalur, "istilah"), f"istilah {sisip.istilah!r} sudah ada; pakai ubah")
    setelah = find_definition(kerja, sisip.setelah, (*jalur, "setelah"))[0] if sisip.setelah else ada[-1][0]
    insert_units(kerja, setelah, _type(kerja, sisip.istilah, sisip.arti, jalur), "", jalur)


def delete_definition(kerja: Kerja, istilah: str, jalur: Jalur) -> None:
    """`hapus: {istilah: ...}`."""
    remove(kerja, find_definition(kerja, istilah, (*jalur, "istilah"))[0], jalur)


def list_definitions(kerja: Kerja) -> list[tuple[Letak, Satuan]]:
    """The items that define a term."""
    return [
        (letak, satuan)
        for letak, satuan in iter_letak(kerja.naskah)
        if isinstance(satuan, Rincian) and len(letak.rincian) == 1 and _ADALAH in plain(satuan.isi)
        if _is_defining(kerja, letak)
    ]


def _is_defining(kerja: Kerja, letak: Letak) -> bool:
    """Whether the pasal is the one of definitions: "adalah" alone stands in many an item."""
    pasal = next(p for p in kerja.naskah.iter_pasal() if p.nomor == letak.pasal)
    pengantar = " ".join(plain(a.isi) for a in pasal.ayat)
    return "yang dimaksud dengan" in pengantar


def find_definition(kerja: Kerja, istilah: str, jalur: Jalur) -> tuple[Letak, Satuan]:
    """The place of a definition; refused with near terms when there is none."""
    ada = list_definitions(kerja)
    if hasil := _match(ada, istilah):
        return kerja.locate(str(hasil), jalur)
    nama = [_term(satuan) for _, satuan in ada]
    mirip = get_close_matches(istilah, nama, 3, 0.5)
    usul = f"mungkin maksudnya {', '.join(mirip)}" if mirip else f"yang ada: {', '.join(nama) or 'tidak satu pun'}"
    raise kerja.fault(jalur, f"istilah {istilah!r} tidak didefinisikan dalam naskah induk; {usul}")


def _match(ada: list[tuple[Letak, Satuan]], istilah: str) -> Letak | None:
    cari = istilah.casefold()
    return next((letak for letak, satuan in ada if _term(satuan).casefold() == cari), None)


def _term(satuan: Satuan) -> str:
    """The term itself: "Unit Reaksi Cepat, yang selanjutnya disingkat URC," is "Unit Reaksi Cepat"."""
    return plain(satuan.isi).partition(_ADALAH)[0].partition(",")[0].strip() if isinstance(satuan, Rincian) else ""


def _type(kerja: Kerja, istilah: str, arti: str, jalur: Jalur) -> Ketikan:
    teks = f"1. {wrap_nilai(istilah)}{_ADALAH}{wrap_nilai(arti.strip().rstrip('.;'))}."
    return replace(kerja.typed(teks, (*jalur, "arti")), harfiah=True)
