"""Print each clause with the tests that carry it; `--shrink` takes the carried off the list."""

import sys

from tests.clauses.carried import carried_by_all, known_ids, uncarried, unknown, write_uncarried


def main(arguments: list[str]) -> int:
    """Print the list; 0 done, 1 a mark names a clause that does not exist, 2 wrong use."""
    if arguments not in ([], ["--shrink"]):
        print("Use: python -m tests.clauses [--shrink]", file=sys.stderr)
        return 2
    found = carried_by_all()
    for each in unknown(found):
        print(f"{each.test}: there is no clause {each.clause}", file=sys.stderr)
    without = uncarried(found)
    if arguments:
        write_uncarried(without)
    known = known_ids()
    for clause in known:
        tests = sorted({each.test for each in found if each.clause == clause})
        print("\n    ".join([clause, *(tests or ["(no test yet)"])]))
    print(f"{len(known) - len(without)} of {len(known)} carried")
    return 1 if unknown(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
