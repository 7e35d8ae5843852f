"""The terms (ketentuan) that hang on changed places: dropped, restated, or left with a warning.

Paper and calendar cannot disagree: whoever rewords a place that carries a term says what the term is then.
"""

from collections.abc import Mapping, Sequence
from json import dumps
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

JANGKA_WAKTU = "jangka-waktu"  # the mandatory element of the form (clauses/bentuk.yaml)


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
        record_terms(kerja, UbahKetentuan(cabut=_places(gugur)))


def restate_terms(
    kerja: Kerja, letak: Letak, baru: str | Sequence[Mapping[str, Any]] | None, jalur: Jalur, *, looked: bool
) -> None:
    """The terms of a reworded place: the new ones, or the old ones with a warning unless the drafter `looked`."""
    if isinstance(baru, str) or baru is None:
        lama = list_terms(kerja, letak, above=True)
        if looked:
            _check_kept(kerja, letak, lama, jalur)
        elif lama:
            _ask_terms(kerja, letak, lama, jalur)
        return
    gugur = list_terms(kerja, letak)
    ketentuan = [_bind(kerja, letak, satu, (*jalur, "ketentuan", i)) for i, satu in enumerate(baru)]
    record_terms(kerja, UbahKetentuan(cabut=_places(gugur), tambah=tuple(ketentuan)))
    _check_words(kerja, letak, ketentuan, jalur)


def _ask_terms(kerja: Kerja, letak: Letak, lama: Sequence[Ketentuan], jalur: Jalur) -> None:
    """A reworded term or deadline must be said anew; of the others the registry may err without harm."""
    hal = ", ".join(f"{k.jenis} ({k.sumber})" for k in lama)
    awal = f"bunyi {letak} diubah, padahal di sana ada ketentuan yang dijaga registri: {hal}"
    berat = [k for k in lama if isinstance(k, JangkaWaktu | BatasWaktu) and letak.holds(find_place(k) or letak)]
    if not berat:
        sebut = "sebutkan yang baru dengan kunci 'ketentuan', atau tulis 'ketentuan: tetap' bila tidak berubah"
        kerja.warn(jalur, f"{awal}; {sebut}")
        return
    (contoh, *_) = berat
    lain = contoh.model_dump(mode="json", exclude_defaults=True, exclude={"sumber", "jenis"})
    isi = ", ".join(f"{k}: {_write_yaml(v)}" for k, v in {"jenis": contoh.jenis, **lain}.items())
    panjang = " untuk memperpanjang cukup 'perpanjang';" if isinstance(contoh, JangkaWaktu) else ""
    raise kerja.fault(
        jalur,
        f"{awal};{panjang} tulis 'ketentuan: tetap' bila tidak berubah, atau yang baru, misalnya "
        f"ketentuan: [{{{isi}}}] dengan angka yang baru",
    )


def _write_yaml(nilai: object) -> str:
    """A value inside braces, quoted where a sign in it would mean something."""
    return nilai if isinstance(nilai, str) and not set(nilai) & set(",:{}[]#") else dumps(nilai, ensure_ascii=False)


def _check_kept(kerja: Kerja, letak: Letak, lama: Sequence[Ketentuan], jalur: Jalur) -> None:
    """Terms that are said to stay must still be in the words, where they were."""
    dulu, kini = (words_of(find(naskah, letak)[1]) for naskah in (kerja.induk.naskah, kerja.naskah))
    for satu in lama:
        waktu = satu.lama if isinstance(satu, JangkaWaktu) else satu.batas if isinstance(satu, BatasWaktu) else None
        if isinstance(waktu, Durasi) and is_written(waktu, dulu) and not is_written(waktu, kini):
            pesan = f'ketentuan {satu.jenis} dinyatakan tetap, tetapi bunyi {letak} tidak lagi memuat "'
            sebut = f'{format_durasi(waktu)}"; sebutkan ketentuannya yang baru, atau pertahankan angka itu'
            raise kerja.fault(jalur, pesan + sebut)


def bind_terms(kerja: Kerja, letak: Letak, baru: Sequence[Mapping[str, Any]], jalur: Jalur) -> None:
    """The terms that an inserted place brings."""
    if baru:
        ketentuan = [_bind(kerja, letak, satu, (*jalur, i)) for i, satu in enumerate(baru)]
        record_terms(kerja, UbahKetentuan(tambah=tuple(ketentuan)))
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


def record_terms(kerja: Kerja, ubah: UbahKetentuan) -> None:
    """Change the terms of the parent, here and in what is registered."""
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
                pesan = (
                    f"ketentuan {satu.jenis} menyebut {lama}, tetapi bunyi {letak} tidak memuat "
                    f'"{format_durasi(lama)}"; samakan keduanya'
                )
                if isinstance(satu, JangkaWaktu | BatasWaktu):
                    raise kerja.fault(jalur, pesan)
                kerja.warn(jalur, pesan)


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
    """What is left must hang together: one term, and none that counts from a term that is gone."""
    jangka = [k for k in kerja.ketentuan if isinstance(k, JangkaWaktu)]
    if len(jangka) > 1:
        tempat = " dan ".join(k.sumber for k in jangka)
        kerja.report(("perubahan",), f"jangka waktu kini disebut lebih dari sekali ({tempat}); sisakan satu")
    if jangka:
        return
    dulu = kerja.induk.jangka
    alasan = kerja.penyusun.pustaka.bentuk(kerja.induk.jenis).wajib.get(JANGKA_WAKTU)
    if dulu is not None and alasan is not None:
        di = find_place(dulu)
        pesan = (
            f"{dulu.sumber} memuat jangka waktu, yang wajib ada dalam {kerja.induk.jenis.sebutan} ({alasan}); ubah "
            "bunyinya, atau sebutkan jangka waktu yang baru pada kunci 'ketentuan' tempat yang menggantikannya"
        )
        kerja.report(kerja.where(di) if di else ("perubahan",), pesan)
    for satu in kerja.ketentuan:
        if isinstance(satu, BatasWaktu) and satu.acuan == "akhir-jangka-waktu":
            pesan = f"{satu.sumber} menghitung batas {satu.hal} dari akhir jangka waktu, yang tidak ada lagi; ubah juga"
            kerja.report(("perubahan",), pesan)
