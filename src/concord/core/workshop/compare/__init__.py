"""Two versions of a protocol beside each other: every difference in words, and on the drawing."""

from concord.core.workshop.compare.differences import Change, Difference, differences
from concord.core.workshop.compare.marking import MarkedLadder, marked, marked_ladders

__all__ = ["Change", "Difference", "MarkedLadder", "differences", "marked", "marked_ladders"]
