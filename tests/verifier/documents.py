"""Documents of receipts: from the stories, and from random cases."""

import copy
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from concord.core.clock.working_day import calendar
from concord.core.dispute.due import Due
from concord.core.dispute.matter import Matter
from concord.core.dispute.receipts import Dated, as_data, dates
from concord.core.protocol.shipped import shipped
from concord.core.story.play import play
from concord.core.story.read import read_story
from tests.support.tree import ROOT
from tests.verifier.cases import Case
from verifier.check import Checked, check

PROGRAM = ROOT / "verifier"
STORIES = sorted((ROOT / "tests" / "journeys" / "stories").glob("*.yaml"))
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
Document = dict[str, Any]


def of_matter(matter: Matter, *, at: datetime) -> Document:
    """The document of a dispute, with every date in it."""
    return as_data(matter, dates(matter, at=at, left_out=lambda _: False), at=at)


def of_story(file: Path) -> list[Document]:
    """The documents of a story after each of its acts, and at its end."""
    story = read_story(file.read_text(encoding="utf-8"), file=file.name)
    protocol = shipped(story.protocol)
    played = play(story, protocol=protocol, calendar=calendar(protocol.nation))
    at = played.steps[-1].act.at
    last = of_matter(played.matter, at=at)
    found = []
    for step in played.steps:
        known = tuple(
            Dated(duty.key, duty.what, duty.clause, duty.due) for duty in step.duties if duty.due
        )
        found.append(as_data(played.matter, known, at=step.act.at))
    return [*found, last]


def of_cases(found: Iterable[Case]) -> Document:
    """One document with the receipt of each case; all of them have one calendar."""
    each = list(found)
    known = tuple(
        Dated(f"{number}:answer", "Answer the alert", "", _due(case))
        for number, case in enumerate(each, 1)
    )
    return as_data(some_matter()._replace(calendar=each[0].known.calendar), known, at=AT)


def _due(case: Case) -> Due:
    ends = case.by_the_engine()
    return Due(ends.due_at, ends.due_on, ends)


@cache
def some_matter() -> Matter:
    """Any dispute; only its protocol's words are used."""
    story = read_story(STORIES[0].read_text(encoding="utf-8"), file=STORIES[0].name)
    protocol = shipped(story.protocol)
    return play(story, protocol=protocol, calendar=calendar(protocol.nation)).matter


def checked(document: Document) -> Checked:
    """What the verifier says about a document that went through JSON."""
    return check(json.dumps(document))


def copied(document: Document) -> Document:
    """A copy to be changed."""
    return copy.deepcopy(document)
