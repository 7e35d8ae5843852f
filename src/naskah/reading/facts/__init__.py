"""What a document says, as facts: parties, dates, terms, citations, references; each with where it says so."""

from naskah.reading.facts.fakta import (
    Fakta,
    FaktaBatas,
    FaktaBerita,
    FaktaBerkala,
    FaktaDefinisi,
    FaktaDurasi,
    FaktaInduk,
    FaktaLampiran,
    FaktaMasa,
    FaktaPembuka,
    FaktaPihak,
    FaktaRujukan,
    FaktaSalinan,
    FaktaSingkatan,
    FaktaSitasi,
    FaktaTandaTangan,
    FaktaWewenang,
    JenisWewenang,
    Sumber,
)
from naskah.reading.facts.plain import to_plain
from naskah.reading.facts.read import read_fakta

__all__ = [
    "Fakta",
    "FaktaBatas",
    "FaktaBerita",
    "FaktaBerkala",
    "FaktaDefinisi",
    "FaktaDurasi",
    "FaktaInduk",
    "FaktaLampiran",
    "FaktaMasa",
    "FaktaPembuka",
    "FaktaPihak",
    "FaktaRujukan",
    "FaktaSalinan",
    "FaktaSingkatan",
    "FaktaSitasi",
    "FaktaTandaTangan",
    "FaktaWewenang",
    "JenisWewenang",
    "Sumber",
    "read_fakta",
    "to_plain",
]
