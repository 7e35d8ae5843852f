"""A draft of any kind to its files and to the registry."""

from typing import TYPE_CHECKING

from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.publishing.publish import Pilihan, Terbitan, publish

if TYPE_CHECKING:
    from naskah.library.adendum import BerkasAdendum


def publish_draft(berkas: "Berkas | BerkasAdendum", pustaka: Pustaka, pilihan: Pilihan) -> Terbitan:
    """Make the files of a draft and register it. NaskahError: nothing was written, nothing registered."""
    if isinstance(berkas, Berkas):
        return publish(berkas, pustaka, pilihan)
    from naskah.publishing.adendum import publish_adendum

    return publish_adendum(berkas, pustaka, pilihan)
