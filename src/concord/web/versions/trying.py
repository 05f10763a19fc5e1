"""Trying a version out on made-up or on past disputes, beside the one in force."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from concord.casework.actor import Viewer
from concord.casework.queries.past import past_disputes_for
from concord.casework.queries.publishing import VersionLine, beside_in_force
from concord.core.problem import WrongData
from concord.core.protocol.definition import Protocol
from concord.core.workshop.trial import (
    Assumptions,
    Figures,
    assumed_in_words,
    assumed_text,
    chart,
    read_assumptions,
    replay,
    seen_in_words,
    tables,
    try_out,
)
from concord.web.guard import page
from concord.web.versions.sending import shown

_MOST_DAYS, _WHOLE = 200, 100
_DISPUTES, _PAST = ("500", "2000", "5000"), "past"
# A page has to come at once; the command line takes more of them.
_MOST_PAST = 500


def _number(label: str, most: int, *, least: int = 0) -> forms.IntegerField:
    wrong = f"{label}: enter a whole number from {least} to {most}"
    names = ("required", "invalid", "min_value", "max_value")
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, error_messages=dict.fromkeys(names, wrong)
    )


class TryForm(forms.Form):
    """What is assumed of people, and how many disputes are made up."""

    disputes = forms.ChoiceField(
        label="Disputes",
        choices=[
            *((each, f"{int(each):,} made-up ones") for each in _DISPUTES),
            (_PAST, "Our own past ones"),
        ],
        error_messages={"invalid_choice": "Select which disputes to try it out on"},
    )
    seed = _number("Seed: another number, other luck", 999_999)
    talking = _number("Resolved by talking, in per cent", _WHOLE)
    half = _number("Half of the answers come within, in working days", _MOST_DAYS)
    most = _number("Nine in ten come within, in working days", _MOST_DAYS)
    none_comes = _number("No answer comes, in per cent", _WHOLE)
    satisfies = _number("An answer satisfies, in per cent", _WHOLE)
    away = _number("Away in a year, in working days", _MOST_DAYS)

    def clean(self) -> dict[str, Any]:
        """Nine in ten answers take at least as long as half of them."""
        given = super().clean() or self.cleaned_data
        half, most = given.get("half"), given.get("most")
        if half is not None and most is not None and most < half:
            self.add_error("most", f"Nine in ten come within: enter {half} or more")
        return given


def _usual() -> Assumptions:
    return read_assumptions(assumed_text(), file="assumptions")


def _first(usual: Assumptions) -> dict[str, object]:
    who = usual.answers
    return {
        "disputes": _DISPUTES[1],
        "seed": 1,
        "talking": _percent(usual.talking.resolves),
        "half": who.half_within,
        "most": who.nine_in_ten_within,
        "none_comes": _percent(who.none_comes),
        "satisfies": _percent(who.satisfies),
        "away": who.away,
    }


def _percent(share: float) -> int:
    return round(share * _WHOLE)


def _assumed(usual: Assumptions, given: dict[str, Any]) -> Assumptions:
    answers = replace(
        usual.answers,
        half_within=given["half"],
        nine_in_ten_within=given["most"],
        none_comes=given["none_comes"] / _WHOLE,
        satisfies=given["satisfies"] / _WHOLE,
        away=given["away"],
    )
    talking = replace(usual.talking, resolves=given["talking"] / _WHOLE)
    return replace(usual, answers=answers, talking=talking)


@page
def try_version(
    request: HttpRequest, viewer: Viewer, at: datetime, *, version: str
) -> HttpResponse:
    """The figures of the same disputes under a version and under the one in force.

    Nothing is stored: the address says all that was asked for.
    """
    both, usual = beside_in_force(viewer, version, at=at), _usual()
    form = TryForm(request.GET or _first(usual))
    context: dict[str, object] = {"line": both[-1][0], "form": form, "tables": ()}
    if form.is_valid():
        given = form.cleaned_data
        trial = Trial(both, _assumed(usual, given), given["seed"])
        try:
            context |= (
                trial.on_past(viewer, at=at)
                if given["disputes"] == _PAST
                else trial.on(int(given["disputes"]))
            )
        except WrongData as wrong:
            form.add_error("disputes", wrong.findings[0].sentence)
    status = 422 if form.errors else 200
    return shown(request, "versions/try.html", context, status=status)


@dataclass(frozen=True, slots=True)
class Trial:
    """A version beside the one in force, with what is assumed and the seed of the trial."""

    both: Sequence[tuple[VersionLine, Protocol]]
    assumed: Assumptions
    seed: int

    @property
    def names(self) -> list[str]:
        """What the versions are called, the one in force first."""
        (first, _), *others = self.both
        return [f"In force ({first.short})", *(f"Version {line.short}" for line, _ in others)]

    @property
    def protocols(self) -> list[Protocol]:
        """What they say."""
        return [protocol for _line, protocol in self.both]

    def on(self, disputes: int) -> dict[str, object]:
        """What a page shows of so many made-up disputes."""
        found = try_out(self.protocols, self.assumed, disputes=disputes, seed=self.seed)
        return self._shown(found, assumed_in_words(self.assumed))

    def on_past(self, viewer: Viewer, *, at: datetime) -> dict[str, object]:
        """The same of the authority's past disputes; raises WrongData where there are too few."""
        past = past_disputes_for(viewer, at=at, most=_MOST_PAST)
        found = replay(self.protocols, past.shown, usual=self.assumed, seed=self.seed)
        words = seen_in_words(
            found, past.shown, others=past.others, names=self.names, labels=past.labels
        )
        return self._shown(found.figures, words) | {"past": True}

    def _shown(self, found: Sequence[Figures], words: Sequence[str]) -> dict[str, object]:
        return {
            "names": self.names,
            "tables": tables(found),
            "assumed": words,
            "wide": chart(found, self.names, prefix="wide"),
            "narrow": chart(found, self.names, prefix="narrow", wide=False),
        }
