"""Running the rules over a document."""

from collections.abc import Collection, Iterable, Mapping

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan, Temuan
from naskah.checking.rule import ATURAN, Aturan
from naskah.model.bacaan import Bacaan, JenisBacaan
from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Naskah
from naskah.model.peraturan import Peraturan

_URUTAN = list(Keparahan)
_TERAKHIR = 1 << 30


def load_rules() -> Mapping[str, Aturan]:
    """Register every rule of the catalogue; the rules in the order of their codes."""
    import naskah.checking.rules  # noqa: F401

    return dict(sorted(ATURAN.items()))


def check(bacaan: Bacaan, *, peraturan: Mapping[str, Peraturan], abaikan: Collection[str] = ()) -> list[Temuan]:
    """Return the findings in a document, in the order of its places, then by severity.

    Args:
        bacaan: the document.
        peraturan: the regulations that the library knows, by key.
        abaikan: codes ("B01") or groups ("B") that are switched off.

    Raises:
        NaskahError: a code that does not exist.
    """
    return check_konteks(Konteks(bacaan, peraturan), choose_rules(abaikan))


def choose_rules(abaikan: Collection[str] = ()) -> list[Aturan]:
    """Return the rules that are not switched off.

    Raises:
        NaskahError: a code that does not exist.
    """
    semua = load_rules()
    check_codes(abaikan)
    return [satu for kode, satu in semua.items() if kode not in abaikan and kode[0] not in abaikan]


def check_codes(kode: Iterable[str], berkas: str | None = None, kunci: str | None = None) -> None:
    """Check that every code ("B01") or group ("B") exists.

    Raises:
        NaskahError: one does not; it names the file and the key that it stands in.
    """
    semua = load_rules()
    dikenal = semua.keys() | {satu[0] for satu in semua}
    asing = sorted(set(kode) - dikenal)
    if asing:
        raise NaskahError(
            Galat(f"kode {', '.join(asing)} tidak dikenal; lihat daftarnya: naskah aturan", berkas, None, kunci)
        )


def check_konteks(konteks: Konteks, aturan: Iterable[Aturan]) -> list[Temuan]:
    """Return what some rules find in a document, ordered."""
    jenis = konteks.bacaan.jenis
    hasil = [temuan for satu in aturan if satu.judges(jenis) for temuan in satu.find(konteks)]
    return order(hasil, konteks) if hasil else hasil


def as_bacaan(naskah: Naskah, berkas: str) -> Bacaan:
    """An assembled document as one that was read: it has a tree, and no paragraphs."""
    return Bacaan(berkas, JenisBacaan(naskah.jenis.value), naskah, ())


def order(temuan: Iterable[Temuan], konteks: Konteks) -> list[Temuan]:
    """Return findings in the order of the document; one about the whole comes last."""
    letak: dict[str, int] = {}
    for nomor, bagian in enumerate(konteks.bagian):
        if bagian.letak not in letak:
            tempat = bagian.place()
            letak[bagian.letak] = tempat.alinea if tempat else nomor

    def place(satu: Temuan) -> tuple[int, int, int, str]:
        tempat = satu.tempat
        di = (tempat.alinea, tempat.awal) if tempat else (letak.get(satu.letak, _TERAKHIR), 0)
        return (*di, _URUTAN.index(satu.keparahan), satu.kode)

    return sorted(temuan, key=place)
