"""Another version of a cast's protocol, uploaded, proposed and approved by those who may."""

from datetime import date, datetime
from uuid import uuid4

from concord.casework.actions.dispute import Ask
from concord.casework.actions.publishing import (
    Published,
    approve_proposal,
    keep_draft,
    propose_version,
)
from concord.casework.desk import desk
from concord.core.protocol.shipped import shipped_text
from concord.core.publishing.events import ForceProposed
from tests.support.cast import MONDAY, Cast

KEEPER, SECOND = "senior-reviewing-officer", "service-director"
FIVE, SEVEN = "within: 5 working days", "within: 7 working days"


def longer(protocol_id: str = "bristol") -> str:
    """The text of a version in which the first stage has seven working days in place of five."""
    return shipped_text(protocol_id).replace(FIVE, SEVEN, 1)


def without_stage_1() -> str:
    """The text of a version of Bristol's protocol that calls its first stage something else."""
    return shipped_text("bristol").replace("stage-1", "stage-one")


def uploaded(cast: Cast, text: str, *, at: datetime = MONDAY) -> str:
    """Keep a draft; the hash of what it says."""
    ask = Ask(at, uuid4().hex)
    done = keep_draft(cast.people[KEEPER], text, name="draft.yaml", ask=ask)
    assert isinstance(done, Published), done
    return done.version


def proposed(cast: Cast, version: str, from_on: date, *, at: datetime = MONDAY) -> int:
    """Propose a version; the number of the proposal."""
    proposal = ForceProposed(version, from_on, "The partnership agreed it.")
    done = propose_version(cast.people[KEEPER], proposal, ask=Ask(at, uuid4().hex))
    assert isinstance(done, Published), done
    waiting = desk(cast.people[KEEPER], at=at).book.open
    assert waiting
    return waiting.number


def in_force(cast: Cast, text: str, from_on: date, *, at: datetime = MONDAY) -> str:
    """Put a version into force from a day, all the way; the hash of what it says."""
    version = uploaded(cast, text, at=at)
    number = proposed(cast, version, from_on, at=at)
    done = approve_proposal(cast.people[SECOND], number, ask=Ask(at, uuid4().hex))
    assert isinstance(done, Published), done
    return version
