"""The paraf boxes of a template: they belong in the footer of every page."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from naskah.rendering.template_finding import Temuan
from naskah.rendering.template_sample import marker
from naskah.rendering.word_styles import W, text_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HALAMAN = {"default": "halaman biasa", "first": "halaman pertama", "even": "halaman genap"}


def iter_footer_faults(bagian: Mapping[str, bytes], *, wajib: bool) -> Iterator[Temuan]:
    """Yield each kind of page without paraf boxes; a mere hint unless they are `wajib` for the kind of naskah."""
    relasi = _targets(bagian.get("word/_rels/document.xml.rels", b""))
    genap = b"evenAndOddHeaders" in bagian.get("word/settings.xml", b"")
    kaki: dict[str, str] = {}
    for seksi in etree.fromstring(bagian["word/document.xml"]).iter(f"{W}sectPr"):
        # A section without a footer of its own goes on with that of the section before.
        kaki |= {satu.get(f"{W}type"): satu.get(f"{_R}id") for satu in seksi.iter(f"{W}footerReference")}
        jenis = ["default"] + ["first"] * _is_on(seksi.find(f"{W}titlePg")) + ["even"] * genap
        for satu in jenis:
            isi = bagian.get(relasi.get(kaki.get(satu, ""), ""))
            if isi is None or marker("paraf") not in text_of(etree.fromstring(isi)):
                yield Temuan(
                    f"kotak paraf tidak ada pada kaki {_HALAMAN[satu]}: tambahkan di kaki halaman itu tabel "
                    "dengan baris {%tr for nama in paraf %}, Paraf {{ nama }}, {%tr endfor %}",
                    saran=not wajib,
                    bila="paraf",
                )


def _is_on(unsur: Any) -> bool:
    return unsur is not None and unsur.get(f"{W}val", "1") not in ("0", "false", "off")


def _targets(relasi: bytes) -> dict[str, str]:
    if not relasi:
        return {}
    return {
        satu.get("Id"): f"word/{satu.get('Target')}".replace("word//word/", "word/")
        for satu in etree.fromstring(relasi)
    }
