"""Which kind of document it is, from the lines of its head."""

import re
from collections.abc import Sequence

from naskah.model.bacaan import Alinea, JenisBacaan
from naskah.model.jenis import JenisNaskah

_KEPALA = 60  # paragraphs looked at
_POLA = (
    (JenisBacaan.ADENDUM, re.compile(r"(?:ADENDUM|ADDENDUM|AMANDEMEN)\b")),
    (JenisBacaan.PERATURAN_DAERAH, re.compile(r"(?:RANCANGAN )?(?:PERATURAN DAERAH|QANUN|PERDASUS|PERDASI)\b")),
    (
        JenisBacaan.PERATURAN_KEPALA_DAERAH,
        re.compile(r"(?:RANCANGAN )?PERATURAN (?:GUBERNUR|BUPATI|WALI ?KOTA)\b"),
    ),
    (JenisBacaan.RENCANA_KERJA, re.compile(r"(?:DOKUMEN )?RENCANA (?:KERJA|AKSI)\b")),
    (JenisBacaan.NOTA_KESEPAKATAN, re.compile(r"NOTA (?:KESEPAKATAN|KESEPAHAMAN)\b")),
    (JenisBacaan.KESEPAKATAN_BERSAMA, re.compile(r"KESEPAKATAN BERSAMA\b")),
    (JenisBacaan.PERJANJIAN_KERJA_SAMA, re.compile(r"PERJANJIAN KER(?:JA ?SAMA|JASAMA)\b")),
)


def find_kind(alinea: Sequence[Alinea]) -> JenisBacaan:
    """Return the kind that the first line of the title names; TIDAK_DIKENAL when none does."""
    terlihat = [satu.teks.strip() for satu in alinea if satu.teks.strip() and not satu.sel][:_KEPALA]
    for teks in terlihat:
        if teks.upper() != teks:
            continue
        for jenis, pola in _POLA:
            if pola.match(teks):
                return jenis
    return JenisBacaan.TIDAK_DIKENAL


def as_naskah_kind(jenis: JenisBacaan) -> JenisNaskah:
    """Return the kind of the tree; one that is not known is taken for a Perjanjian Kerja Sama."""
    try:
        return JenisNaskah(jenis.value)
    except ValueError:
        return JenisNaskah.PERJANJIAN_KERJA_SAMA
