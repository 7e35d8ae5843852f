"""Checking many files: the same whatever the number of processes, in the order asked for."""

from pathlib import Path

import pytest

from naskah.batch import checking, engine
from naskah.batch.checking import check_files

TEKS = "NOTA KESEPAKATAN\n\nPasal 1\nMAKSUD\n\nPIHAK KESATU dapat merubah {} dan {}.\n"


@pytest.fixture
def berkas(tmp_path: Path) -> list[Path]:
    semua = []
    for i in range(9):
        semua.append(tmp_path / f"naskah-{i}.txt")
        semua[-1].write_text(TEKS.format(i, "resiko" * i), encoding="utf-8")
    semua[4].write_bytes(b"\x00\xff" * 10)
    return [*semua, tmp_path / "tidak-ada.docx"]


def test_two_processes_say_what_one_does_in_the_same_order(berkas: list[Path]) -> None:
    satu = list(check_files(berkas, frozenset(), 1))
    assert [Path(laporan.berkas) for laporan in satu] == berkas
    assert list(check_files(berkas, frozenset(), 2)) == satu
    assert satu[-1].galat


@pytest.mark.parametrize(
    ("banyak", "inti", "pekerja"), [(1, 8, []), (15, 8, []), (16, 8, [2]), (1000, 4, [4]), (1000, 1, [])]
)
def test_as_many_processes_as_the_files_are_worth(monkeypatch, banyak, inti, pekerja) -> None:
    diminta = []

    class Mesin:
        def __init__(self, jumlah):
            diminta.append(jumlah)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def map(self, _kerja, potongan):
            return [[] for _ in potongan]

    monkeypatch.setattr(checking, "_count_cores", lambda: inti)
    monkeypatch.setattr(checking, "examine", lambda jalur, _abaikan: jalur)
    monkeypatch.setattr(engine, "open_engine", Mesin)
    list(check_files([Path("x")] * banyak, frozenset()))
    assert diminta == pekerja
