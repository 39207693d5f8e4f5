from circuit_breaker import CircuitBreaker, CircuitOpen


class World:
    """A breaker with a clock of its own, and what came of each call."""

    def __init__(self, threshold=3, reset=30, **options):
        self.now = 1000.0
        self.breaker = CircuitBreaker(threshold, reset, clock=lambda: self.now, **options)
        self.called = 0

    def call(self, function):
        def counted():
            self.called += 1
            return function()

        try:
            return self.breaker.call(counted)
        except CircuitOpen as refused:
            return f"open for {refused.retry_after:g}"
        except BaseException as error:
            return type(error).__name__

    def good(self):
        return self.call(lambda: "ok")

    def bad(self, error=OSError):
        return self.call(raises(error))

    def opened(self):
        self.bad(), self.bad(), self.bad()
        self.called = 0
        return self


def raises(error):
    def function():
        raise error

    return function


def test_passes_results_and_errors():
    """A closed circuit is not to be noticed: results and the very errors pass."""
    world = World()
    assert world.good() == "ok"
    error = OSError("down")
    try:
        world.breaker.call(raises(error))
    except OSError as raised:
        assert raised is error, "the error should pass as it is"
    assert world.breaker.call(lambda: None) is None


def test_opens_after_the_threshold(threshold):
    """So many failures in a row open it; then nothing is called any more."""
    world = World(threshold)
    assert [world.bad() for _ in range(threshold)] == ["OSError"] * threshold
    assert world.good() == "open for 30"
    assert world.called == threshold


test_opens_after_the_threshold.cases = {"one": (1,), "three": (3,)}


def test_counts_failures_in_a_row():
    """A success in between begins the count anew: failures that are spread over days open nothing."""
    world = World()
    found = [world.bad(), world.bad(), world.good(), world.bad(), world.bad(), world.good()]
    assert found == ["OSError", "OSError", "ok", "OSError", "OSError", "ok"]


def test_tells_how_long():
    """Who is refused is told when to come back."""
    world = World().opened()
    world.now += 12
    assert world.good() == "open for 18"
    assert world.called == 0


def test_closes_after_a_good_trial():
    """After the time one call tries, and its success closes the circuit, with the count at zero."""
    world = World().opened()
    world.now += 30
    assert [world.good(), world.good()] == ["ok", "ok"]
    assert [world.bad(), world.bad(), world.good()] == ["OSError", "OSError", "ok"]


def test_opens_anew_after_a_bad_trial():
    """One failed trial is enough, and the time runs from its end, not from the first opening."""
    world = World().opened()
    world.now += 100
    assert world.bad() == "OSError"
    assert world.good() == "open for 30"
    world.now += 29
    assert world.good() == "open for 1"
    world.now += 1
    assert world.good() == "ok"


def test_one_trial_at_a_time():
    """While the trial is under way others are refused: a server that gets up is not trampled down."""
    world = World().opened()
    world.now += 30
    inside = []

    def trial():
        inside.append(world.good())
        inside.append(world.bad())
        return "trial"

    assert world.call(trial) == "trial"
    assert inside == ["open for 0", "open for 0"]
    assert world.good() == "ok"


def test_the_time_of_an_opening_is_its_end():
    """A trial that fails after ten seconds opens the circuit then: its beginning does not count."""
    world = World().opened()
    world.now += 30

    def slow():
        world.now += 10
        raise OSError

    assert world.call(slow) == "OSError"
    assert world.good() == "open for 30"


def test_other_errors_are_answers():
    """A server that says “no such order” lives: it neither counts nor keeps a count going."""
    world = World(failures=(OSError,))
    assert [world.bad(KeyError) for _ in range(5)] == ["KeyError"] * 5
    assert [world.bad(), world.bad(), world.bad(KeyError), world.bad()] == [
        "OSError",
        "OSError",
        "KeyError",
        "OSError",
    ]
    assert world.good() == "ok"


def test_an_answer_closes_a_half_open_circuit():
    """A trial that ends by another error has reached the server."""
    world = World(failures=(OSError,)).opened()
    world.now += 30
    assert world.bad(KeyError) == "KeyError"
    assert [world.good(), world.good()] == ["ok", "ok"]


def test_subclasses_are_failures():
    """`failures` are types as in an `except`."""
    world = World(failures=(OSError,))
    for _ in range(3):
        world.bad(ConnectionResetError)
    assert world.good() == "open for 30"


def test_an_interrupt_says_nothing():
    """Ctrl-C is no failure of the server, and no sign of life either."""
    world = World()
    assert [world.bad(), world.bad(), world.bad(KeyboardInterrupt)][-1] == "KeyboardInterrupt"
    assert world.bad() == "OSError"
    assert world.good() == "open for 30"


def test_an_interrupted_trial_is_followed_by_another():
    """A trial that never came to an end must not block the circuit for ever: the next call is the trial."""
    world = World().opened()
    world.now += 30
    assert world.bad(KeyboardInterrupt) == "KeyboardInterrupt"
    assert world.bad() == "OSError"
    assert world.good() == "open for 30"


def test_a_late_success_closes_nothing():
    """A call that began before the opening and succeeds now tells of the past."""
    world = World()

    def slow():
        world.bad(), world.bad(), world.bad()
        return "late"

    assert world.call(slow) == "late"
    assert world.good() == "open for 30"


def test_a_late_failure_extends_nothing():
    """Calls that still wait for their timeouts must not push the reopening away."""
    world = World()

    def slow():
        world.bad(), world.bad(), world.bad()
        world.now += 10
        raise OSError

    assert world.call(slow) == "OSError"
    assert world.good() == "open for 20"


def test_a_late_end_decides_nothing(end):
    """An old call that ends after a trial has closed the circuit tells of the past: neither a count nor a state changes."""
    world = World()

    def old():
        world.bad(), world.bad(), world.bad()
        world.now += 30
        world.good()
        world.bad(), world.bad()
        return end()

    assert world.call(old) in ("late", "OSError")
    assert world.bad() == "OSError"
    assert world.good() == "open for 30"


test_a_late_end_decides_nothing.cases = {
    "a success": (lambda: "late",),
    "a failure": (raises(OSError),),
}


def test_a_late_failure_does_not_count_in_the_next_period():
    """After the circuit has closed again the count begins at zero, without the failures of before."""
    world = World(threshold=1)

    def old():
        world.bad()
        world.now += 30
        world.good()
        raise OSError

    assert world.call(old) == "OSError"
    assert world.good() == "ok"
