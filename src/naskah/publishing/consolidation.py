"""The consolidated text of a registered agreement on a day, as a tree and as a file."""

from datetime import date
from pathlib import Path

from naskah.assembly.adendum.consolidate import consolidate
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.pustaka import Pustaka
from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Naskah
from naskah.model.naskah_json import load_naskah
from naskah.publishing.parents import to_tersimpan
from naskah.publishing.publish import Pilihan, choose_new, render_all
from naskah.registry.connection import Registry
from naskah.registry.lineage import Silsilah, read_end, read_lineage


def consolidate_registered(registri: Registry, perjanjian: str, pada: date) -> Naskah:
    """The text of an agreement as it reads on a day, every change marked.

    Raises:
        NaskahError: no such agreement, not signed yet on that day, or registered before trees were kept.
    """
    silsilah = read_lineage(registri, perjanjian)
    check_signed(silsilah, pada)
    berlaku = [to_tersimpan(a) for a in silsilah.adendum if a.berlaku <= pada.isoformat()]
    berakhir = read_end(registri, perjanjian, pada)
    return consolidate(load_naskah(silsilah.require_naskah()), berlaku, pada, berakhir=berakhir)


def check_signed(silsilah: Silsilah, pada: date) -> None:
    """Refuse a day on which there was no agreement yet."""
    if pada.isoformat() < silsilah.tanggal:
        ditandatangani = format_tanggal(date.fromisoformat(silsilah.tanggal))
        pesan = f"baru ditandatangani {ditandatangani}; pilih tanggal itu atau sesudahnya dengan --pada"
        raise NaskahError(Galat(pesan, kunci=silsilah.id))


def write_consolidation(naskah: Naskah, pustaka: Pustaka, pilihan: Pilihan) -> tuple[Path, ...]:
    """Write the consolidated text through the template of its kind; the files made."""
    from naskah.publishing.files import staged_files

    templat = pilihan.templat or pustaka.ruang.templates / f"{naskah.jenis}.docx"
    isi = render_all(naskah, pilihan, templat, pustaka.ruang.akar or Path.cwd())
    baru, _ = choose_new(isi, pilihan)
    with staged_files(baru):
        pass
    return tuple(isi)
