"""A dispute together with the protocol and the calendar that it runs under."""

from typing import NamedTuple

from concord.core.clock.working_day import Calendar
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import chosen


class Matter(NamedTuple):
    """The three things from which every duty and date follows."""

    protocol: Protocol
    dispute: Dispute
    calendar: Calendar

    def now(self, dispute: Dispute) -> "Matter":
        """The matter with the dispute as it is now, on the ladder that is chosen for it."""
        return matter_under(self.protocol, dispute, self.calendar)


def matter_under(protocol: Protocol, dispute: Dispute, calendar: Calendar) -> Matter:
    """A dispute's matter under a protocol: on the dispute's own ladder where there are several,
    with the time limits of its priority. Before a concern is raised, under the whole protocol.
    """
    known = dispute.facts.raiser != ""
    return Matter(chosen(protocol, dispute.facts) if known else protocol, dispute, calendar)
