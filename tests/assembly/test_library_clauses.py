"""The clauses that travel with naskah pass their own check."""

from naskah.assembly.clause_check import check_library
from naskah.library.workspace import packaged_data


def test_the_clauses_of_the_repository_have_no_faults() -> None:
    jumlah, galat = check_library(packaged_data() / "clauses")
    assert [str(g) for g in galat] == []
    assert jumlah >= 35
