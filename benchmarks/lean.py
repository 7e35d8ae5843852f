"""A lean template: a body of tags on python-docx's own blank page, no header, no footer, only what the draft uses.

naskah itself refuses such a template, since other drafts of the kind would lose parts; it is here for comparison.
"""

from pathlib import Path

BODY = (
    "{{r kepala.jenis }}",
    "ANTARA",
    "{%p for nama in kepala.pihak %}",
    "{{r nama }}",
    "{%p endfor %}",
    "TENTANG",
    "{{r kepala.tentang }}",
    "{%p for nomor in kepala.nomor %}",
    "NOMOR: {{ nomor }}",
    "{%p endfor %}",
    "{{r pembuka }}",
    "{%p for p in pihak %}",
    "{{r p.nama }}",
    "{%p for alinea in p.komparisi %}",
    "{{r alinea }}",
    "{%p endfor %}",
    "{%p endfor %}",
    "{%p for alinea in setelah_pihak %}",
    "{{r alinea }}",
    "{%p endfor %}",
    "{{r kesepakatan }}",
    "{%p for gaya, tanda, isi in batang %}",
    '{%p if gaya == "pasal" %}',
    "{{r tanda }}",
    "{%p endif %}",
    "{{r isi }}",
    "{%p endfor %}",
    "{%p for alinea in penutup %}",
    "{{r alinea }}",
    "{%p endfor %}",
    "{%p for baris in tanda_tangan %}",
    "{{r baris.kiri.sebutan }}: {{r baris.kiri.nama }}",
    "{{r baris.kanan.sebutan }}: {{r baris.kanan.nama }}",
    "{%p endfor %}",
)


def write_lean_template(path: Path) -> None:
    from docx import Document

    document = Document()
    for text in BODY:
        document.add_paragraph(text)
    document.save(str(path))
