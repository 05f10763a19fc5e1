"""Protocol files that somebody made to do harm, or by a slip of a program, by what they do."""

from collections.abc import Callable
from itertools import pairwise

from concord.core.files.source import LONGEST_FILE, MOST_PARTS
from concord.core.protocol.shipped import shipped_text
from tests.support.tree import ROOT

EXAMPLE = ROOT / "docs" / "reference" / "examples" / "protocol.yaml"
HEAD = "format: concord protocol 1\n"


def _laughs() -> str:
    lines = [f"l{n + 1}: &l{n + 1} [{', '.join([f'*l{n}'] * 9)}]" for n in range(9)]
    return "\n".join([f"{HEAD}l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]", *lines, ""])


def _steps(count: int) -> str:
    """Bristol's protocol with many stages between its first and its second."""
    text = shipped_text("bristol")
    start, end = text.index("  - id: stage-2\n"), text.index("  - id: stage-3\n")
    stage = text[start:end]
    more = (stage.replace("id: stage-2\n", f"id: stage-2-{n}\n", 1) for n in range(count))
    return text[:end] + "".join(more) + text[end:]


def _musts(count: int) -> str:
    """Bristol's protocol with many things to do before each escalation, in any order."""
    rule = (
        "  - {{id: more-{n}, who: iro, must: inform, whom: senior-reviewing-officer, "
        "about: matter-{n}, what: Tell, before: [escalating], clause: BRI-S2}}\n"
    )
    head, _, tail = shipped_text("bristol").partition("\nduties:\n")
    return f"{head}\nduties:\n{''.join(rule.format(n=n) for n in range(count))}{tail}"


def _slips(count: int) -> str:
    """A good file with as many wrong limits and names as there is room for."""
    duty = (
        "  - {{id: d-{n}, who: nobody-{n}, must: inform, whom: no-{n}, what: x, clause: NO-{n}}}\n"
    )
    head, _, tail = shipped_text("bristol").partition("\nduties:\n")
    return f"{head}\nduties:\n{''.join(duty.format(n=n) for n in range(count))}{tail}"


def _circle() -> str:
    """As many roles as there is room for, each the manager of the next."""
    names = [f"role-{n}" for n in range(450)]
    line = "  {0}: {{label: A, side: line, held for: a team, manager: {1}}}\n"
    roles = "".join(line.format(*each) for each in pairwise([*names, names[0]]))
    return f"{HEAD}roles:\n{roles}"


def _settings(raisers: int) -> str:
    """The example with many who raise, for each kind of child."""
    text = EXAMPLE.read_text(encoding="utf-8")
    role = "  r-{0}: {{label: R, side: reviewing, held for: a child}}\n"
    names = [f"r-{n}" for n in range(raisers)]
    text = text.replace("raisers: reviewing-officer", f"raisers: [{', '.join(names)}]")
    text = text.replace("children: [in care]", "children: [in care, in need, care leaver]")
    text = text.replace("raised by: reviewing-officer", f"raised by: [{', '.join(names)}]")
    roles = "".join(role.format(n) for n in range(raisers))
    return text.replace("raisers: [", f"{roles}raisers: [")


FILES: dict[str, Callable[[], str | bytes]] = {
    "a billion laughs": _laughs,
    "an alias of itself": lambda: f"{HEAD}a: &a [*a]\n",
    "merged keys": lambda: f"{HEAD}a: &a {{b: c}}\nd:\n  <<: *a\n",
    "a tag that runs code": lambda: f"{HEAD}a: !!python/object/apply:os.system [ls]\n",
    "lists in lists, 100,000 deep": lambda: HEAD + "a: " + "[" * 100_000,
    "groups in groups, 100,000 deep": lambda: HEAD + "a: " + "{b: " * 90_000,
    "indented ever deeper": lambda: HEAD + "".join(f"{' ' * n}k{n}:\n" for n in range(800)),
    "50 MB of one letter": lambda: b"x" * 50_000_000,
    "50 MB of lines": lambda: b"k: v\n" * 10_000_000,
    "a million keys": lambda: HEAD.encode() + b"".join(b"k%d: v\n" % n for n in range(1_000_000)),
    "as many keys as there is room for": lambda: (
        HEAD + "".join(f"k{n}: v\n" for n in range(30_000))
    ),
    "the same key again and again": lambda: HEAD + "id: x\n" * (MOST_PARTS // 2 - 5),
    "one very long word": lambda: f"{HEAD}title: {'x' * (LONGEST_FILE - 100)}\n",
    "one very long key": lambda: f"{HEAD}{'k' * (LONGEST_FILE - 100)}: x\n",
    "quotation marks without an end": lambda: f'{HEAD}title: "{"x " * 190_000}',
    "a thousand commas": lambda: f"{HEAD}children: [{',' * 1_000}]\n",
    "NUL bytes": lambda: HEAD + "title: a\0b\n",
    "nothing but NUL bytes": lambda: b"\0" * 100_000,
    "UTF-16": lambda: shipped_text("bristol").encode("utf-16"),
    "Latin-1": lambda: f"{HEAD}title: Caf\xe9\n".encode("latin-1"),
    "half a character": lambda: f"{HEAD}title: ".encode() + b"\xed\xa0\x80\n",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100,
    "based on itself": lambda: f"{HEAD}id: circle\nbased on: circle.yaml\n",
    "more than 300 duties with wrong names": lambda: _slips(300),
    "450 managers in a circle": _circle,
    "150 roles that raise": lambda: _settings(150),
    "forty stages more": lambda: _steps(40),
    "thirty things to do in any order": lambda: _musts(30),
    "a hundred things to do in any order": lambda: _musts(100),
}


def bases_of(text: str) -> Callable[[str], str]:
    """What these files can be based on: a shipped protocol, or the file itself."""

    def found(name: str) -> str:
        return text if name == "circle.yaml" else shipped_text(name)

    return found


def raw(name: str) -> bytes:
    """One of the files as its bytes."""
    made = FILES[name]()
    return made.encode() if isinstance(made, str) else made
