"""How the facts of a drawing are worded: short names of posts, limits, and the place of a rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from concord.core.clock.limit import Limit
from concord.core.dispute import phrases
from concord.core.dispute.words import Words, capital, joined
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.workshop.drawing.plan import Fact

SILENT = "Not stated"


@dataclass(frozen=True, slots=True)
class Saying:
    """Words facts about one protocol."""

    protocol: Protocol

    @property
    def words(self) -> Words:
        """The protocol's own labels."""
        return Words(self.protocol)

    def names(self, roles: Iterable[str], *, last: str = "or") -> str:
        """Posts by their short names, such as "IRO or CP chair"."""
        return joined((self.name(each) for each in roles), last=last)

    def name(self, role: str) -> str:
        """The short name of a post; an unknown id as it is."""
        found = self.protocol.roles.get(role)
        return found.brief if found else role

    def fact(self, name: str, words: str | Iterable[str], *clauses: str | None) -> Fact:
        """A fact with the places of its clauses; one without words is not stated."""
        parts = (words,) if isinstance(words, str) else tuple(words)
        said = self.words.own(" ".join(each for each in parts if each))
        known = self.protocol.clauses
        places = (known[each].place if each in known else each for each in clauses if each)
        return Fact(
            self.words.own(capital(name)),
            said or SILENT,
            tuple(dict.fromkeys(places)) if said else (),
        )

    def duty(self, rule: DutyRule) -> Fact:
        """A duty: who must or should do what, by when and on which conditions."""
        force = "Must" if rule.must else "Should"
        sentence = f"{capital(self.names(rule.who))}: {rule.what}."
        return self.fact(force, (sentence, *self._conditions(rule)), rule.clause)

    def _conditions(self, rule: DutyRule) -> Iterable[str]:
        if rule.counted_from and isinstance(rule.within, Limit):
            yield f"{capital(phrases.limit(rule.within, rule.counted_from, self.words))}."
        if rule.only_if:
            yield f"Only if {joined(phrases.CONDITIONS[each] for each in rule.only_if)}."
        if rule.in_writing:
            yield "In writing."
        if rule.reasons_needed:
            yield "With the reasons."

    def told(self, name: str, roles: Iterable[str], *clauses: str | None) -> Iterable[Fact]:
        """Who gets something, when there is anybody."""
        who = tuple(roles)
        if who:
            yield self.fact(name, f"{capital(self.names(who, last='and'))}.", *clauses)
