"""The kinds of naskah and how each is called (PP 28/2018; Permendagri 22/2020)."""

from enum import StrEnum


class JenisNaskah(StrEnum):
    """Kinds of document that naskah can make."""

    NOTA_KESEPAKATAN = "nota-kesepakatan"
    KESEPAKATAN_BERSAMA = "kesepakatan-bersama"
    PERJANJIAN_KERJA_SAMA = "perjanjian-kerja-sama"
    RENCANA_KERJA = "rencana-kerja"  # a document of its own, when it is not the annex of its parent
    ADENDUM = "adendum"  # changes one of the others; never stands alone

    @property
    def sebutan(self) -> str:
        """The kind in running text: "Nota Kesepakatan"."""
        if self is JenisNaskah.RENCANA_KERJA:
            return "Dokumen Rencana Kerja"
        return self.value.replace("-", " ").title()

    @property
    def singkatan(self) -> str:
        """The usual abbreviation: NK, KB, PKS."""
        return "".join(kata[0] for kata in self.value.split("-")).upper()


class JenisTerdaftar(StrEnum):
    """Kinds that the register keeps: those naskah makes, and those that only come in from elsewhere."""

    NOTA_KESEPAKATAN = "nota-kesepakatan"
    KESEPAKATAN_BERSAMA = "kesepakatan-bersama"
    PERJANJIAN_KERJA_SAMA = "perjanjian-kerja-sama"
    RENCANA_KERJA = "rencana-kerja"
    PERJANJIAN_LAIN = "perjanjian-lain"
    # Regulations that bind the bureau to reports and adaptations of their own; they have no parties.
    PERATURAN_DAERAH = "peraturan-daerah"
    PERATURAN_KEPALA_DAERAH = "peraturan-kepala-daerah"
