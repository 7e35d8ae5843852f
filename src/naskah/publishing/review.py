"""The checker over what was put together: nothing with a galat or a peringatan leaves."""

from dataclasses import replace
from typing import TYPE_CHECKING

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan, Temuan
from naskah.checking.kamus import build_kamus
from naskah.checking.repeated import Penyaring
from naskah.checking.run import as_bacaan, choose_rules
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Naskah
from naskah.publishing.draft_places import find_key

if TYPE_CHECKING:
    from naskah.library.adendum import BerkasAdendum


class Pemeriksa:
    """Checks the documents made in one workspace; many of one kind cost little more than what differs in them."""

    def __init__(self, pustaka: Pustaka) -> None:
        pengaturan = pustaka.ruang.pengaturan.periksa
        self._peraturan, self._kamus = pustaka.peraturan, build_kamus(pengaturan)
        self._saring = Penyaring(choose_rules(pengaturan.abaikan))

    def review(self, naskah: Naskah, berkas: "Berkas | BerkasAdendum") -> tuple[Galat, ...]:
        """Check a document that was put together from a draft; its saran.

        Raises:
            NaskahError: it has findings of severity galat or peringatan; each names the place in the draft.
        """
        temuan = self._saring.find(Konteks(as_bacaan(naskah, berkas.nama), self._peraturan, self._kamus))
        berat = [satu for satu in temuan if satu.keparahan is not Keparahan.SARAN]
        if berat:
            raise NaskahError(_explain(satu, naskah, berkas) for satu in berat)
        return tuple(_explain(satu, naskah, berkas) for satu in temuan)


def _explain(temuan: Temuan, naskah: Naskah, berkas: "Berkas | BerkasAdendum") -> Galat:
    jalur = find_key(temuan.letak, naskah, berkas) if isinstance(berkas, Berkas) else ()
    kutipan = f' "{" ".join(temuan.kutipan.split())}":' if 0 < len(temuan.kutipan) <= 80 else ""
    pesan = f"{temuan.letak}:{kutipan} {temuan.pesan} {temuan.saran} ({temuan.kode})"
    galat = berkas.galat(jalur, pesan)
    # Without a key the line would be that of the file's beginning, which says nothing.
    baris = galat.baris if jalur else None
    ringan = temuan.keparahan is Keparahan.SARAN
    return replace(galat, baris=baris, tingkat="saran" if ringan else "galat")
