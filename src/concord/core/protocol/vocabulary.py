"""The closed lists of words that a protocol file may use."""

from enum import StrEnum


class NotStated(StrEnum):
    """The document is silent, and the file says so."""

    NOT_STATED = "not stated"


class SharesTotal(StrEnum):
    """The stages share the overall limit: an answer is due when the total ends."""

    SHARES_TOTAL = "shares the total"


class SetBy(StrEnum):
    """Nobody fixed the time beforehand: it is set, or agreed, for each alert."""

    RAISER = "set by the raiser"
    NEGOTIATED = "negotiated"


class ChildStatus(StrEnum):
    """Whose dispute it can be."""

    IN_CARE = "in care"
    CHILD_PROTECTION = "child protection"
    IN_NEED = "in need"
    CARE_LEAVER = "care leaver"


class About(StrEnum):
    """What a dispute can be about instead of what the service does for the child."""

    OFFICER = "a reviewing officer"
    REVIEW = "a review"
    PARTNER = "a partner agency"


class Side(StrEnum):
    """Which side of the challenge a role is on."""

    REVIEWING = "reviewing"
    LINE = "line"
    OVERSIGHT = "oversight"
    CHILD = "child and family"
    OUTSIDE = "outside"


class Scope(StrEnum):
    """What one holder of a role holds it for."""

    CHILD = "a child"
    TEAM = "a team"
    SERVICE = "a service"
    AUTHORITY = "the authority"
    OUTSIDE = "outside"


NOT_DECIDED = "not decided"  # what a reading chooses as long as nobody has decided


class StageKind(StrEnum):
    """How a stage is answered."""

    WRITTEN_ANSWER = "written answer"
    MEETING = "meeting"
    ADJUDICATION = "adjudication"
    REPORT_ONLY = "report only"
    HAND_OVER = "hand over"


class IfMissed(StrEnum):
    """What follows when an answer does not come in time."""

    FLAG = "flag it"
    PROMPT = "prompt the raiser"
    ESCALATE = "escalate at once"


class Moment(StrEnum):
    """The moments that a limit can be counted from."""

    CONCERN_IDENTIFIED = "concern identified"
    CONCERN_RAISED = "concern raised"
    ACTIONS_AGREED = "actions agreed"
    INFORMAL_ENDED = "informal ended"
    FORMAL_BEGUN = "formal begun"
    STAGE_ENTERED = "stage entered"
    ALERT_ISSUED = "alert issued"
    ANSWER_RECEIVED = "answer received"
    EARLIER_DEADLINE = "earlier deadline"
    OUTSIDE_DATE = "outside date"
    UNRESOLVED = "unresolved"
    REFERRED = "referred"
    CLOSED = "closed"


class Verb(StrEnum):
    """What a duty rule can ask of somebody."""

    INFORM = "inform"
    CONSULT = "consult"
    CONSIDER = "consider"
    AGREE_ACTIONS = "agree actions"
    WRITE_NOTE = "write a case note"
    GIVE_STATEMENT = "give a statement"
    SEEK_ADVICE = "seek advice"
    RECEIVE_ADVICE = "receive advice"
    CONFIRM_REFERRAL = "confirm the referral in writing"
    DECIDE_FORMAL = "decide on going formal"
    RAISE_AT = "raise at a stage"
    TALK = "record a conversation"
    REFRAIN = "refrain"


class Act(StrEnum):
    """The steps that a duty rule can stand before."""

    GO_FORMAL = "going formal"
    BYPASS = "bypassing"
    ESCALATE = "escalating"
    MEET = "meeting"
    REFER = "referring"
    RESOLVE = "resolving"


class How(StrEnum):
    """The ways of telling somebody that a duty rule can ask for."""

    FACE_TO_FACE = "face to face"
    TELEPHONE = "telephone"
    VIDEO_CALL = "video call"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"


class Condition(StrEnum):
    """When a duty rule applies at all."""

    IN_CARE = "child in care"
    COURT = "court proceedings"
    EXCEPTIONAL = "exceptional entry"
    LAST_STAGE = "last stage"
