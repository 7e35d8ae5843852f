"""Jinja's complaints in Indonesian, for the person who writes a clause."""

import re

_PESAN = (
    (r"'([^']+)' is undefined", "nama {0!r} tidak dikenal; yang dapat dipakai hanya parameter klausul ini dan naskah"),
    (r"has no attribute '([^']+)'", "{0!r} tidak dapat dijangkau dari klausul"),
    (r"access to attribute '([^']+)'", "{0!r} tidak dapat dijangkau dari klausul"),
    (r"has no element", "butir itu tidak ada dalam daftar"),
    (r"not safely callable", "itu tidak dapat dipanggil dari klausul; yang dapat hanya rujuk() dan naskah.ada()"),
    (r"No filter named '([^']+)'", "saringan {0!r} tidak ada; lihat daftar saringan di docs/klausul.md"),
    (r"No test named '([^']+)'", "uji {0!r} tidak ada; yang biasa dipakai hanya 'defined' dan 'none'"),
    (
        r"Unexpected end of template",
        "ada {{% if %}} atau {{% for %}} yang belum ditutup dengan {{% endif %}} atau {{% endfor %}}",
    ),
    (r"unknown tag '([^']+)'", "{{% {0} %}} tidak dikenal, atau tidak pada tempatnya"),
    (r"Expected an expression", "isi kurung {{{{ }}}} atau {{% %}} di baris ini belum lengkap"),
    (
        r"expected token '([^']+)', got '([^']+)'",
        "tertulis {1!r} di tempat {0!r}; periksa kurung {{{{ }}}} dan {{% %}}",
    ),
    (r"unexpected (?:char )?'([^']+)'", "ada {0!r} yang tidak pada tempatnya; periksa kurung {{{{ }}}} dan {{% %}}"),
    (r"unexpected end|end of (?:print|statement)", "kurung {{{{ }}}} atau {{% %}} di baris ini belum ditutup"),
)
_KENAL = tuple((re.compile(pola), pesan) for pola, pesan in _PESAN)


def explain_jinja(pesan: str | None) -> str:
    """A message of Jinja as an Indonesian sentence; a message of our own stays as it is."""
    pesan = pesan or ""
    for pola, terjemahan in _KENAL:
        if cocok := pola.search(pesan):
            return terjemahan.format(*cocok.groups())
    return pesan
