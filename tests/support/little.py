"""A little authority with a few disputes, for tests that need records and not many."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from concord.casework.actions.dispute import Ask, Done, act, raise_concern
from concord.casework.examples.cast import Cast, make_cast
from concord.core.clock.london import local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.events import ConcernRaised, ConversationRecorded
from concord.core.protocol.identity import content_hash
from concord.core.protocol.shipped import shipped, shipped_ids, shipped_text
from concord.records import setting_up

RAISED_AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
DAY = timedelta(days=1)


def little_authority(*, is_example: bool = True) -> Cast:
    """An authority with people and children under the first shipped protocol, and no dispute."""
    chosen = shipped_ids()[0]
    protocol = shipped(chosen)
    authority = setting_up.add_authority("little", name="A little one", is_example=is_example)
    file = setting_up.ProtocolFile(content_hash(protocol), chosen, shipped_text(chosen))
    setting_up.store_protocol(authority, file, at=RAISED_AT - DAY)
    return make_cast(authority, "Z", protocol=protocol, today=local_date(RAISED_AT))


def raised(cast: Cast, *, child: int = 0, at: datetime = RAISED_AT) -> UUID:
    """A dispute that is raised and talked about; the concern is to be answered in four days."""
    who = cast.children[child]
    viewer = cast.holder(cast.raiser(who), who)
    assert viewer
    tier = cast.protocol.informal[0]
    concern = ConcernRaised(
        concern="The plan does not move",
        outcome_sought="A date",
        respond_by=calendar(cast.protocol.nation).add(local_date(at), 4),
        raised_with=tier.talk_with,
    )
    talk = ConversationRecorded(
        with_roles=tier.talk_with, how=(*tier.talk_how, "face to face")[0], text="No date yet"
    )
    done = raise_concern(viewer, who.id, (concern, talk), ask=Ask(at, uuid4().hex))
    assert isinstance(done, Done), done
    return done.dispute


def talked_again(cast: Cast, dispute: UUID, *, at: datetime, child: int = 0) -> None:
    """The raiser records another conversation."""
    who = cast.children[child]
    viewer = cast.holder(cast.raiser(who), who)
    assert viewer
    talk = ConversationRecorded(
        with_roles=cast.protocol.informal[0].talk_with, how="telephone", text="Still none"
    )
    done = act(viewer, dispute, (talk,), ask=Ask(at, uuid4().hex))
    assert isinstance(done, Done), done
