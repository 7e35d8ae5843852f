"""`perpanjang`: the term grows, counted from the first day (tanggal.md 3), in the words and in the calendar at once."""

from dataclasses import replace

from naskah.assembly.adendum.parent import compute_akhir
from naskah.assembly.adendum.places import build_changed, put_changed
from naskah.assembly.adendum.terms import find_place, is_written, words_of
from naskah.assembly.adendum.work import Kerja
from naskah.bahasa.durasi import Durasi, format_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.yaml_lines import Jalur
from naskah.model.isi import Isi, Silang
from naskah.model.ketentuan import JangkaWaktu
from naskah.model.langkah import Satuan
from naskah.model.letak import Letak
from naskah.model.naskah import Ayat, Pasal, Rincian
from naskah.model.pendaftaran_adendum import UbahKetentuan
from naskah.model.perubahan import Perpanjang


def extend_term(kerja: Kerja, perpanjang: Perpanjang, jalur: Jalur) -> None:
    """Replace the duration in the words of the place that holds the term, and in the term itself."""
    jangka = next((k for k in kerja.ketentuan if isinstance(k, JangkaWaktu)), None)
    if jangka is None:
        raise kerja.fault(jalur, "naskah induk tidak berjangka waktu, jadi tidak ada yang dapat diperpanjang")
    lama_baru = _compute_total(kerja, jangka, perpanjang, jalur)
    di = find_place(jangka)
    if di is None:
        pesan = (
            f"tempat jangka waktu ({jangka.sumber}) bukan pasal; ubah bunyinya dengan 'ubah' dan sebutkan ketentuannya"
        )
        raise kerja.fault(jalur, pesan)
    letak, lama = kerja.locate(str(di), jalur)
    kerja.touch(letak, jalur)
    baru: Satuan | None
    if perpanjang.isi is not None:
        baru = build_changed(kerja, letak, lama, kerja.typed(perpanjang.isi, (*jalur, "isi")))
    else:
        baru = _restate(lama, jangka.lama, lama_baru)
    if baru is None or not is_written(lama_baru, words_of(baru)):
        raise kerja.fault(jalur, _explain_words(letak, jangka.lama, lama_baru, dapat=baru is not None))
    put_changed(kerja, letak, lama, baru, jalur)
    kerja.ketentuan[kerja.ketentuan.index(jangka)] = jangka.model_copy(update={"lama": lama_baru})
    # As printed: what the parent's own facts are corrected to later does not change it.
    kerja.ubah_ketentuan.append(UbahKetentuan(menjadi=lama_baru))


def _explain_words(letak: Letak, lama: Durasi, baru: Durasi, *, dapat: bool) -> str:
    if dapat:
        return f'bunyi baru {letak} tidak memuat "{format_durasi(baru)}"; samakan dengan perpanjangannya'
    return (
        f'bunyi {letak} tidak memuat "{format_durasi(lama)}" tepat satu kali, jadi jangka waktunya tidak dapat diganti '
        "dengan sendirinya; tulis bunyi barunya pada kunci 'isi'"
    )


def _compute_total(kerja: Kerja, jangka: JangkaWaktu, perpanjang: Perpanjang, jalur: Jalur) -> Durasi:
    """The whole term, first day to last; refused when the last day does not move on."""
    induk = kerja.induk
    try:
        total = jangka.lama + perpanjang.selama if perpanjang.selama is not None else perpanjang.menjadi
        assert total is not None
        dulu = compute_akhir(jangka, induk.tanggal, induk.tanggal_sama)
        kini = compute_akhir(jangka.model_copy(update={"lama": total}), induk.tanggal, induk.tanggal_sama)
    except BahasaError as error:
        raise kerja.fault(jalur, str(error)) from None
    assert dulu is not None and kini is not None
    if kini <= dulu:
        raise kerja.fault(
            jalur,
            f"jangka waktu {total} tidak memperpanjang: hari terakhirnya {format_tanggal(kini)}, padahal kini "
            f"{format_tanggal(dulu)}",
        )
    return total


def _restate(satuan: Satuan, lama: Durasi, baru: Durasi) -> Satuan | None:
    """The unit with one duration for another; None unless its words state the old one exactly once."""
    for kalender in (True, False):
        dari, ke = format_durasi(lama, kalender=kalender), format_durasi(baru, kalender=kalender)
        if words_of(satuan).count(dari) == 1:
            return _replace_words(satuan, dari, ke)
    return None


def _replace_words(satuan: Satuan, dari: str, ke: str) -> Satuan:
    if isinstance(satuan, Pasal):
        ayat = (replace(a, isi=_in_isi(a.isi, dari, ke), rincian=_in_items(a, dari, ke)) for a in satuan.ayat)
        return replace(satuan, ayat=tuple(ayat))
    return replace(satuan, isi=_in_isi(satuan.isi, dari, ke), rincian=_in_items(satuan, dari, ke))


def _in_items(satuan: Ayat | Rincian, dari: str, ke: str) -> tuple[Rincian, ...]:
    return tuple(replace(s, isi=_in_isi(s.isi, dari, ke), rincian=_in_items(s, dari, ke)) for s in satuan.rincian)


def _in_isi(isi: Isi, dari: str, ke: str) -> Isi:
    return tuple(span if isinstance(span, Silang) else replace(span, teks=span.teks.replace(dari, ke)) for span in isi)
