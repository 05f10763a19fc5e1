"""The authorities of an installation, for whoever runs it."""

from concord.records import bank_holidays


def authorities() -> dict[str, int]:
    """Every authority's number, by its short name, in the order of the names."""
    return bank_holidays.authorities()
