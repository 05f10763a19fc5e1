"""Every kind of event that a child's own record can hold."""

from concord.core.child.events.base import ChildEvent
from concord.core.child.events.change import ChangeNotified, ChangeWeighed
from concord.core.child.events.complaint import (
    ComplaintEnded,
    ComplaintNoted,
    ComplaintWeighed,
)
from concord.core.child.events.court import (
    AssessmentReceived,
    FinalPlanReceived,
    SubmissionMoved,
    SubmissionPlanned,
    ViewGiven,
)
from concord.core.child.events.decision import (
    DecisionChecked,
    DecisionRefused,
    DecisionReported,
    RefusalTold,
)
from concord.core.child.events.grave import GraveEventRecorded, GraveEventTold
from concord.core.child.events.missed import ChildDutyMissed
from concord.core.child.events.practice import ComplimentPassedOn, PracticeRecognised
from concord.core.child.events.review import (
    PapersReceived,
    ReportSent,
    ReviewCancelled,
    ReviewHeld,
    ReviewMoved,
    ReviewPlanned,
)
from concord.core.child.events.voice import ChildAnswered, ChildAsked
from concord.core.record.codec import Codec

STREAM = "child."
KINDS: tuple[type[ChildEvent], ...] = (
    ReviewPlanned,
    ReviewMoved,
    ReviewCancelled,
    PapersReceived,
    ReviewHeld,
    ReportSent,
    DecisionReported,
    DecisionChecked,
    DecisionRefused,
    RefusalTold,
    ChangeNotified,
    ChangeWeighed,
    PracticeRecognised,
    ComplimentPassedOn,
    ChildAsked,
    ChildAnswered,
    SubmissionPlanned,
    SubmissionMoved,
    FinalPlanReceived,
    AssessmentReceived,
    ViewGiven,
    ComplaintNoted,
    ComplaintWeighed,
    ComplaintEnded,
    GraveEventRecorded,
    GraveEventTold,
    ChildDutyMissed,
)
CODEC = Codec(KINDS)

__all__ = [
    "CODEC",
    "KINDS",
    "STREAM",
    "AssessmentReceived",
    "ChangeNotified",
    "ChangeWeighed",
    "ChildAnswered",
    "ChildAsked",
    "ChildDutyMissed",
    "ChildEvent",
    "ComplaintEnded",
    "ComplaintNoted",
    "ComplaintWeighed",
    "ComplimentPassedOn",
    "DecisionChecked",
    "DecisionRefused",
    "DecisionReported",
    "FinalPlanReceived",
    "GraveEventRecorded",
    "GraveEventTold",
    "PapersReceived",
    "PracticeRecognised",
    "RefusalTold",
    "ReportSent",
    "ReviewCancelled",
    "ReviewHeld",
    "ReviewMoved",
    "ReviewPlanned",
    "SubmissionMoved",
    "SubmissionPlanned",
    "ViewGiven",
]
