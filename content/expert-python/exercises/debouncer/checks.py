from debouncer import Debouncer


class Clock:
    """Shows what it is told to; its numbers are exact in binary."""

    def __init__(self, now=1024.0):
        self.now = now

    def __call__(self):
        return self.now


def made(quiet=2, limit=8):
    clock, calls = Clock(), []
    debouncer = Debouncer(lambda *args, **kwargs: calls.append((args, kwargs)), quiet, limit, clock)
    return debouncer, clock, calls


def test_waits_for_quiet():
    """The function runs when it has been quiet for long enough: neither at the call nor before."""
    debouncer, clock, calls = made(quiet=2)
    debouncer("a")
    found = [debouncer.tick()]
    clock.now += 1.75
    found.append(debouncer.tick())
    assert (found, calls) == ([False, False], [])
    clock.now += 0.25
    assert debouncer.tick() is True, "after two seconds it should run"
    assert calls == [(("a",), {})]


def test_runs_once():
    """A burst is over when the function has run, however often anybody asks afterwards."""
    debouncer, clock, calls = made()
    debouncer()
    clock.now += 100
    assert [debouncer.tick(), debouncer.tick(), debouncer.flush()] == [True, False, False]
    assert len(calls) == 1


def test_each_call_begins_the_quiet_anew():
    """It is the silence after the *last* call that counts."""
    debouncer, clock, calls = made(quiet=2)
    for _ in range(3):
        debouncer()
        clock.now += 1.5
        debouncer.tick()
    assert calls == []
    clock.now += 0.5
    assert debouncer.tick() is True, "two seconds after the last call it should run"


def test_the_last_arguments_count():
    """Who saves ten times wants the tenth text to be built."""
    debouncer, clock, calls = made()
    debouncer(1, mode="old", extra=True)
    debouncer(2, mode="new")
    clock.now += 2
    debouncer.tick()
    assert calls == [((2,), {"mode": "new"})]


def test_a_stream_of_calls_cannot_put_it_off():
    """Without a limit an editor that saves each second would never be built."""
    debouncer, clock, calls = made(quiet=2, limit=8)
    ran_at = []
    for second in range(20):
        debouncer(second)
        if debouncer.tick():
            ran_at.append(second)
        clock.now += 1
    assert ran_at == [8, 17]
    assert [args for args, _ in calls] == [(8,), (17,)]


def test_the_limit_counts_from_the_first_call():
    """The time before a burst is no part of it: a new burst has all its time."""
    debouncer, clock, calls = made(quiet=2, limit=4)
    debouncer()
    clock.now += 2
    debouncer.tick()
    clock.now += 100
    debouncer()
    assert debouncer.tick() is False, "a new burst ran at once"
    assert debouncer.next_due() == clock.now + 2


def test_says_when_it_is_due(gaps, expected):
    """The owner sleeps until then, and must neither miss it nor wake for nothing."""
    debouncer, clock, _ = made(quiet=2, limit=5)
    for gap in gaps:
        clock.now += gap
        debouncer()
    assert debouncer.next_due() == expected


test_says_when_it_is_due.cases = {
    "nothing": ((), None),
    "one call": ((0,), 1026.0),
    "two calls": ((0, 1), 1027.0),
    "near the limit": ((0, 1, 1, 1, 1), 1029.0),
}


def test_nothing_is_due_afterwards():
    """After it ran, and after a cancel, there is no time to wait for."""
    debouncer, clock, _ = made()
    debouncer()
    clock.now += 2
    debouncer.tick()
    after_tick = debouncer.next_due()
    debouncer()
    debouncer.cancel()
    assert (after_tick, debouncer.next_due()) == (None, None)


def test_a_late_call_joins_the_burst():
    """A burst that is due but was not run yet takes one more call; still it runs once, with the new arguments."""
    debouncer, clock, calls = made(quiet=2, limit=3)
    debouncer("early")
    clock.now += 10
    debouncer("late")
    assert calls == []
    assert debouncer.tick() is True, "the limit has passed, so it should run"
    assert calls == [(("late",), {})]


def test_a_late_call_is_not_due_before_the_limit():
    """With time left until the limit, the late call's own quiet counts."""
    debouncer, clock, calls = made(quiet=2, limit=8)
    debouncer("early")
    clock.now += 3
    debouncer("late")
    assert debouncer.tick() is False, "it has not been quiet since the late call"
    assert debouncer.next_due() == 1029.0


def test_flush():
    """At shutdown nobody wants to wait: what is pending runs now, and only if there is something."""
    debouncer, clock, calls = made()
    first = debouncer.flush()
    debouncer("a")
    assert (first, debouncer.flush()) == (False, True)
    clock.now += 100
    assert debouncer.tick() is False, "after a flush nothing is left"
    assert calls == [(("a",), {})]


def test_cancel():
    """What was cancelled never runs, and cancelling nothing is no error."""
    debouncer, clock, calls = made()
    debouncer.cancel()
    debouncer("a")
    debouncer.cancel()
    clock.now += 100
    assert (debouncer.tick(), debouncer.flush(), calls) == (False, False, [])


def test_an_error_comes_out_once(method):
    """A build that fails is told to whoever runs it, and is not run again by itself."""
    clock, error = Clock(), OSError("no compiler")
    calls = []

    def fail():
        calls.append(1)
        raise error

    debouncer = Debouncer(fail, 1, 5, clock)
    debouncer()
    clock.now += 1
    raised = None
    try:
        getattr(debouncer, method)()
    except OSError as caught:
        raised = caught
    assert raised is error, f"{method} should raise the function's own error"
    clock.now += 100
    assert (debouncer.tick(), debouncer.next_due(), len(calls)) == (False, None, 1)


test_an_error_comes_out_once.cases = {"tick": ("tick",), "flush": ("flush",)}


def test_a_call_from_inside_begins_a_burst():
    """A build that changes a file asks for another build: it must neither be lost nor run at once."""
    clock, seen = Clock(), []

    def build(name):
        seen.append(name)
        if name == "first":
            debouncer("second")

    debouncer = Debouncer(build, 1, 5, clock)
    debouncer("first")
    clock.now += 1
    assert debouncer.tick() is True, "the first burst is due"
    assert (seen, debouncer.next_due()) == (["first"], clock.now + 1)
    clock.now += 1
    debouncer.tick()
    assert seen == ["first", "second"]


def test_a_slow_function_takes_no_time_from_the_next():
    """The clock goes on while the function runs: a burst that begins inside has its own begin."""
    clock = Clock()

    def build(again):
        if again:
            clock.now += 10
            debouncer(False)

    debouncer = Debouncer(build, 1, 5, clock)
    debouncer(True)
    clock.now += 1
    debouncer.tick()
    assert debouncer.next_due() == clock.now + 1


def test_without_quiet():
    """With no quiet at all the next tick runs it: still not the call itself."""
    debouncer, _, calls = made(quiet=0, limit=0)
    debouncer()
    assert calls == []
    assert debouncer.tick() is True, "it is due at once"


def test_refuses_times_without_sense(quiet, limit):
    """A limit below the quiet could never be kept, and negative time is a mistake."""
    try:
        Debouncer(print, quiet, limit, Clock())
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses_times_without_sense.cases = {"negative": (-1, 5), "limit too small": (2, 1)}


def test_time_zero_is_a_time():
    """A clock may begin at zero, which is not the same as nothing."""
    clock, calls = Clock(0.0), []
    debouncer = Debouncer(lambda: calls.append(1), 0, 0, clock)
    debouncer()
    assert (debouncer.next_due(), debouncer.tick(), len(calls)) == (0.0, True, 1)
