"""The work on one adendum: the parent's tree and facts as they change, and the sentences that change them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from naskah.assembly.adendum.apply import apply_kegiatan, apply_langkah, iter_kode
from naskah.assembly.adendum.butir import Butir, arrange_butir
from naskah.assembly.adendum.parent import KeadaanInduk
from naskah.assembly.adendum.text import Ketikan
from naskah.assembly.adendum.tree import LetakError, find, is_deleted, iter_letak
from naskah.assembly.context import NaskahKonteks
from naskah.assembly.environment import render_teks
from naskah.assembly.markup import parse_alinea
from naskah.assembly.parts import BagianTersusun, Penyusun
from naskah.assembly.spans import merge
from naskah.library.adendum import BerkasAdendum
from naskah.library.validation import name_key
from naskah.library.yaml_lines import Jalur
from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Isi, Teks
from naskah.model.ketentuan import Ketentuan
from naskah.model.klausul import Bagian
from naskah.model.langkah import Langkah, LangkahKegiatan, LangkahPihak, PerubahanNaskah, Satuan
from naskah.model.letak import Letak, parse_letak
from naskah.model.naskah import Ayat, Isian, Naskah, Pasal, Rincian
from naskah.model.pendaftaran_adendum import UbahKetentuan, UbahPihak
from naskah.model.rancangan import Pihak


@dataclass
class Kerja:
    """What the changes so far have made of the parent. `penyusun` fills in the sentences of the adendum."""

    berkas: BerkasAdendum
    induk: KeadaanInduk
    penyusun: Penyusun
    konteks_induk: NaskahKonteks
    naskah: Naskah
    ketentuan: list[Ketentuan]
    pihak: list[Pihak]
    butir: list[Butir] = field(default_factory=list)
    langkah: list[Langkah] = field(default_factory=list)
    langkah_pihak: list[LangkahPihak] = field(default_factory=list)
    ubah_ketentuan: list[UbahKetentuan] = field(default_factory=list)
    ubah_pihak: list[UbahPihak] = field(default_factory=list)
    langkah_kegiatan: list[LangkahKegiatan] = field(default_factory=list)
    peringatan: list[Galat] = field(default_factory=list)
    tahun_kegiatan: list[tuple[Jalur, tuple[int, ...]]] = field(default_factory=list)
    _tersentuh: dict[Letak, int] = field(default_factory=dict)
    _pihak_tersentuh: dict[tuple[int, str], int] = field(default_factory=dict)

    @property
    def perubahan(self) -> PerubahanNaskah:
        """All steps so far."""
        return PerubahanNaskah(tuple(self.langkah), tuple(self.langkah_pihak), tuple(self.langkah_kegiatan))

    def fault(self, jalur: Jalur, pesan: str) -> NaskahError:
        """An error at a key of the draft."""
        return NaskahError(self.berkas.galat(jalur, pesan))

    def warn(self, jalur: Jalur, pesan: str) -> None:
        """Something that --ketat refuses."""
        self.peringatan.append(self.berkas.galat(jalur, pesan))

    def report(self, jalur: Jalur, pesan: str) -> None:
        """A fault that does not keep the others from being found."""
        self.penyusun.galat.append(self.berkas.galat(jalur, pesan))

    def suggest(self, jalur: Jalur, pesan: str) -> None:
        """Something that spoils nothing."""
        self.peringatan.append(replace(self.berkas.galat(jalur, pesan), tingkat="saran"))

    def locate(self, teks: str, jalur: Jalur) -> tuple[Letak, Satuan]:
        """The place named in the draft and what stands there; refused when there is nothing, or no longer."""
        try:
            letak, satuan = find(self.naskah, parse_letak(teks))
        except LetakError as error:
            raise self.fault(jalur, str(error)) from None
        if is_deleted(satuan):
            nomor = self._tersentuh.get(letak)
            if nomor is not None:
                pesan = f"{letak} sudah dihapus pada perubahan ke-{nomor + 1} adendum ini; pilih salah satunya"
                raise self.fault(jalur, pesan)
            pesan = f"{letak} sudah dihapus dengan adendum sebelumnya, jadi tidak dapat diubah lagi"
            raise self.fault(jalur, f"{pesan}; bila hendak dihidupkan, pakai 'sisipkan' dengan setelah: {letak}")
        return letak, satuan

    def touch(self, letak: Letak, jalur: Jalur) -> None:
        """Note that a place is changed; refused when the same adendum already changes it, or a part or whole of it."""
        for lain, nomor in self._tersentuh.items():
            if lain.holds(letak) or letak.holds(lain):
                pesan = f"{letak} sudah diubah pada perubahan ke-{nomor + 1} ({lain}); gabungkan menjadi satu perubahan"
                raise self.fault(jalur, pesan)
        self._tersentuh[letak] = int(jalur[1])

    def touch_party(self, i: int, hal: str, jalur: Jalur) -> None:
        """Note that these facts of a party are changed; refused when the same adendum already changes them."""
        nomor = self._pihak_tersentuh.setdefault((i, hal), int(jalur[1]))
        if nomor != int(jalur[1]):
            pesan = f"{hal} pihak ini sudah diubah pada perubahan ke-{nomor + 1}; gabungkan menjadi satu perubahan"
            raise self.fault(jalur, pesan)

    def where(self, letak: Letak) -> Jalur:
        """The change of the draft that changes a place, or what holds it."""
        nomor = next((n for lain, n in self._tersentuh.items() if lain.holds(letak)), None)
        return ("perubahan",) if nomor is None else ("perubahan", nomor)

    def typed(self, teks: str, jalur: Jalur) -> Ketikan:
        """Wording typed in the draft at `jalur`."""
        baris = _lines_before(self.berkas, jalur)
        return Ketikan(teks, self.berkas.nama, baris, self.konteks_induk, name_key(jalur))

    def do(self, langkah: Langkah) -> None:
        """Carry out a step on the working tree."""
        self.langkah.append(langkah)
        self.naskah = apply_langkah(self.naskah, langkah)

    def do_kegiatan(self, langkah: LangkahKegiatan) -> None:
        """Carry out a step on the table of the Rencana Kerja."""
        self.langkah_kegiatan.append(langkah)
        self.naskah = apply_kegiatan(self.naskah, langkah)

    def say(
        self,
        kalimat: str,
        jalur: Jalur,
        nilai: dict[str, str],
        letak: Letak | None = None,
        *,
        kutip: Sequence[Letak] = (),
        satuan: Sequence[Satuan] = (),
        pihak: int | None = None,
        kegiatan: str | None = None,
    ) -> None:
        """Add a change of a place, a party or a row to the document: clause adendum/`kalimat`, then what it quotes.

        `kutip` are places, quoted as they read when all is done; `satuan` are units ready to print.
        """
        isi = fill_sentence(self.penyusun, kalimat, jalur, nilai)
        self.butir.append(Butir(kalimat, isi, tuple(kutip), tuple(satuan), letak, pihak, kegiatan, nilai))

    def list_butir(self) -> list[Butir]:
        """All changes as Pasal I says them."""
        letak = {di: i for i, (di, _) in enumerate(iter_letak(self.naskah))}
        return arrange_butir(
            self.butir,
            letak,
            list(iter_kode(self.naskah)),
            lambda nama, nilai: fill_sentence(self.penyusun, nama, ("perubahan",), nilai),
        )

    def quote(self, butir: Butir) -> tuple[Satuan, ...]:
        """The units that a change quotes, as the finished tree has them: without labels, references as plain text."""
        semua = [find(self.naskah, letak)[1] for letak in butir.kutip]
        return tuple(_freeze(satuan) for satuan in (*semua, *butir.satuan))


def fill_sentence(penyusun: Penyusun, nama: str, jalur: Jalur, nilai: dict[str, str]) -> Isi:
    """A sentence of the library: clause adendum/`nama` with its parameters, as one paragraph."""
    hasil: list[Teks] = []
    for alinea in fill_clause(penyusun, nama, jalur, nilai).alinea:
        hasil += [span for span in alinea if isinstance(span, Teks)]
    return merge(hasil)


def fill_clause(penyusun: Penyusun, nama: str, jalur: Jalur, nilai: dict[str, str]) -> BagianTersusun:
    """The paragraphs of clause adendum/`nama`."""
    klausul = penyusun.load(f"adendum/{nama}", jalur, Bagian.PERUBAHAN)
    isi = penyusun.convert(klausul, {k: v for k, v in nilai.items() if v}, jalur)
    teks = render_teks(klausul.badan, {**isi, "naskah": penyusun.konteks}, klausul.berkas, klausul.baris_badan)
    return BagianTersusun(parse_alinea(teks), isi, klausul)


def _freeze(satuan: Satuan) -> Satuan:
    """A unit as a quotation: its labels belong to the other naskah, and so do the fields that refer to them."""
    if isinstance(satuan, Pasal):
        ayat = tuple(_freeze_ayat(a) for a in satuan.ayat)
        return replace(satuan, judul=_plain_spans(satuan.judul), ayat=ayat, label=None)
    return _freeze_ayat(satuan) if isinstance(satuan, Ayat) else _freeze_item(satuan)


def _freeze_ayat(ayat: Ayat) -> Ayat:
    rincian, isian = tuple(map(_freeze_item, ayat.rincian)), _freeze_isian(ayat.isian)
    return replace(ayat, isi=_plain_spans(ayat.isi), rincian=rincian, isian=isian, label=None)


def _freeze_item(satu: Rincian) -> Rincian:
    rincian, isian = tuple(map(_freeze_item, satu.rincian)), _freeze_isian(satu.isian)
    return replace(satu, isi=_plain_spans(satu.isi), rincian=rincian, isian=isian, label=None)


def _freeze_isian(isian: tuple[Isian, ...]) -> tuple[Isian, ...]:
    return tuple(replace(satu, nilai=_plain_spans(satu.nilai)) for satu in isian)


def _plain_spans(isi: Isi) -> Isi:
    return merge([Teks(span.teks, isinstance(span, Teks) and span.miring) for span in isi])


def _lines_before(berkas: BerkasAdendum, jalur: Jalur) -> int:
    """Lines of the draft before the first line of a text; those of a block ("isi: |") begin below its key."""
    baris = berkas.yaml.find_line(jalur) or 1
    tertulis = berkas.yaml.mentah.get(jalur, "")
    return baris if "\n" in tertulis else baris - 1
