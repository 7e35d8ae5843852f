"""Joining items into one phrase, as EYD punctuates it."""

from collections.abc import Sequence

from naskah.bahasa.galat import BahasaError


def join_daftar(items: Sequence[str], kata: str = "dan") -> str:
    """Join items with commas and a last conjunction: "a", "a dan b", "a, b, dan c".

    `kata` is the conjunction: "dan", "atau", "dan/atau", "serta".

    Raises:
        BahasaError: there are no items; a sentence around them would have a hole.
    """
    if not items:
        raise BahasaError("Daftar kosong: isi sedikitnya satu butir.")
    if len(items) <= 2:
        return f" {kata} ".join(items)
    return f"{', '.join(items[:-1])}, {kata} {items[-1]}"
