"""What no two rows may share: the id, the name of the file, a party's number."""

from collections import defaultdict
from collections.abc import Iterator

from naskah.batch.work import Jadi
from naskah.model.galat import Galat

_NAMA, _ID = "nama berkas {!r}", "id {!r}"
# Rows that a message names of those that share something.
_BARIS_TERBANYAK = 10


class Kembaran:
    """Remembers what rows have, in little memory, and says which share it."""

    def __init__(self, berkas_data: str) -> None:
        self._berkas = berkas_data
        self._dipakai: dict[str, dict[int, int]] = defaultdict(dict)
        # Only what is shared is kept with its text.
        self._bersama: dict[str, dict[int, tuple[str, list[int]]]] = defaultdict(dict)

    def add(self, jadi: Jadi) -> None:
        """Keep what a row has."""
        for sebutan, nilai in _keys(jadi):
            # The hash stands for the text: a quarter of the memory, and 64 bits do not clash by chance.
            kunci = hash(nilai)
            lama = self._dipakai[sebutan].setdefault(kunci, jadi.nomor)
            if lama != jadi.nomor:
                baris = self._bersama[sebutan].setdefault(kunci, (nilai, [lama]))[1]
                if baris[-1] != jadi.nomor:
                    baris.append(jadi.nomor)

    def iter_faults(self) -> Iterator[tuple[list[int], Galat]]:
        """What several rows share: the rows, and one fault for all of them."""
        sama_id = {tuple(baris) for _, baris in self._bersama[_ID].values()}
        for sebutan, semua in self._bersama.items():
            for nilai, baris in semua.values():
                if sebutan == _NAMA and tuple(baris) in sama_id:
                    continue  # a file named by its id
                sebut = ", ".join(map(str, baris[:_BARIS_TERBANYAK]))
                lebih = len(baris) - _BARIS_TERBANYAK
                ekor = f", dan {lebih} baris lagi" if lebih > 0 else ""
                pesan = f"{sebutan.format(nilai)} dipakai oleh {len(baris)} baris ({sebut}{ekor}); bedakan"
                yield baris, Galat(pesan, self._berkas, baris[0])


def _keys(jadi: Jadi) -> Iterator[tuple[str, str]]:
    """What is unique, each with how it is said."""
    # Windows and macOS do not tell capitals from small letters in names.
    yield _NAMA, jadi.nama.casefold()
    yield _ID, jadi.tanda.id
    yield from jadi.tanda.unik
