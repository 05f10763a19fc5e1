"""Going through all disputes, and saying what is wrong in which."""

from collections.abc import Iterable

from concord.casework.actions.looked import Looked
from concord.cli.out import say


def show(looked: Iterable[Looked], *, done: str) -> int:
    """Say what is wrong, record by record, then how many disputes were looked at. Out: how many had
    something wrong. `done` is the last line with places for both numbers.
    """
    count, entries, wrong = 0, 0, 0
    for each in looked:
        count, entries = count + (each.of == "dispute"), entries + each.entries
        wrong += bool(each.wrong)
        for sentence in each.wrong:
            say(f"{each.of} {each.dispute}: {sentence}")
    say(done.format(count=count, entries=entries, wrong=wrong))
    return wrong
