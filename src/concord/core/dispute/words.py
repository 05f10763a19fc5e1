"""The protocol's own names for roles, stages and issues, for sentences that a person reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import NotStated
from concord.core.record.envelope import SYSTEM


@dataclass(frozen=True, slots=True)
class Words:
    """Looks up what this council calls things; an unknown id is shown as it is.

    `numbers` are those by which readers know the entries of a record, `actions` what was agreed
    to be done, by the number of the action.
    """

    protocol: Protocol
    numbers: Mapping[int, str] = field(default_factory=dict, hash=False)
    actions: Mapping[int, str] = field(default_factory=dict, hash=False)

    def entry(self, seq: int) -> str:
        """The number by which readers know an entry of the record."""
        return self.numbers.get(seq, str(seq))

    def role(self, role: str) -> str:
        """The label of a role, or "Concord" for what a rule did by itself."""
        if role == SYSTEM:
            return "Concord"
        found = self.protocol.roles.get(role)
        return found.label if found else role

    def the(self, role: str) -> str:
        """A role inside a sentence: "the social worker", "the Independent Reviewing Officer".

        A label that is written with capitals throughout is a title and keeps them.
        """
        found = self.protocol.roles.get(role)
        if found is None:
            return self.role(role)
        label = found.label.removeprefix("The ")
        first, *others = label.split()
        is_title = any(each[:1].isupper() for each in others) or first[1:] != first[1:].lower()
        return f"the {label}" if is_title else f"the {label[:1].lower()}{label[1:]}"

    def who(self, role: str) -> str:
        """A role at the beginning of a sentence: "The social worker"."""
        return capital(self.the(role))

    def roles(self, roles: Iterable[str], *, last: str = "and") -> str:
        """Several roles in one phrase: "the team manager and the service manager"."""
        return joined((self.the(role) for role in roles), last=last)

    def labels(self, roles: Iterable[str]) -> str:
        """The labels of several roles, as a list: "Social worker, Team manager"."""
        return ", ".join(self.role(role) for role in roles)

    def stage(self, stage: str) -> str:
        """The label of a stage or an informal tier."""
        labels = {each.id: each.label for each in self.protocol.stages}
        labels |= {each.id: each.label for each in self.protocol.informal}
        return labels.get(stage, stage)

    def issue(self, issue: str) -> str:
        """The label of a kind of concern in the catalogue."""
        issues = self.protocol.issues
        found = None if isinstance(issues, NotStated) else issues.get(issue)
        return found.label if found else issue

    def category(self, category: str) -> str:
        """The label of a category of matters."""
        return self.protocol.categories.get(category, category)

    def answer_kind(self, kind: str) -> str:
        """The label of a kind of answer, at whichever stage the protocol has it."""
        found = (stage.answer for stage in self.protocol.stages)
        kinds = (each.kinds for each in found if not isinstance(each, NotStated))
        known = (each for each in kinds if not isinstance(each, NotStated))
        return next((each[kind] for each in known if kind in each), kind)

    def action(self, number: int) -> str:
        """What an agreed action is, behind its number; the number alone where it is not known."""
        what = self.actions.get(number, "")
        return f"Action {number}: {what}" if what else str(number)

    def body(self, body: str) -> str:
        """The label of a body outside that a matter can be referred to."""
        return next((each.label for each in self.protocol.referrals if each.to == body), body)

    def advice(self, kind: str) -> str:
        """The label of a kind of advice."""
        advice = self.protocol.advice
        kinds = () if isinstance(advice, NotStated) else advice
        return next((each.label for each in kinds if each.kind == kind), kind)

    def matter(self, about: str) -> str:
        """A matter that a duty is about, in words: "referral to Cafcass", "going formal".

        Names of bodies, roles and kinds of advice in it are written as this council writes them.
        """
        whole = self.stage(self.advice(self.body(about)))
        if whole != about:
            return whole
        return " ".join(self._noun(each) for each in about.split("-"))

    def _noun(self, word: str) -> str:
        name = self.body(word)
        found = self.protocol.roles.get(word)
        return found.label if name == word and found else name

    def clause(self, clause: str) -> str:
        """The place of a clause in its document, with its id: "5 Stage 1 (BRI-S1-5WD)"."""
        found = self.protocol.clauses.get(clause)
        return f"{found.place} ({clause})" if found else clause

    @property
    def alert(self) -> str:
        """What this council calls an alert."""
        return self.protocol.labels.alert

    @property
    def answer(self) -> str:
        """What this council calls the answer to an alert."""
        return self.protocol.labels.answer


def joined(parts: Iterable[str], *, last: str = "and") -> str:
    """Words as a phrase: "one", "one and two", "one, two and three"."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """A sentence with its first letter large, the others as they are."""
    return f"{text[:1].upper()}{text[1:]}"


def day(on: date) -> str:
    """A date as a person reads it: "26 November 2026"."""
    return f"{on.day} {on:%B %Y}"
