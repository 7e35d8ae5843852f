"""What an adendum quotes must not be lost: its template has to print every kind of line that the adendum has."""

from collections.abc import Mapping

from naskah.model.galat import NaskahError
from naskah.model.naskah import Naskah, Rincian
from naskah.rendering.docx.rows import iter_kutipan

_DOKUMEN = "word/document.xml"


def check_quotations(naskah: Naskah, sumber: Mapping[str, str], nama: str) -> None:
    """Refuse a template that would drop a quotation, or the name of what is changed.

    Args:
        naskah: what is to be printed.
        sumber: the parts of the template as prepared for Jinja.
        nama: how an error names the template.

    Raises:
        NaskahError: a kind of line that the template does not print.
    """
    teks = sumber.get(_DOKUMEN, "")
    kurang = {gaya: f'{{%p elif gaya == "{gaya}" %}}' for gaya in _list_styles(naskah) if f'"{gaya}"' not in teks}
    if naskah.kepala.atas and "kepala.atas" not in teks:
        kurang["nama naskah yang diubah"] = "{{r kepala.atas }}"
    if kurang:
        rinci = "; ".join(f"{hal}: tambahkan {tag}" for hal, tag in kurang.items())
        raise NaskahError(
            f"Templat {nama} tidak mencetak seluruh adendum ({rinci}), atau pakai templates/adendum.docx."
        )


def _list_styles(naskah: Naskah) -> list[str]:
    """The styles of all quoted lines, each once."""
    gaya: dict[str, None] = {}

    def add(butir: tuple[Rincian, ...]) -> None:
        for satu in butir:
            gaya.update(dict.fromkeys(baris.gaya for baris in iter_kutipan(satu.kutipan)))
            add(satu.rincian)

    if naskah.kepala.atas:  # only an adendum quotes
        for pasal in naskah.iter_pasal():
            for ayat in pasal.ayat:
                gaya.update(dict.fromkeys(baris.gaya for baris in iter_kutipan(ayat.kutipan)))
                add(ayat.rincian)
    return list(gaya)
