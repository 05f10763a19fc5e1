"""Which number of a dispute's chance decides what: first of the whole, then of each stage."""

START, SETTING, TALK, TALK_RESOLVES, HIGHER, FIRST = range(6)
ANSWER, NONE, SATISFIES, JUDGE, GO_ON, HOLD, HOLD_DAYS, TASK, AWAY, PER_STAGE = range(10)
