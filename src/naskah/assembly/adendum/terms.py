"""The terms (ketentuan) that hang on changed places: dropped, restated, or left with a warning.

Paper and calendar cannot disagree: whoever rewords a place that carries a term says what the term is then.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from naskah.assembly.adendum.tree import LetakError, find
from naskah.assembly.adendum.work import Kerja
from naskah.bahasa.durasi import Durasi, format_durasi
from naskah.library.validation import explain_one, name_key
from naskah.library.yaml_lines import Jalur
from naskah.model.galat import NaskahError
from naskah.model.isi import plain
from naskah.model.ketentuan import KETENTUAN, BatasWaktu, JangkaWaktu, Ketentuan
from naskah.model.langkah import Satuan
from naskah.model.letak import Letak, parse_letak
from naskah.model.naskah import Pasal
from naskah.model.pendaftaran_adendum import UbahKetentuan


def find_place(ketentuan: Ketentuan) -> Letak | None:
    """The place that a term's words stand at; None for one outside the pasal (the copies in the closing)."""
    try:
        return parse_letak(ketentuan.sumber)
    except ValueError:
        return None


def list_terms(kerja: Kerja, letak: Letak, *, above: bool = False) -> list[Ketentuan]:
    """The terms at a place or inside it; with `above` also those of the units that hold it."""
    hasil = []
    for satu in kerja.ketentuan:
        di = find_place(satu)
        if di is not None and (letak.holds(di) or (above and di.holds(letak))):
            hasil.append(satu)
    return hasil


def drop_terms(kerja: Kerja, letak: Letak) -> None:
    """What a deleted place promised, nobody promises any more."""
    gugur = list_terms(kerja, letak)
    if gugur:
        _record(kerja, UbahKetentuan(cabut=_places(gugur)))


def restate_terms(
    kerja: Kerja, letak: Letak, baru: str | Sequence[Mapping[str, Any]] | None, jalur: Jalur, *, looked: bool
) -> None:
    """The terms of a reworded place: the new ones, or the old ones with a warning unless the drafter `looked`."""
    if isinstance(baru, str) or baru is None:
        lama = list_terms(kerja, letak, above=True)
        if lama and not looked:
            hal = ", ".join(f"{k.jenis} ({k.sumber})" for k in lama)
            kerja.warn(
                jalur,
                f"bunyi {letak} diubah, padahal di sana ada ketentuan yang dijaga registri: {hal}; sebutkan yang baru "
                "dengan kunci 'ketentuan', atau tulis 'ketentuan: tetap' bila tidak berubah",
            )
        return
    gugur = list_terms(kerja, letak)
    ketentuan = [_bind(kerja, letak, satu, (*jalur, "ketentuan", i)) for i, satu in enumerate(baru)]
    _record(kerja, UbahKetentuan(cabut=_places(gugur), tambah=tuple(ketentuan)))
    _check_words(kerja, letak, ketentuan, jalur)


def bind_terms(kerja: Kerja, letak: Letak, baru: Sequence[Mapping[str, Any]], jalur: Jalur) -> None:
    """The terms that an inserted place brings."""
    if baru:
        ketentuan = [_bind(kerja, letak, satu, (*jalur, i)) for i, satu in enumerate(baru)]
        _record(kerja, UbahKetentuan(tambah=tuple(ketentuan)))
        _check_words(kerja, letak, ketentuan, jalur)


def _bind(kerja: Kerja, letak: Letak, mentah: Mapping[str, Any], jalur: Jalur) -> Ketentuan:
    """One term; its `tempat` may name a place below the changed one."""
    data = {k: v for k, v in mentah.items() if k != "tempat"}
    di = letak
    if "tempat" in mentah:
        try:
            di, _ = find(kerja.naskah, parse_letak(str(mentah["tempat"])))
        except (LetakError, ValueError) as error:
            raise kerja.fault((*jalur, "tempat"), str(error)) from None
        if not letak.holds(di):
            raise kerja.fault((*jalur, "tempat"), f"{di} bukan bagian dari {letak}, yang diubah di sini")
    try:
        return KETENTUAN.validate_python({**data, "sumber": str(di)})
    except ValidationError as error:
        raise NaskahError(
            kerja.berkas.galat(jalur, f"{explain_one(d)}" + (f" ({name_key(d['loc'][1:])})" if d["loc"][1:] else ""))
            for d in error.errors()
        ) from None


def _places(ketentuan: Sequence[Ketentuan]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k.sumber for k in ketentuan))


def _record(kerja: Kerja, ubah: UbahKetentuan) -> None:
    kerja.ubah_ketentuan.append(ubah)
    kerja.ketentuan = [k for k in kerja.ketentuan if k.sumber not in ubah.cabut]
    kerja.ketentuan += ubah.tambah


def _check_words(kerja: Kerja, letak: Letak, ketentuan: Sequence[Ketentuan], jalur: Jalur) -> None:
    """A duration of the calendar must stand in the words."""
    teks = words_of(find(kerja.naskah, letak)[1])
    for satu in ketentuan:
        for kunci in ("lama", "batas", "setiap"):
            lama = getattr(satu, kunci, None)
            if isinstance(lama, Durasi) and not is_written(lama, teks):
                kerja.warn(
                    jalur,
                    f"ketentuan {satu.jenis} menyebut {lama}, tetapi bunyi {letak} tidak memuat "
                    f'"{format_durasi(lama)}"; samakan keduanya',
                )


def is_written(lama: Durasi, teks: str) -> bool:
    """Whether a text states a duration, in one of the forms a document has."""
    bentuk = (format_durasi(lama), format_durasi(lama, kalender=False), str(lama))
    return any(satu.lower() in teks.lower() for satu in bentuk)


def words_of(satuan: Satuan) -> str:
    """All the text of a unit."""
    if isinstance(satuan, Pasal):
        return " ".join(words_of(ayat) for ayat in satuan.ayat)
    return " ".join([plain(satuan.isi), *(plain(i.nilai) for i in satuan.isian), *map(words_of, satuan.rincian)])


def check_terms(kerja: Kerja) -> None:
    """What is left must hang together: one term at most, and none that counts from a term that is gone."""
    jangka = [k for k in kerja.ketentuan if isinstance(k, JangkaWaktu)]
    if len(jangka) > 1:
        tempat = " dan ".join(k.sumber for k in jangka)
        raise kerja.fault(("perubahan",), f"jangka waktu kini disebut lebih dari sekali ({tempat}); sisakan satu")
    for satu in kerja.ketentuan:
        if not jangka and isinstance(satu, BatasWaktu) and satu.acuan == "akhir-jangka-waktu":
            pesan = f"{satu.sumber} menghitung batas {satu.hal} dari akhir jangka waktu, yang tidak ada lagi; ubah juga"
            raise kerja.fault(("perubahan",), pesan)
