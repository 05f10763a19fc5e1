"""Checks the receipts of due dates that `concord receipt --json` wrote, by counting them again.

Use: python3 -m verifier [FILE]      without FILE it reads standard input

It needs Python 3.11 and this folder, and is run beside it. It counts every receipt anew, one day
after another, and accepts it or says where it is wrong. Exit codes: 0 all accepted, 1 something is
wrong, 2 wrong use.
"""

import sys
from pathlib import Path

from verifier.check import check
from verifier.counting import long

ACCEPTED, WRONG, WRONG_USE = 0, 1, 2


def _say(text: str) -> None:
    sys.stdout.write("".join(each if each.isprintable() else "?" for each in text) + "\n")


def main(arguments: list[str]) -> int:
    """Check the file that is named, or standard input. Out: the exit code."""
    if len(arguments) > 1 or any(each.startswith("-") and each != "-" for each in arguments):
        sys.stderr.write(str(__doc__))
        return WRONG_USE
    named = arguments[0] if arguments else "-"
    try:
        raw = sys.stdin.buffer.read() if named == "-" else Path(named).read_bytes()
        checked = check(raw.decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"It cannot be read: {type(error).__name__}\n")
        return WRONG_USE
    for day, name in checked.unconfirmed:
        _say(f"not confirmed: {long(day)}, {name}: no rule that is known here gives this day")
    for key, place, sentence in checked.wrong:
        _say(f"wrong: {f'{key}, ' if key else ''}{place}: {sentence}")
    bad = len({each.receipt for each in checked.wrong} - {""})
    whole = "; the document itself is wrong" if any(not w.receipt for w in checked.wrong) else ""
    _say(f"{checked.receipts} receipts, {checked.receipts - bad} accepted, {bad} wrong{whole}")
    return WRONG if checked.wrong else ACCEPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
