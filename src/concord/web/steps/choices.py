"""The lists that a step's form offers, in this council's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from concord.core.dispute.duties.voice import not_told
from concord.core.dispute.events import (
    ActionReported,
    ConcernRaised,
    Considered,
    Consulted,
    ConversationRecorded,
    DisputeEvent,
    Informed,
    MeetingHeld,
    ReferralConfirmed,
    ReferralOutcomeRecorded,
    Referred,
)
from concord.core.dispute.ladder import (
    answer_rule,
    current_stage,
    next_stage,
    referrals,
    stages_above,
    ways_in,
)
from concord.core.dispute.matter import Matter
from concord.core.dispute.restraints import restraints
from concord.core.dispute.state import Agreed
from concord.core.dispute.timeline import CHOSEN, words_for
from concord.core.dispute.words import Words, capital
from concord.core.protocol.definition import Protocol, Referral
from concord.core.protocol.ladders import alike, ladder_of
from concord.core.protocol.vocabulary import NotStated, Side, Verb
from concord.web.steps.asking import Asking, asked_by, asking, entry_stages

Choice = tuple[str, str]
Group = tuple[str, list[Choice]]
FIXED: dict[str, tuple[Choice, ...]] = {
    "yes or no": (("yes", "Yes"), ("no", "No")),
    "how": tuple(
        (each, each.capitalize())
        for each in ("face to face", "telephone", "video call", "message", "email", "letter")
    ),
    **{
        source: tuple(labels.items())
        for source, labels in CHOSEN.items()
        if source != "referral how"
    },
}
_INSIDE = (Side.REVIEWING, Side.LINE, Side.OVERSIGHT)
_WITH_ANYBODY = (ConversationRecorded, Informed, Consulted, Considered, MeetingHeld)
_MATTERS_OF = {Informed: Verb.INFORM, Consulted: Verb.CONSULT, Considered: Verb.CONSIDER}


@dataclass(frozen=True, slots=True)
class Acting:
    """Who takes the step, in which roles, and whether the reviewing side's compartment is seen."""

    person: str = ""
    roles: frozenset[str] = frozenset()
    sees_private: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody can choose in one kind of step now.

    For a dispute that is only about to begin, the matter has no entries. `duty` is the key of the
    duty from which the step was opened.
    """

    matter: Matter
    kind: type[DisputeEvent]
    acting: Acting = Acting()
    duty: str = ""

    @property
    def protocol(self) -> Protocol:
        """The protocol of the dispute."""
        return self.matter.protocol

    def of(self, source: str) -> tuple[Choice, ...]:
        """The choices of a field's source; empty for a source that is free text."""
        makers = {
            "roles": self._roles,
            "role": self._one_role,
            "categories": self._categories,
            "priorities": self._priorities,
            "dates": self._dates,
            "answer kinds": self._kinds,
            "entry stages": self._entry_stages,
            "higher stages": self._higher_stages,
            "bodies": self._bodies,
            "advice": self._advice,
            "matters": self._matters,
            "open actions": self._open_actions,
            "child outcomes": self._child_outcomes,
            "child duties": self._child_duties,
            "restraints": self._restraints,
            "entries": self._entries,
            "referral how": self._referral_how,
        }
        return tuple(makers[source]()) if source in makers else FIXED.get(source, ())

    def asks(self) -> Asking:
        """What the form leaves out and what it needs, for this person in this matter now."""
        asked = asking(self.matter, self.kind, self.acting.roles)
        return asked.more(asked_by(self.matter.protocol, self.kind, self.duty))

    def weighed(self) -> list[str]:
        """What has to be weighed before a referral of this child's matter."""
        found = self._fitting()
        return [what for rule in found for what in (*rule.weighs, *rule.test)]

    def _roles(self) -> Iterable[Choice]:
        """Whom the step is about or with: somebody else; for some steps also people outside."""
        if self.kind is ConcernRaised and self.protocol.informal:
            first = [each.informal[0] for each in alike(self.protocol)]
            partners = [role for tier in first for role in tier.talk_with]
            instead = [role for tier in first for role in tier.substitute]
            return self._named(dict.fromkeys((*partners, *instead)))
        roles = self.protocol.roles.items()
        anybody = self.kind in _WITH_ANYBODY
        own = frozenset[str]() if self.kind is MeetingHeld else self.acting.roles
        found = (name for name, role in roles if anybody or role.side in _INSIDE)
        return self._named(name for name in found if name not in own)

    def _raised_with(self) -> dict[str, str]:
        """When a concern can be raised with those with whom it cannot always be."""
        always, found = set(self.protocol.informal[0].talk_with), dict[str, str]()
        for each in alike(self.protocol):
            tier, ladder = each.informal[0], ladder_of(each)
            court = bool(ladder and ladder.only_for and ladder.only_for.in_court)
            when = "During court proceedings" if court else ""
            found |= {role: when for role in tier.talk_with if role not in always}
            only = "Only when none of the others can be reached"
            found |= {role: f"{when}: {only.lower()}" if when else only for role in tier.substitute}
        return found

    def _one_role(self) -> Iterable[Choice]:
        """Who does something: a person inside; a meeting may have a chair of its own."""
        stage = current_stage(self.protocol, self.matter.dispute)
        if self.kind is MeetingHeld and stage and stage.meeting and stage.meeting.chair:
            return self._named(stage.meeting.chair)
        roles = self.protocol.roles.items()
        return self._named(name for name, role in roles if role.side in _INSIDE)

    def _restraints(self) -> Iterable[Choice]:
        """What is to be left undone now."""
        return ((each.rule.id, each.rule.what) for each in restraints(self.matter))

    def _named(self, roles: Iterable[str]) -> Iterable[Choice]:
        return ((name, self.protocol.roles[name].label) for name in roles)

    def place_of(self, number: str) -> str:
        """The place in the record of the entry that readers know by a number."""
        places = {number: str(seq) for seq, number in words_for(self.matter).numbers.items()}
        return places.get(number, "")

    def issues(self) -> tuple[Choice | Group, ...]:
        """The protocol's catalogue of issues, each group's together under its name."""
        issues = self.protocol.issues
        if isinstance(issues, NotStated):
            return ()
        named: dict[str, list[Choice]] = {}
        for key, one in issues.items():
            named.setdefault(one.group, []).append((key, one.label))
        groups = list(named.items())
        return tuple(groups) if len(groups) > 1 else tuple(groups[0][1])

    def _categories(self) -> Iterable[Choice]:
        return self.protocol.categories.items()

    def _priorities(self) -> Iterable[Choice]:
        return self.protocol.priorities.items()

    def _dates(self) -> Iterable[Choice]:
        return self.protocol.dates.items()

    def _kinds(self) -> Iterable[Choice]:
        stage = current_stage(self.protocol, self.matter.dispute)
        rule = answer_rule(stage) if stage else None
        kinds = rule.kinds if rule else NotStated.NOT_STATED
        return () if isinstance(kinds, NotStated) else kinds.items()

    def _entry_stages(self) -> Iterable[Choice]:
        return ((each.id, each.label) for each in entry_stages(self.matter, self.acting.roles))

    def conditions(self, source: str) -> dict[str, str]:
        """For each stage offered that is only entered in certain cases, in which."""
        if source == "roles" and self.kind is ConcernRaised and self.protocol.informal:
            return self._raised_with()
        if source not in ("entry stages", "higher stages"):
            return {}
        here, run = current_stage(self.protocol, self.matter.dispute), self.matter.dispute.run
        by_ladder = next_stage(self.protocol, here) if here and run and run.unresolved_at else None
        return {
            stage: f"Only if {way.only_if}"
            for way in ways_in(self.protocol)
            for stage in way.into
            if way.only_if and (by_ladder is None or stage != by_ladder.id)
        }

    def _higher_stages(self) -> Iterable[Choice]:
        return ((each.id, each.label) for each in stages_above(self.protocol, self.matter.dispute))

    def _bodies(self) -> Iterable[Choice]:
        return ((each.to, each.label) for each in self._fitting())

    def _fitting(self) -> Sequence[Referral]:
        """The bodies outside that the step can be about now, by whoever takes it; all of them where
        it can be about none, so that its refusal says why.
        """
        found = referrals(self.protocol, self.matter.dispute)
        return [each for each in found if self._fits(each)] or found

    def _fits(self, body: Referral) -> bool:
        handing = self.matter.dispute.handing(body.to)
        if self.kind is Referred:
            return handing.referred_at is None and bool(self.acting.roles & set(body.by))
        if self.kind is ReferralConfirmed:
            return handing.referred_at is not None and handing.confirmed_at is None
        return self.kind is not ReferralOutcomeRecorded or handing.referred_at is not None

    def _advice(self) -> Iterable[Choice]:
        rules = self.protocol.advice
        return () if isinstance(rules, NotStated) else ((each.kind, each.label) for each in rules)

    def _matters(self) -> Iterable[Choice]:
        verb = _MATTERS_OF.get(self.kind)
        rules = (rule for rule in self.protocol.duties if rule.verb is verb)
        named = (rule.about for rule in rules if rule.about)
        words = Words(self.protocol)
        return ((each, capital(words.matter(each))) for each in dict.fromkeys(named))

    def _open_actions(self) -> Iterable[Choice]:
        """To report as done, one's own that are not reported yet; to check, all not found done."""
        for each in self.matter.dispute.agreed:
            if self._reports(each) if self.kind is ActionReported else not each.done:
                yield str(each.number), f"Action {each.number}: {each.action.what[:80]}"

    def _child_outcomes(self) -> Iterable[Choice]:
        """Those without an answer, all of them where each has one."""
        outcomes = self.matter.dispute.outcomes
        left = [each for each in outcomes if each.answered_at is None] or outcomes
        return ((str(each.number), each.text[:80]) for each in left)

    def _child_duties(self) -> Iterable[Choice]:
        """What the child or the family is still to be told."""
        return ((rule, duty.what) for rule, duty in not_told(self.matter).items())

    def _reports(self, agreed: Agreed) -> bool:
        """Whether an action is this person's to report: not reported, and theirs or nobody's."""
        return agreed.done_at is None and agreed.action.by in ("", *self.acting.roles)

    def _entries(self) -> Iterable[Choice]:
        """One's own entries: nobody corrects what another has written."""
        words = words_for(self.matter)
        for entry in self.matter.dispute.entries:
            event = entry.event
            if entry.person != self.acting.person or not isinstance(event, DisputeEvent):
                continue
            if self.acting.sees_private or not event.PRIVATE:
                sentence = event.sentence(words.who(entry.capacity), words)
                number = words.entry(entry.seq)
                yield number, f"{number}. {sentence}"

    def _referral_how(self) -> Iterable[Choice]:
        found = referrals(self.protocol, self.matter.dispute)
        ways = dict.fromkeys(how for each in found for how in each.ways)
        return ((each, CHOSEN["referral how"][each]) for each in ways)
