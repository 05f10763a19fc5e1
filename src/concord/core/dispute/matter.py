"""A dispute together with the protocol and the calendar that it runs under."""

from typing import NamedTuple

from concord.core.clock.working_day import Calendar
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import Protocol


class Matter(NamedTuple):
    """The three things from which every duty and date follows."""

    protocol: Protocol
    dispute: Dispute
    calendar: Calendar
