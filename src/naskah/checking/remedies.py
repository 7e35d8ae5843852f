"""Which remedies may be applied without a person looking at each."""

from collections.abc import Iterable

from naskah.checking.finding import Temuan

# Words of KBBI (B01, I07), conjunctions (B03, P02), marks (B04, P03), and the wording of references (R02-R06): they
# leave the names and the substance as they are. What names a party or a place is not among them.
_AMAN = frozenset(("B01", "B03", "B04", "I07", "P02", "P03", "R02", "R03", "R04", "R05", "R06"))
# Digits and words contradict each other, and which is right only a person knows.
_HANYA_DIMINTA = "A"
# A text that breaks off: to mend its end would hide that.
_TERPUTUS = "P07"


def choose_fixes(temuan: Iterable[Temuan], *, samakan_angka: bool = False) -> list[Temuan]:
    """Return the findings with a remedy that may be applied; digits are brought in line only on request."""
    semua = list(temuan)
    putus = {t.tempat.alinea for t in semua if t.kode == _TERPUTUS and t.tempat}
    return [
        t
        for t in semua
        if t.perbaikan
        and t.tempat
        and t.tempat.alinea not in putus
        and (t.kode in _AMAN or (samakan_angka and t.kode[0] == _HANYA_DIMINTA and not _is_money(t)))
    ]


def list_money(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Return the findings on amounts of money whose digits are not brought in line, asked for or not."""
    return [t for t in temuan if t.perbaikan and t.kode[0] == _HANYA_DIMINTA and _is_money(t)]


def _is_money(temuan: Temuan) -> bool:
    kata = f"{temuan.kutipan} {temuan.perbaikan.ganti if temuan.perbaikan else ''}".lower()
    return "rp" in kata or "rupiah" in kata
