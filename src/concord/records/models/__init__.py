"""Every table of the product. One file for each; nothing outside `records` imports them."""

from concord.records.models.authority import Authority, StoredProtocol
from concord.records.models.bank_holiday import LateBankHoliday
from concord.records.models.book import ProtocolBook, ProtocolTerm
from concord.records.models.child import Child
from concord.records.models.child_record import ChildRecordRow
from concord.records.models.command import Command
from concord.records.models.dispute import DisputeRow, Sibling
from concord.records.models.duty import DutyRow
from concord.records.models.event import EventRow
from concord.records.models.notice import NoticeRow
from concord.records.models.person import Person
from concord.records.models.post import Post
from concord.records.models.team import Service, Team

__all__ = [
    "Authority",
    "Child",
    "ChildRecordRow",
    "Command",
    "DisputeRow",
    "DutyRow",
    "EventRow",
    "LateBankHoliday",
    "NoticeRow",
    "Person",
    "Post",
    "ProtocolBook",
    "ProtocolTerm",
    "Service",
    "Sibling",
    "StoredProtocol",
    "Team",
]
