"""Where cross-references lead: a bookmark for every line that something refers to, and for no other."""

from collections.abc import Iterable
from dataclasses import dataclass

from naskah.model.galat import NaskahError
from naskah.model.isi import Isi, Silang
from naskah.rendering.docx.rows import Baris, iter_induk

# Word's own templates hold a few bookmarks with small ids (_GoBack: 0).
_ID_PERTAMA = 1001


@dataclass(frozen=True, slots=True)
class Sasaran:
    """The target of a reference: its bookmark, and the switch of the REF field (None: a link without a field).

    `\\n` prints the paragraph's number without its final dot; a typed number is itself the bookmark's text.
    """

    nama: str
    saklar: str | None


class Rujukan:
    """The references of one document. Names and ids follow the order of the document."""

    def __init__(self, baris: list[Baris], teks: Iterable[Isi]) -> None:
        self._label = _by_label(baris)
        self._sasaran: dict[Silang, tuple[Baris, bool]] = {}
        for isi in teks:
            for span in isi:
                if isinstance(span, Silang) and span not in self._sasaran:
                    self._sasaran[span] = self._choose(span)
        dituju = {id(satu) for satu, _ in self._sasaran.values()}
        for nomor, satu in enumerate((b for b in baris if id(b) in dituju), _ID_PERTAMA):
            satu.bookmark = nomor

    def _choose(self, silang: Silang) -> tuple[Baris, bool]:
        """Return the line whose number is the printed text: the labelled one, or its ayat or pasal."""
        awal = self._label.get(silang.label)
        if awal is None:
            raise NaskahError(
                f"Rujukan “{silang.teks}” menunjuk label “{silang.label}” yang tidak ada dalam naskah; "
                "periksa label itu atau tambahkan klausul yang memuatnya."
            )
        bernomor = [satu for satu in iter_induk(awal) if satu.rujukan]
        for satu in bernomor:
            if satu.rujukan == silang.teks:
                return satu, True
        return bernomor[0], False

    def find(self, silang: Silang) -> Sasaran:
        """Return where a reference leads."""
        baris, hidup = self._sasaran[silang]
        saklar = None if not hidup else "" if baris.diketik else "\\n "
        return Sasaran(bookmark_name(baris), saklar)


def _by_label(baris: list[Baris]) -> dict[str, Baris]:
    label: dict[str, Baris] = {}
    for satu in baris:
        if satu.label is None:
            continue
        if satu.label in label:
            raise NaskahError(f"Label “{satu.label}” dipakai dua kali dalam naskah; beri nama yang berbeda.")
        label[satu.label] = satu
    return label


def bookmark_name(baris: Baris) -> str:
    """Return the name of a line's bookmark; Word hides names that begin with an underscore."""
    return f"_Ref{baris.bookmark:09d}"


def bookmark_start(baris: Baris) -> str:
    """Return the start of a line's bookmark, "" if nothing refers to it."""
    if baris.bookmark is None:
        return ""
    return f'<w:bookmarkStart w:id="{baris.bookmark}" w:name="{bookmark_name(baris)}"/>'


def bookmark_end(baris: Baris) -> str:
    """Return the end of a line's bookmark, "" if nothing refers to it."""
    return "" if baris.bookmark is None else f'<w:bookmarkEnd w:id="{baris.bookmark}"/>'
