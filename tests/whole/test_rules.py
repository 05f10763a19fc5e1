"""The rules find what they are there to find."""

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.support.tree import must_be_empty
from tests.whole import rules

LONG = "def f() -> None:\n" + "    pass\n" * rules.LONGEST_FUNCTION

WRONG = [
    (rules.long_functions, LONG),
    (rules.many_parameters, "def f(a, b, c, *, d, e, f): pass"),
    (rules.many_parameters, "class C:\n    def f(self, a, b, c, d, e, *, f): pass"),
    (rules.clock_readings, "from datetime import datetime\ndatetime.now(UTC)"),
    (rules.clock_readings, "import datetime as dt\ndt.date.today()"),
    (rules.clock_readings, "from django.utils import timezone\nat = Field(default=timezone.now)"),
    (rules.clock_readings, "from django.utils.timezone import now as moment\nmoment()"),
    (rules.clock_readings, "from time import monotonic\nmonotonic()"),
    (rules.clock_readings, "import time\ntime.time()"),
    (rules.clock_readings, "at = DateTimeField(auto_now_add=True)"),
    (rules.hidden_imports, "def f():\n    import os"),
    (rules.hidden_imports, "def f():\n    if x:\n        from os import path"),
    (rules.broad_excepts, "try: f()\nexcept: pass"),
    (rules.broad_excepts, "try: f()\nexcept (KeyError, Exception): pass"),
    (rules.broad_excepts, "import contextlib\nwith contextlib.suppress(BaseException): f()"),
    (rules.without_docstring, "def f(): pass"),
    (rules.without_docstring, "class C:\n    def f(self): pass"),
]
RIGHT = [
    (rules.long_functions, LONG.removesuffix("    pass\n")),
    (rules.many_parameters, "class C:\n    def f(self, a, b, c, d, *, e): pass"),
    (rules.clock_readings, "from datetime import datetime, time\ndatetime(2026, 1, 1)\ntime(9)"),
    (rules.hidden_imports, "import os\ndef f(): pass"),
    (rules.broad_excepts, "try: f()\nexcept KeyError: pass"),
    (rules.without_docstring, 'def f():\n    """Gives."""\ndef _g(): pass'),
    (rules.without_docstring, "class C(Base):\n    def f(self): pass"),
]
Rule = Callable[[ast.Module], Iterator[str]]


@pytest.mark.parametrize(("rule", "source"), WRONG)
def test_a_rule_finds_what_breaks_it(rule: Rule, source: str) -> None:
    assert len(list(rule(ast.parse(source)))) == 1


@pytest.mark.parametrize(("rule", "source"), RIGHT)
def test_a_rule_lets_pass_what_keeps_it(rule: Rule, source: str) -> None:
    assert not list(rule(ast.parse(source)))


def test_a_check_that_looked_at_nothing_fails() -> None:
    with pytest.raises(AssertionError, match="nothing was looked at"):
        must_be_empty([], looked_at=0)


def test_a_check_that_found_something_says_what() -> None:
    with pytest.raises(AssertionError, match="this one"):
        must_be_empty(["this one"], looked_at=1)
