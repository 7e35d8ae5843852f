"""Levels of urgency: which of the days-left thresholds a deadline has reached."""

from collections.abc import Iterable

from naskah.bahasa.terbilang import group_ribuan

# Below every threshold, so that of two levels the smaller is the more urgent.
LEWAT = -1
# Above every threshold: so far off that nobody is told yet.
JAUH = 1_000_000


def find_tingkat(sisa_hari: int, tingkat: Iterable[int]) -> int:
    """Return the level of a deadline with `sisa_hari` days left: LEWAT, the threshold it last passed, or JAUH.

    Args:
        sisa_hari: days to the legal date; negative when it is overdue.
        tingkat: the thresholds, in days, in any order.
    """
    if sisa_hari < 0:
        return LEWAT
    return min((batas for batas in tingkat if sisa_hari <= batas), default=JAUH)


def name_tingkat(tingkat: int) -> str:
    """Return the level as people read it: "terlewat", "hari ini", "dalam 30 hari"."""
    if tingkat == LEWAT:
        return "terlewat"
    if tingkat == JAUH:
        return "masih jauh"
    return f"dalam {group_ribuan(tingkat)} hari" if tingkat else "hari ini"


def name_sisa(sisa_hari: int) -> str:
    """Return the days left as people read them: "28 hari", "lewat 26 hari"."""
    return f"lewat {-sisa_hari} hari" if sisa_hari < 0 else f"{sisa_hari} hari"
