"""Brings the database up to date with this version of Concord."""

from concord.records import upgrading


def pending_upgrades() -> tuple[str, ...]:
    """The names of the changes that the database still needs, in their order."""
    return upgrading.pending()


def upgrade() -> tuple[str, ...]:
    """Make the changes that the database needs, all or nothing. Out: their names.

    May be stopped anywhere and done again; of two at once, one finds nothing left to do.
    """
    return upgrading.upgrade()
