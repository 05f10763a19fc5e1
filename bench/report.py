"""A line of the report: what was measured, the limit beside it, their ratio and the goal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement. `ours` and `limit` are in `unit`; a goal is the most that the ratio may be.

    Where more is better (acts a second), `more` is true and the ratio is limit over ours.
    """

    work: str
    ours: float
    limit: float
    unit: str
    beside: str
    goal: float
    more: bool = False

    @property
    def ratio(self) -> float:
        """How many times the limit's cost ours is."""
        top, bottom = (self.limit, self.ours) if self.more else (self.ours, self.limit)
        return top / bottom if bottom else float("inf")


def show(lines: list[Line]) -> None:
    """Print lines as a table; a ratio over its goal is marked."""
    for line in lines:
        mark = "ok" if line.ratio <= line.goal else "OVER"
        numbers = f"{line.ours:>12,.2f} {line.limit:>12,.2f} {line.unit:<10}"
        print(f"{line.work:<46} {numbers} {line.ratio:>8.2f}x (at most {line.goal:g}x) {mark}")
        print(f"{'':<46} beside: {line.beside}", flush=True)


def head(title: str) -> None:
    """Print the head of a part of the report."""
    print(f"\n{title}\n{'':<46} {'ours':>12} {'limit':>12}", flush=True)
