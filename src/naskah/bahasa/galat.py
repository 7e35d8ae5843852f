"""The failures of `bahasa`: what is wrong and what to write instead, in Indonesian."""


class BahasaError(ValueError):
    """A text or value that cannot be read or written; the message is meant for the user."""


class TanggalMustahil(BahasaError):
    """A date that is well written but does not exist, such as 31 Februari (checker rule A12)."""


class TidakCocok(BahasaError):
    """One value written twice in two ways that disagree, such as "5 (empat)" (rules A01-A03)."""
