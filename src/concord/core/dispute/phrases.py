"""The closed words of a protocol file, as phrases inside a sentence."""

from collections.abc import Mapping

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.words import Words, capital, joined
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import (
    Act,
    ChildStatus,
    Condition,
    IfMissed,
    Moment,
    NotStated,
    Scope,
    SetBy,
    SharesTotal,
    Side,
    StageKind,
    Verb,
)

AnyLimit = Limit | NotStated | SharesTotal | SetBy

CHILDREN = {
    ChildStatus.IN_CARE: "children in care",
    ChildStatus.CHILD_PROTECTION: "children on a child protection plan",
    ChildStatus.IN_NEED: "children in need",
    ChildStatus.CARE_LEAVER: "care leavers",
}
SEVERAL = {
    NotStated.NOT_STATED: "",
    "one dispute": "A concern about brothers and sisters can be one dispute.",
    "a dispute each": "Each child has a dispute of its own.",
}
KINDS = {
    StageKind.WRITTEN_ANSWER: "",
    StageKind.MEETING: "A meeting, and an answer in writing after it.",
    StageKind.ADJUDICATION: "A written decision whether the challenge is upheld, with reasons.",
    StageKind.REPORT_ONLY: "A report, to which no answer is asked for.",
    StageKind.HAND_OVER: "The matter is handed over to a body outside.",
}
SIDES = {
    Side.REVIEWING: "Reviewing side",
    Side.LINE: "Line that runs the case",
    Side.OVERSIGHT: "Oversight",
    Side.CHILD: "Child and family",
    Side.OUTSIDE: "Outside the council",
}
SCOPES = {
    Scope.CHILD: "A child",
    Scope.TEAM: "A team",
    Scope.SERVICE: "A service",
    Scope.AUTHORITY: "The whole authority",
    Scope.OUTSIDE: "Nobody in the council holds it",
}
CONDITIONS = {
    Condition.IN_CARE: "the child is in care",
    Condition.COURT: "there are current court proceedings",
    Condition.EXCEPTIONAL: "the stage was entered exceptionally",
    Condition.LAST_STAGE: "it is the last stage",
}

IF_MISSED = {
    IfMissed.FLAG: "Shown as missed",
    IfMissed.PROMPT: "The raiser decides how it goes on",
    IfMissed.ESCALATE: "The next stage begins at once",
}


def moment(at: Moment, words: Words, which: str | None = None) -> str:
    """What a limit counts from: "the Management Alert is issued". `which` is the outside date."""
    labels = words.protocol.labels
    return {
        Moment.CONCERN_IDENTIFIED: "the concern is identified",
        Moment.CONCERN_RAISED: "the concern is raised",
        Moment.ACTIONS_AGREED: "actions are agreed",
        Moment.INFORMAL_ENDED: f"{labels.informal} ends without success",
        Moment.FORMAL_BEGUN: "the formal process begins",
        Moment.STAGE_ENTERED: f"the {labels.stage.lower()} begins",
        Moment.ALERT_ISSUED: f"the {labels.alert} is issued",
        Moment.ANSWER_RECEIVED: f"the {labels.answer} is received",
        Moment.EARLIER_DEADLINE: f"the {labels.answer} of the {labels.stage.lower()} before is due",
        Moment.OUTSIDE_DATE: f"the day of {words.date(which or '')} comes",
        Moment.UNRESOLVED: "it is found not to be resolved",
        Moment.REFERRED: "the referral is made",
        Moment.CLOSED: f"the {labels.dispute} is closed",
    }[at]


def before(act: Act, rule: DutyRule, words: Words) -> str:
    """A step that waits for a duty: "before escalating"."""
    return {
        Act.GO_FORMAL: "before going formal",
        Act.BYPASS: "before passing over stages",
        Act.ESCALATE: "before escalating",
        Act.MEET: "before the meeting",
        Act.REFER: f"before a referral{_to(rule, words)}",
        Act.RESOLVE: "before resolving",
    }[act]


SET_BY = {
    SetBy.RAISER: "by a day that whoever raises it sets each time",
    SetBy.NEGOTIATED: "by a day that both sides agree each time",
}


def limit(within: AnyLimit, counted_from: Moment, words: Words, which: str | None = None) -> str:
    """A time limit with what it counts from; without a limit the moment. Begins small.

    `which` is the outside date from which it counts, if it is one.
    """
    began = moment(counted_from, words, which)
    if isinstance(within, SetBy):
        return SET_BY[within]
    if within is SharesTotal.SHARES_TOTAL:
        return "by the end of the overall limit"
    if not isinstance(within, Limit):
        return f"once {began}"
    if within.unit is Unit.SAME_DAY:
        return f"on the day on which {began}"
    return f"within {within}, counted from when {began}"


def by_priority(limits: Mapping[str, Limit], words: Words) -> str:
    """The time limits of priorities that have one of their own: " (Urgent: 2 working days)"."""
    each = ", ".join(f"{words.priority(name)}: {limit}" for name, limit in limits.items())
    return f" ({each})" if each else ""


def doing(rule: DutyRule, words: Words) -> str:
    """What a duty asks somebody to do: "inform the senior reviewing officer"."""
    whom = words.roles(rule.whom)
    return {
        Verb.INFORM: f"inform {whom}",
        Verb.CONSULT: f"consult {whom}",
        Verb.CONSIDER: f"consider {f'a referral{_to(rule, words)}' if rule.refers_to else 'it'}",
        Verb.AGREE_ACTIONS: "agree actions",
        Verb.WRITE_NOTE: "write a case note",
        Verb.GIVE_STATEMENT: "give a statement",
        Verb.SEEK_ADVICE: f"seek {_advice(rule, words)}",
        Verb.RECEIVE_ADVICE: f"take {_advice(rule, words)}",
        Verb.CONFIRM_REFERRAL: f"confirm the referral{_to(rule, words)} in writing",
        Verb.DECIDE_FORMAL: "decide whether to go formal",
        Verb.RAISE_AT: f"raise it at {words.stage(rule.about or '')}",
        Verb.TALK: "record a conversation",
        Verb.REFRAIN: "leave it undone",
    }[rule.verb] + (f" with {whom}" if rule.verb is Verb.CONSIDER and whom else "")


def time(within: AnyLimit) -> str:
    """A time limit by itself."""
    if isinstance(within, SetBy):
        return capital(within.value)
    if within is SharesTotal.SHARES_TOTAL:
        return "Until the overall limit ends"
    return str(within) if isinstance(within, Limit) else "No limit is stated"


def if_missed(what: IfMissed | NotStated, raisers: str) -> str:
    """What follows when no answer comes in time; `raisers` as a phrase inside a sentence."""
    if isinstance(what, NotStated):
        return ""
    return {
        IfMissed.FLAG: "It is shown as missed.",
        IfMissed.PROMPT: f"It is shown as missed, and {raisers} decides how it goes on.",
        IfMissed.ESCALATE: "It goes on to the next stage at once, by itself.",
    }[what]


def ways(how: tuple[str, ...]) -> str:
    """Ways of telling as a phrase: "face to face, by telephone or by email"."""
    plain = ("face to face",)
    return joined((each if each in plain else f"by {each}" for each in how), last="or")


def _to(rule: DutyRule, words: Words) -> str:
    return f" to {words.the_body(rule.refers_to)}" if rule.refers_to else ""


def _advice(rule: DutyRule, words: Words) -> str:
    label = words.advice(rule.about or "advice")
    return f"{label[:1].lower()}{label[1:]}"
