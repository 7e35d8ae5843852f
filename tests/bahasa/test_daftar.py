"""Joining a list, as EYD punctuates it."""

import pytest

from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.galat import BahasaError


@pytest.mark.parametrize(
    ("items", "kata", "hasil"),
    [
        (["a"], "dan", "a"),
        (["a", "b"], "dan", "a dan b"),
        (["a", "b", "c"], "dan", "a, b, dan c"),
        (["a", "b", "c", "d"], "dan/atau", "a, b, c, dan/atau d"),
        (("a", "b"), "atau", "a atau b"),
    ],
)
def test_a_comma_stands_before_the_conjunction_from_three_items_on(items: list[str], kata: str, hasil: str) -> None:
    assert join_daftar(items, kata) == hasil


def test_dan_is_the_usual_conjunction() -> None:
    assert join_daftar(["a", "b"]) == "a dan b"


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(BahasaError, match="Daftar kosong"):
        join_daftar([])
