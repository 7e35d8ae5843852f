"""Clauses with a term and with copies, for what a draft may say of both."""

from small_workspace import SmallWorkspace

LAMA = {"lama": {"jenis": "durasi", "keterangan": "x"}, "batas": {"jenis": "durasi", "keterangan": "x"}}
WAKTU = [
    {"jenis": "jangka-waktu", "lama": "{{ lama }}"},
    {
        "jenis": "batas-waktu",
        "hal": "perpanjangan",
        "batas": "{{ batas }}",
        "arah": "sebelum",
        "acuan": "akhir-jangka-waktu",
        "dari": "b",
    },
]
RANGKAP = {n: {"jenis": "bilangan", "keterangan": "x"} for n in ("rangkap", "bermeterai")}


def add_term_clauses(ruang: SmallWorkspace) -> None:
    """Add a clause with a term and a notice, and one with the number of copies."""
    ruang.clause("jangka-waktu/a", "(1) {{ lama }}.\n(2) {{ batas }}. {#b}", parameter=LAMA, ketentuan=WAKTU)
    salinan = {"jenis": "salinan", "rangkap": "{{ rangkap }}", "bermeterai": "{{ bermeterai }}"}
    ruang.clause(
        "penutup/rangkap",
        "{{ rangkap }} {{ bermeterai }}",
        bagian="penutup",
        parameter=RANGKAP,
        ketentuan=[salinan],
    )
