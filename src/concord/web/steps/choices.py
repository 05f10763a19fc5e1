"""The lists that a step's form offers, in this council's own words."""

from collections.abc import Iterable
from dataclasses import dataclass

from concord.core.dispute.ladder import answer_rule, stage_of, ways_in
from concord.core.dispute.matter import Matter
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import NotStated

Choice = tuple[str, str]
_YES_NO = (("yes", "Yes"), ("no", "No"))
_HOW = ("face to face", "telephone", "video call", "message", "email", "letter")


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in a dispute now; for a new one, the dispute has no entries.

    Entries of the reviewing side's own compartment are offered only to those who see it.
    """

    matter: Matter
    sees_private: bool = False

    @property
    def protocol(self) -> Protocol:
        """The protocol of the dispute."""
        return self.matter.protocol

    def of(self, source: str) -> tuple[Choice, ...]:
        """The choices of a field's source; empty for a source that is free text."""
        makers = {
            "roles": self._roles,
            "role": self._roles,
            "issues": self._issues,
            "categories": self.protocol.categories.items,
            "answer kinds": self._kinds,
            "entry stages": self._entry_stages,
            "higher stages": self._higher_stages,
            "bodies": self._bodies,
            "advice": self._advice,
            "matters": self._matters,
            "open actions": self._open_actions,
            "entries": self._entries,
            "referral how": self._referral_how,
        }
        fixed: dict[str, tuple[Choice, ...]] = {
            "yes or no": _YES_NO,
            "how": tuple((each, each.capitalize()) for each in _HOW),
            "refer or decline": (
                ("refer", "Refer it"),
                ("decline", "Do not refer it, for these reasons"),
            ),
            "reviews": (
                ("reconvened", "Reconvene the review, to confirm changes"),
                ("urgent", "Call an urgent review"),
            ),
        }
        return tuple(makers[source]()) if source in makers else fixed.get(source, ())

    def _roles(self) -> Iterable[Choice]:
        return ((name, role.label) for name, role in self.protocol.roles.items())

    def _issues(self) -> Iterable[Choice]:
        issues = self.protocol.issues
        if isinstance(issues, NotStated):
            return ()
        return ((name, issue.label) for name, issue in issues.items())

    def _kinds(self) -> Iterable[Choice]:
        run = self.matter.dispute.run
        stage = stage_of(self.protocol, run.rung) if run else None
        rule = answer_rule(stage) if stage else None
        kinds = rule.kinds if rule else NotStated.NOT_STATED
        return () if isinstance(kinds, NotStated) else kinds.items()

    def _entry_stages(self) -> Iterable[Choice]:
        if self.matter.dispute.formal_at is not None:
            return ()
        reachable = {self.protocol.stages[0].id}
        reachable |= {to for way in ways_in(self.protocol) for to in way.into}
        return ((s.id, s.label) for s in self.protocol.stages if s.id in reachable)

    def _higher_stages(self) -> Iterable[Choice]:
        run = self.matter.dispute.run
        ids = [stage.id for stage in self.protocol.stages]
        if run is None or run.rung not in ids:
            return ()
        return ((s.id, s.label) for s in self.protocol.stages[ids.index(run.rung) + 1 :])

    def _bodies(self) -> Iterable[Choice]:
        return ((each.to, each.label) for each in self.protocol.referrals)

    def _advice(self) -> Iterable[Choice]:
        rules = self.protocol.advice
        return () if isinstance(rules, NotStated) else ((each.kind, each.label) for each in rules)

    def _matters(self) -> Iterable[Choice]:
        named = (rule.about for rule in self.protocol.duties if rule.about)
        return ((each, each.replace("-", " ").capitalize()) for each in dict.fromkeys(named))

    def _open_actions(self) -> Iterable[Choice]:
        for each in self.matter.dispute.agreed:
            if not each.done:
                yield str(each.number), f"Action {each.number}: {each.action.what[:80]}"

    def _entries(self) -> Iterable[Choice]:
        words = Words(self.protocol)
        for entry in self.matter.dispute.entries:
            role = words.who(entry.capacity)
            event = entry.event
            sentence = getattr(event, "sentence", None)
            private = getattr(event, "PRIVATE", False)
            if sentence and (self.sees_private or not private):
                yield str(entry.seq), f"{entry.seq}. {sentence(role, words)}"

    def _referral_how(self) -> Iterable[Choice]:
        ways = dict.fromkeys(how for each in self.protocol.referrals for how in each.ways)
        return ((each, f"By {each}" if each == "telephone" else "In writing") for each in ways)
