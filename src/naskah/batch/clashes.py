"""What no two rows may share: the id, the name of the file, a party's number."""

from collections import defaultdict
from collections.abc import Iterator

from naskah.batch.work import Jadi
from naskah.model.galat import Galat


class Kembaran:
    """Remembers what earlier rows have, in little memory, and says what a row repeats."""

    def __init__(self, berkas_data: str) -> None:
        self._berkas = berkas_data
        self._dipakai: dict[str, dict[int, int]] = defaultdict(dict)

    def find(self, jadi: Jadi) -> Iterator[tuple[int, Galat]]:
        """Every clash of a row with an earlier one, as a fault of each of the two."""
        for sebutan, nilai in _keys(jadi):
            # The hash stands for the text: a quarter of the memory, and 64 bits do not clash by chance.
            lama = self._dipakai[sebutan].setdefault(hash(nilai), jadi.nomor)
            if lama != jadi.nomor:
                for satu, lain in ((lama, jadi.nomor), (jadi.nomor, lama)):
                    pesan = f"{sebutan.format(nilai)} dipakai juga oleh baris {lain}; bedakan"
                    yield satu, Galat(pesan, self._berkas, satu)


def _keys(jadi: Jadi) -> Iterator[tuple[str, str]]:
    """What is unique, each with how it is said."""
    # Windows and macOS do not tell capitals from small letters in names.
    yield "nama berkas {!r}", jadi.nama.casefold()
    yield "id {!r}", jadi.tanda.id
    yield from jadi.tanda.unik
