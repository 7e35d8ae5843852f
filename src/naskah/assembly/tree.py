"""Parsed units -> the Pasal of the tree: numbers in place, references written out."""

from collections.abc import Iterator, Sequence

from naskah.assembly.markup import Mentah, Satuan, parse_inline
from naskah.assembly.numbering import DaftarTempat, number_ayat, number_item
from naskah.assembly.parts import PasalTersusun
from naskah.assembly.references import RujukanError, resolve
from naskah.assembly.spans import capitalise
from naskah.library.drafts import Berkas
from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Isi
from naskah.model.naskah import Ayat, Isian, Pasal, Rincian, Tingkat


def place_all(pasal: Sequence[PasalTersusun], berkas: Berkas, galat: list[Galat]) -> DaftarTempat:
    """Number every pasal and enter its labels; labels used twice go to `galat`."""
    tempat = DaftarTempat()
    for i, satu in enumerate(pasal, 1):
        try:
            tempat.add_pasal(satu.label, str(i), satu.ayat)
        except NaskahError as error:
            galat += _explain_twice(satu, tempat, berkas, error)
    return tempat


def _explain_twice(pasal: PasalTersusun, tempat: DaftarTempat, berkas: Berkas, error: NaskahError) -> Iterator[Galat]:
    """Two clauses on one topic share their labels: that is a fault of the draft, not of the clauses."""
    topik = pasal.klausul.topik if pasal.klausul else None
    if topik in tempat.tempat and pasal.label != topik:
        pesan = f"topik {topik!r} sudah diatur dalam Pasal {tempat.tempat[topik].pasal}; hapus salah satu Pasal itu"
        yield berkas.galat((*pasal.jalur, "klausul"), pesan)
        return
    for satu in error.galat:
        yield Galat(satu.pesan, pasal.asal, pasal.find_line(f"{{#{satu.kunci}}}"))


class PembangunPasal:
    """Builds one pasal; unknown labels go to `galat` with file and line."""

    def __init__(self, pasal: PasalTersusun, tempat: DaftarTempat, galat: list[Galat]) -> None:
        self.pasal, self.tempat, self.galat = pasal, tempat, galat

    def build(self, nomor: str) -> Pasal:
        """The pasal with that number."""
        ayat = tuple(
            Ayat(
                nomor=nomor_ayat,
                isi=self._resolve(satuan.isi, satuan),
                rincian=self._build_rincian(satuan),
                isian=self._build_isian(satuan),
                label=satuan.label,
            )
            for nomor_ayat, satuan in number_ayat(self.pasal.ayat)
        )
        judul = capitalise(self._resolve(parse_inline(self.pasal.judul), None))
        return Pasal(nomor, judul, ayat, self.pasal.label)

    def _build_rincian(self, induk: Satuan) -> tuple[Rincian, ...]:
        return tuple(
            Rincian(
                tingkat=Tingkat(satuan.tingkat or 1),
                nomor=number_item(satuan.tingkat or 1, i),
                isi=self._resolve(satuan.isi, satuan),
                rincian=self._build_rincian(satuan),
                isian=self._build_isian(satuan),
                label=satuan.label,
            )
            for i, satuan in enumerate(induk.anak, 1)
        )

    def _build_isian(self, satuan: Satuan) -> tuple[Isian, ...]:
        return tuple(Isian(kunci, self._resolve(nilai, satuan)) for kunci, nilai in satuan.isian)

    def _resolve(self, isi: Mentah, satuan: Satuan | None) -> Isi:
        label = satuan.label if satuan and satuan.label else self.pasal.label
        try:
            return resolve(isi, self.tempat, self.tempat.tempat.get(label))
        except RujukanError as error:
            baris = self.pasal.find_line(f'"{error.label}"', f"'{error.label}'")
            if error.label not in self.tempat.tertunda:
                self.galat.append(Galat(str(error), self.pasal.asal, baris))
            return ()
