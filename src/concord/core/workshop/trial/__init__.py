"""Trying a protocol out on made-up or on past disputes before it hurts a child."""

from importlib.resources import files

from concord.core.workshop.trial.assumptions import FORMAT, Assumptions, read_assumptions
from concord.core.workshop.trial.chart import chart
from concord.core.workshop.trial.figures import Figures, Load
from concord.core.workshop.trial.past import Past, past
from concord.core.workshop.trial.replay import Replayed, replay
from concord.core.workshop.trial.telling import (
    Row,
    Table,
    assumed_in_words,
    seen_in_words,
    tables,
)
from concord.core.workshop.trial.tried import MOST, try_out

__all__ = [
    "FORMAT",
    "MOST",
    "Assumptions",
    "Figures",
    "Load",
    "Past",
    "Replayed",
    "Row",
    "Table",
    "assumed_in_words",
    "assumed_text",
    "chart",
    "past",
    "read_assumptions",
    "replay",
    "seen_in_words",
    "tables",
    "try_out",
]


def assumed_text() -> str:
    """The text of the file of assumptions that counts where nobody gives another."""
    return files(__name__).joinpath("assumed.yaml").read_text(encoding="utf-8")
