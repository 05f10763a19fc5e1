"""The protocol's own names for roles, stages and issues, for sentences that a person reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from concord.core.dispute.own_words import own
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import whole_of
from concord.core.protocol.vocabulary import NotStated
from concord.core.record.envelope import SYSTEM


@dataclass(frozen=True, slots=True)
class Words:
    """Looks up what this council calls things; an unknown id is shown as it is.

    `numbers` are those by which readers know the entries of a record, `actions` what was agreed,
    `chosen` what can be chosen in fields that only some records have, by their source.
    """

    protocol: Protocol
    numbers: Mapping[int, str] = field(default_factory=dict, hash=False)
    actions: Mapping[int, str] = field(default_factory=dict, hash=False)
    chosen: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    def entry(self, seq: int) -> str:
        """The number by which readers know an entry of the record."""
        return self.numbers.get(seq, str(seq))

    def action(self, number: int) -> str:
        """What was agreed to be done, by its number."""
        return self.actions.get(number, f"Action {number}")

    def kind(self, kind: str) -> str:
        """The label of a kind of answer, at whichever stage the protocol has it."""
        rules = (each.answer for each in self.protocol.stages)
        kinds = (rule.kinds for rule in rules if not isinstance(rule, NotStated))
        found = (each[kind] for each in kinds if not isinstance(each, NotStated) and kind in each)
        return next(found, kind)

    def role(self, role: str) -> str:
        """The label of a role, or "Concord" for what a rule did by itself."""
        if role == SYSTEM:
            return "Concord"
        found = self.protocol.roles.get(role)
        return found.label if found else role

    def the(self, role: str) -> str:
        """A role inside a sentence: "the social worker", "the Independent Reviewing Officer".

        A label that is written with capitals throughout is a title and keeps them. What a label
        adds behind a comma stands in brackets: "the Head of Service (safeguarding)".
        """
        found = self.protocol.roles.get(role)
        if found is None:
            return self.role(role)
        is_body = any(each.to == role for each in whole_of(self.protocol).referrals)
        return name_of(found.label) if is_body else with_article(found.label)

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

    def the_stage(self, stage: str) -> str:
        """A stage inside a sentence: "Stage 1", "the Team Manager stage"."""
        return inside(self.stage(stage))

    def issue(self, issue: str) -> str:
        """The label of a kind of concern in the catalogue."""
        issues = self.protocol.issues
        found = None if isinstance(issues, NotStated) else issues.get(issue)
        return found.label if found else issue

    def priority(self, priority: str) -> str:
        """The label of a priority."""
        return self.protocol.priorities.get(priority, priority)

    def date(self, which: str) -> str:
        """A date from outside, inside a sentence: "the child's next review"."""
        label = self.protocol.dates.get(which, which)
        return f"{label[:1].lower()}{label[1:]}"

    def category(self, category: str) -> str:
        """The label of a category of matters."""
        return self.protocol.categories.get(category, category)

    def body(self, body: str) -> str:
        """The label of a body outside that a matter can be referred to."""
        bodies = whole_of(self.protocol).referrals
        return next((each.label for each in bodies if each.to == body), body)

    def the_body(self, body: str) -> str:
        """A body outside inside a sentence: "Cafcass", "the local safeguarding partnership"."""
        return name_of(self.body(body))

    def advice(self, kind: str) -> str:
        """The label of a kind of advice."""
        advice = self.protocol.advice
        kinds = () if isinstance(advice, NotStated) else advice
        return next((each.label for each in kinds if each.kind == kind), kind)

    def matter(self, about: str) -> str:
        """A matter that a duty is about, in words: "a referral to Cafcass", "going formal".

        Names of bodies, roles and kinds of advice in it are written as this council writes them.
        """
        advice = self.advice(about)
        advised = f"{advice[:1].lower()}{advice[1:]}"
        for whole in (self.the_body(about), advised, self.the_stage(about)):
            if whole != about:
                return whole
        return " ".join(self._nouns(about.split("-")))

    def _nouns(self, parts: list[str]) -> Iterator[str]:
        """The words of a matter; the longest id that they spell is the name of what has it."""
        while parts:
            ids = ("-".join(parts[:size]) for size in range(len(parts), 0, -1))
            known = next((each for each in ids if self._name(each)), parts[0])
            yield self._name(known) or known
            parts = parts[len(known.split("-")) :]

    def _name(self, of: str) -> str:
        """The name of a body, or of a role without its article; empty for another word."""
        body = next((each.label for each in self.protocol.referrals if each.to == of), "")
        return body or (self.the(of).removeprefix("the ") if of in self.protocol.roles else "")

    def clause(self, clause: str) -> str:
        """The place of a clause in its document, with its id: "5 Stage 1 (BRI-S1-5WD)"."""
        found = self.protocol.clauses.get(clause)
        return f"{found.place} ({clause})" if found else clause

    def own(self, sentence: str) -> str:
        """A sentence of Concord's with the council's own names for what it speaks of."""
        return own(self.protocol, sentence)

    @property
    def alert(self) -> str:
        """What this council calls an alert."""
        return self.protocol.labels.alert

    @property
    def answer(self) -> str:
        """What this council calls the answer to an alert."""
        return self.protocol.labels.answer


def with_article(label: str) -> str:
    """A label of common words or a title inside a sentence: "the social worker"."""
    plain, _, added = label.removeprefix("The ").partition(", ")
    first, *others = f"{plain} {added}".split()
    is_title = any(_is_titled(each) for each in others) or first[1:] != first[1:].lower()
    said = plain if is_title else f"{plain[:1].lower()}{plain[1:]}"
    return f"the {said} ({added})" if added else f"the {said}"


def _is_titled(word: str) -> bool:
    """Whether a word has a large letter of its own, unlike an abbreviation: "IROs"."""
    return word[:1].isupper() and not word[1:2].isupper()


def name_of(label: str) -> str:
    """A body inside a sentence; a name of one word has no article."""
    return with_article(label) if " " in label else label


def inside(label: str) -> str:
    """A stage inside a sentence; one that ends in a number or a name has no article."""
    last = label.rsplit(maxsplit=1)[-1]
    return with_article(label) if " " in label and last.isalpha() and last.islower() else label


def by_way(how: str) -> str:
    """A way of talking or telling as a phrase: "face to face", "by telephone"."""
    return how if how == "face to face" else f"by {how}"


def joined(parts: Iterable[str], *, last: str = "and") -> str:
    """Words as a phrase: "one", "one and two", "one, two and three"."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """A sentence with its first letter large, the others as they are."""
    return f"{text[:1].upper()}{text[1:]}"


def uncapital(text: str) -> str:
    """A sentence with its first letter small, the others as they are."""
    return f"{text[:1].lower()}{text[1:]}"


def day(on: date) -> str:
    """A date as a person reads it: "26 November 2026"."""
    return f"{on.day} {on:%B %Y}"
