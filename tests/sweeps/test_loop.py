"""The background work goes on through trouble, and ends when it is told to."""

import os
import signal
from datetime import datetime
from threading import Event

import pytest
from django.db import InterfaceError, OperationalError

from concord.sweeps import loop
from concord.sweeps.loop import one_round, stop_on_signals, work
from concord.sweeps.rounds import Chunk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("trouble", [OperationalError("locked"), InterfaceError("gone")])
def test_a_round_that_cannot_use_the_database_is_given_up_without_ending_the_work(
    trouble: Exception,
) -> None:
    def locked(_at: datetime) -> dict[str, Chunk]:
        raise trouble

    assert one_round(locked) is False


def test_a_round_gets_the_moment_at_which_it_begins() -> None:
    seen: list[datetime] = []

    def look(at: datetime) -> dict[str, Chunk]:
        seen.append(at)
        return {"deadlines": Chunk(1, 1, more=False)}

    assert one_round(look) is True
    assert seen[0].tzinfo is not None


def test_a_mistake_of_ours_ends_the_work_so_that_somebody_sees_it() -> None:
    def mistaken(_at: datetime) -> dict[str, Chunk]:
        raise KeyError("stage")

    with pytest.raises(KeyError):
        one_round(mistaken)


def test_the_work_goes_on_round_after_round_until_it_is_told_to_stop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop, rounds = Event(), []

    def sweep_round(at: datetime, **_how: object) -> dict[str, Chunk]:
        rounds.append(at)
        if len(rounds) == 2:
            raise OperationalError("locked")
        if len(rounds) == 3:
            stop.set()
        return {}

    monkeypatch.setattr(loop, "sweep_round", sweep_round)
    work(stop=stop, pause=0.001)
    assert len(rounds) == 3
    assert rounds == sorted(rounds)


def test_the_work_ends_when_the_process_that_it_belongs_to_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds: list[datetime] = []

    def sweep_round(at: datetime, **_how: object) -> dict[str, Chunk]:
        rounds.append(at)
        return {}

    monkeypatch.setattr(loop, "sweep_round", sweep_round)
    work(stop=Event(), pause=0.001, beside=os.getppid() + 1)
    assert rounds == []


def test_the_work_is_told_to_stop_by_a_signal() -> None:
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        stop = stop_on_signals()
        assert not stop.is_set()
        signal.raise_signal(signal.SIGTERM)
        assert stop.wait(1)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
