"""What a protocol says of what stands beside its disputes: reviews, changes, practice, events."""

from collections.abc import Iterable, Iterator

from concord.core.child.matter import (
    changes_of,
    complaints_of,
    final_plan_of,
    grave_events_of,
    recognition_of,
    reviews_of,
)
from concord.core.dispute.words import Words, capital, joined
from concord.core.protocol.around import Changes, NotCarriedOut, Papers, Report, Reviews
from concord.core.protocol.vocabulary import NotStated
from concord.web.protocols.said import Part, Said, if_any, said


def beside(words: Words) -> Iterator[Part]:
    """The parts of the page about it, in the order of the file."""
    yield Part("reviews", "Reviews of a child", tuple(_reviews(words)))
    yield Part("changes", "Significant changes", tuple(_changes(words)))
    yield Part("final-plan", "A final care plan for the court", tuple(_final_plan(words)))
    yield Part("complaints", "Complaints by or for a child", tuple(_complaints(words)))
    yield Part("recognition", "Good practice and praise", tuple(_recognition(words)))
    yield Part("grave-events", "Grave events that override the stages", tuple(_grave(words)))


def _reviews(words: Words) -> Iterator[Said]:
    rule = reviews_of(words.protocol)
    if rule is None:
        raisers = capital(words.roles(words.protocol.raisers, last="or"))
        yield said("Reviews", "")
        yield said("Who chairs them", f"{raisers}, as the law has it.")
    else:
        yield from _stated(words, rule)
    against = "It is raised against the child's wishes too; the wishes and the reason are recorded."
    stated = words.protocol.against_wishes_clause
    yield from if_any(said("Against the child's wishes", against if stated else "", stated))
    asks = "A child can ask for a challenge, or for an account of what was done, and is answered."
    clause = words.protocol.child_asks_clause
    yield from if_any(said("What a child asks for", asks if clause else "", clause))


def _stated(words: Words, rule: Reviews) -> Iterator[Said]:
    chairs = f"{capital(words.roles(rule.chaired_by, last='or'))}."
    yield said("Who chairs them", chairs, rule.clause)
    yield said("Kinds", _listed(rule.kinds.values()), rule.clause)
    yield from _papers(words, rule.papers)
    yield from _report(words, rule.report)
    views = "The views of parents and others are written down beside the child's."
    yield from if_any(said("Views", views if rule.views_clause else "", rule.views_clause))
    following = "Its day, time and place are set at the end of each review."
    yield from if_any(said("Next", following if rule.next_clause else "", rule.next_clause))
    challenge = "The chair can challenge poor practice formally in a review."
    said_so = challenge if rule.challenge_clause else ""
    yield from if_any(said("Challenge in a review", said_so, rule.challenge_clause))
    yield from _not_carried_out(words, rule.not_carried_out)


def _papers(words: Words, rule: Papers | None) -> Iterator[Said]:
    if rule is None:
        yield said("Papers", "")
        return
    by = capital(words.roles(rule.by, last="or"))
    sentence = f"{by} provides them, {rule.before} before the review at the latest."
    kinds = f"They are: {joined(rule.kinds.values())}."
    yield said("Papers", (sentence, kinds), rule.clause, reading=rule.reading)


def _report(words: Words, rule: Report | None) -> Iterator[Said]:
    if rule is None:
        yield said("Report", "")
        return
    to = words.roles(rule.sent_to)
    when = "" if isinstance(rule.within, NotStated) else f", within {rule.within} of the review"
    yield said("Report", f"It goes to {to}{when}.", rule.clause, reading=rule.reading)


def _not_carried_out(words: Words, rule: NotCarriedOut | None) -> Iterator[Said]:
    if rule is None:
        yield said("A decision that is not carried out", "")
        return
    by = capital(words.roles(rule.by, last="or"))
    yield said(
        "A decision that is not carried out",
        f"{by} gives whoever chairs the reasons in writing.",
        rule.clause,
    )
    told = f"{capital(words.roles(rule.told))}, in good time." if rule.told else ""
    yield from if_any(said("Told of it", told, rule.told_clause or rule.clause))


def _changes(words: Words) -> Iterator[Said]:
    rule = changes_of(words.protocol)
    if rule is None:
        yield said("Changes", "")
        return
    yield from _notified(words, rule)


def _notified(words: Words, rule: Changes) -> Iterator[Said]:
    by = capital(words.roles(rule.by, last="or"))
    within = "" if isinstance(rule.within, NotStated) else f" within {rule.within}"
    sentences = (
        f"{by} notifies whoever chairs the child's reviews of them.",
        f"The chair decides{within} whether to bring the next review forward.",
    )
    yield said("Who and what then", sentences, rule.clause)
    yield said("Which they are", _listed(rule.kinds.values()), rule.clause)


def _final_plan(words: Words) -> Iterator[Said]:
    rule = final_plan_of(words.protocol)
    if rule is None:
        yield said("Final care plan", "")
        return
    by, view = capital(words.roles(rule.by, last="or")), capital(words.roles(rule.viewed_by))
    sentence = f"{by} sends it to the reviewing service before it goes to court."
    yield said("Final care plan", sentence, rule.clause)
    assessments = "The specialist assessments made for the court come too."
    stated = assessments if rule.assessments_clause else ""
    yield from if_any(said("Assessments", stated, rule.assessments_clause))
    sentence = f"{view} gives a view on it, which goes to court with it."
    yield said("The view on it", sentence, rule.view_clause or rule.clause)


def _complaints(words: Words) -> Iterator[Said]:
    rule = complaints_of(words.protocol)
    if rule is None:
        yield said("Complaints", "")
        return
    yield said("Who learns of one", f"{capital(words.roles(rule.told, last='or'))}.", rule.clause)
    beside = "A complaint runs beside a dispute and stops nothing."
    stated = beside if rule.beside_clause else ""
    yield from if_any(said("Beside a dispute", stated, rule.beside_clause))
    weighed = "It is judged whether it is serious enough to act on at once."
    stated = weighed if rule.weighed_clause else ""
    yield from if_any(said("What is judged", stated, rule.weighed_clause))


def _recognition(words: Words) -> Iterator[Said]:
    rule = recognition_of(words.protocol)
    if rule is None:
        yield said("Good practice", "")
        return
    by = capital(words.roles(rule.by, last="or"))
    line = ("whoever the person answers to",) if rule.line_manager else ()
    told = joined((*line, *(words.the(role) for role in rule.told)))
    sentences = (f"{by} puts it on record.", f"{capital(told)} learn of it." if told else "")
    yield said("Good practice", sentences, rule.clause)
    yield said("What is good about it", _listed(rule.characteristics.values()), rule.clause)
    to = "" if rule.compliments_to == "not stated" else f" to {rule.compliments_to}"
    praise = f"Praise from children, parents and those who work with them is passed on{to}."
    stated = praise if rule.compliments_clause else ""
    yield from if_any(said("Praise", stated, rule.compliments_clause))


def _grave(words: Words) -> Iterator[Said]:
    rule = grave_events_of(words.protocol)
    if rule is None:
        yield said("Grave events", "")
        return
    told = capital(words.roles(rule.told))
    sentences = (
        "Whoever first knows puts it on record.",
        f"{told} learn of it at once.",
        "The stages of every dispute about the child give way to it.",
    )
    yield said("What happens", sentences, rule.clause)
    yield said("Which they are", _listed(rule.kinds.values()), rule.clause)


def _listed(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{capital(each)}." for each in labels)
