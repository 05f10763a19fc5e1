"""Going through all disputes, and saying what is wrong in which."""

from collections.abc import Iterable

from concord.casework.actions.rebuilding import Looked
from concord.cli.out import say


def show(looked: Iterable[Looked], *, done: str) -> int:
    """Say what is wrong, dispute by dispute, then how many were looked at. Out: how many had
    something wrong. `done` is the last line with places for both numbers.
    """
    count, entries, wrong = 0, 0, 0
    for each in looked:
        count, entries = count + 1, entries + each.entries
        wrong += bool(each.wrong)
        for sentence in each.wrong:
            say(f"dispute {each.dispute}: {sentence}")
    say(done.format(count=count, entries=entries, wrong=wrong))
    return wrong
