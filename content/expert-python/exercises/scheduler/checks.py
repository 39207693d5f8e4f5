import gc
import weakref

from scheduler import Scheduler


class Clock:
    """Shows what it is told to; its numbers are exact in binary."""

    def __init__(self):
        self.now = 64.0

    def __call__(self):
        return self.now


def made():
    clock, seen = Clock(), []
    return Scheduler(clock), clock, seen


def test_runs_what_is_due():
    """Not before its time, at its time, and once."""
    scheduler, clock, seen = made()
    scheduler.at(66, seen.append, "a")
    first = scheduler.run_due()
    clock.now = 66.0
    assert (first, scheduler.run_due(), scheduler.run_due(), seen) == (0, 1, 0, ["a"])


def test_runs_in_order():
    """The order is that of the times, and of planning for equal times - whatever the functions are."""
    scheduler, clock, seen = made()
    for when, name in [(70, "c"), (68, "a"), (70, "d"), (68, "b"), (60, "z")]:
        scheduler.at(when, lambda name=name: seen.append(name))
    clock.now = 100.0
    assert (scheduler.run_due(), "".join(seen)) == (5, "zabcd")


def test_passes_arguments():
    """The arguments are those of the planning."""
    scheduler, _, seen = made()
    scheduler.at(0, lambda *args: seen.append(args), 1, "x")
    scheduler.run_due()
    assert seen == [(1, "x")]


def test_says_when_the_next_is_due():
    """The owner sleeps until then; what was cancelled must not wake him."""
    scheduler, clock, seen = made()
    assert scheduler.next_due() is None
    late = scheduler.at(80, seen.append, 1)
    early = scheduler.at(70, seen.append, 2)
    found = [scheduler.next_due()]
    scheduler.cancel(early)
    found.append(scheduler.next_due())
    scheduler.cancel(late)
    assert found + [scheduler.next_due()] == [70, 80, None]


def test_counts_what_waits():
    """Only jobs that will run are counted: neither those that ran nor those that were cancelled."""
    scheduler, clock, seen = made()
    jobs = [scheduler.at(70 + n, seen.append, n) for n in range(4)]
    scheduler.every(100, seen.append, "beat")
    counts = [len(scheduler)]
    scheduler.cancel(jobs[2])
    counts.append(len(scheduler))
    clock.now = 71.0
    scheduler.run_due()
    assert counts + [len(scheduler)] == [5, 4, 2]


def test_repeats():
    """The first call comes one interval after the planning, not at once."""
    scheduler, clock, seen = made()
    scheduler.every(4, lambda: seen.append(clock.now))
    for _ in range(14):
        scheduler.run_due()
        clock.now += 1
    assert seen == [68.0, 72.0, 76.0]


def test_keeps_its_beat():
    """A job that runs late must not shift all later ones: the times are those of the plan."""
    scheduler, clock, seen = made()
    scheduler.every(4, seen.append, 1)
    clock.now = 69.5
    scheduler.run_due()
    assert scheduler.next_due() == 72


def test_makes_up_for_missed_times_once(now, expected):
    """After a night asleep the laptop must not run a job a thousand times."""
    scheduler, clock, seen = made()
    scheduler.every(4, seen.append, 1)
    clock.now = now
    assert (scheduler.run_due(), scheduler.next_due()) == (1, expected)
    assert scheduler.run_due() == 0


test_makes_up_for_missed_times_once.cases = {
    "two and a half": (74.0, 76),
    "exactly three": (76.0, 80),
    "very many": (64.0 + 4 * 10**9 + 1, 64.0 + 4 * (10**9 + 1)),
}


def test_a_slow_job_keeps_its_beat():
    """Time that passes while the job runs counts for the next `run_due`, and its next time is one of the plan."""
    scheduler, clock, seen = made()

    def slow():
        seen.append(clock.now)
        clock.now += 1

    scheduler.every(4, slow)
    clock.now = 68.0
    scheduler.run_due()
    assert (seen, scheduler.next_due()) == ([68.0], 72)


def test_what_is_planned_meanwhile_waits():
    """A job that plans itself anew for now would otherwise keep `run_due` busy for ever."""
    scheduler, clock, seen = made()

    def again():
        seen.append(1)
        if len(seen) < 50:
            scheduler.at(clock.now - 10, again)

    scheduler.at(0, again)
    assert (scheduler.run_due(), len(seen)) == (1, 1)
    assert (scheduler.next_due(), scheduler.run_due()) == (54, 1)


def test_the_time_of_the_begin_counts():
    """What becomes due while other jobs run waits for the next `run_due`."""
    scheduler, clock, seen = made()
    scheduler.at(64, lambda: setattr(clock, "now", 100.0))
    scheduler.at(70, seen.append, "later")
    assert (scheduler.run_due(), seen) == (1, [])
    assert (scheduler.run_due(), seen) == (1, ["later"])


def test_cancel_tells_what_it_did():
    """`True` means that a call will not happen because of it."""
    scheduler, clock, seen = made()
    ran, waits = scheduler.at(64, seen.append, 1), scheduler.at(70, seen.append, 2)
    scheduler.run_due()
    assert [scheduler.cancel(ran), scheduler.cancel(waits), scheduler.cancel(waits)] == [
        False, True, False,
    ]
    clock.now = 100.0
    scheduler.run_due()
    assert (seen, len(scheduler)) == ([1], 0)


def test_a_repeating_job_is_cancelled():
    """Also between its runs, and for good."""
    scheduler, clock, seen = made()
    job = scheduler.every(1, seen.append, 1)
    clock.now += 1
    scheduler.run_due()
    assert scheduler.cancel(job) is True, "it would have run again"
    clock.now += 10
    assert (scheduler.run_due(), scheduler.next_due(), seen) == (0, None, [1])


def test_a_repeating_job_cancels_itself():
    """From inside, too: the plan must not put it back afterwards."""
    scheduler, clock, seen = made()
    job = scheduler.every(1, lambda: seen.append(scheduler.cancel(job)))
    clock.now += 1
    scheduler.run_due()
    clock.now += 10
    assert (scheduler.run_due(), seen, len(scheduler)) == (0, [True], 0)


def test_a_job_cannot_cancel_itself_while_it_runs():
    """A call that has begun is not prevented by anything."""
    scheduler, _, seen = made()
    job = scheduler.at(0, lambda: seen.append(scheduler.cancel(job)))
    scheduler.run_due()
    assert (seen, len(scheduler)) == ([False], 0)


def test_cancels_what_comes_later_in_the_same_run():
    """Whatever was taken out as due is looked at again before its turn."""
    scheduler, _, seen = made()
    scheduler.at(1, lambda: seen.append(scheduler.cancel(second)))
    second = scheduler.at(2, seen.append, "second")
    assert (scheduler.run_due(), seen, len(scheduler)) == (1, [True], 0)


def test_an_error_keeps_nobody_from_running():
    """The first error is told when all are through; a repeating job that failed is still planned."""
    scheduler, clock, seen = made()
    errors = [ValueError("first"), KeyError("second")]

    def fail(error):
        seen.append("failed")
        raise error

    scheduler.every(1, fail, errors[0])
    scheduler.at(65.5, fail, errors[1])
    scheduler.at(65.75, seen.append, "fine")
    clock.now = 65.75
    raised = None
    try:
        scheduler.run_due()
    except Exception as caught:
        raised = caught
    assert raised is errors[0], f"the first error should be raised, not {raised!r}"
    assert (seen, scheduler.next_due()) == (["failed", "failed", "fine"], 66)


def test_refuses_intervals_without_sense(interval):
    """An interval of zero would be due for ever."""
    try:
        Scheduler(Clock()).every(interval, print)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses_intervals_without_sense.cases = {"zero": (0,), "negative": (-1,)}


def test_lets_go_of_what_was_cancelled():
    """A job that is planned for next year and cancelled today must not keep its arguments until then."""
    class Big: ...

    scheduler, clock, seen = made()
    big = Big()
    gone = weakref.ref(big)
    scheduler.at(70, seen.append, "other")
    job = scheduler.at(10**9, seen.append, big)
    scheduler.cancel(job)
    del big
    gc.collect()
    assert gone() is None, "the argument is still alive"


class Moment(float):
    """A time that counts how often it is compared."""

    compared = 0


def counting(name):
    compare = getattr(float, name)

    def method(self, other):
        Moment.compared += 1
        return compare(self, other)

    return method


for comparison in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__"):
    setattr(Moment, comparison, counting(comparison))
Moment.__hash__ = float.__hash__


def test_takes_little_time_for_many():
    """Looking for a place must not compare with all others: ten times the jobs take little more than ten times the work."""
    def comparisons(count):
        scheduler, clock, _ = made()
        Moment.compared = 0
        jobs = [scheduler.at(Moment(100 + n * 7919 % count), int) for n in range(count)]
        for job in jobs[::2]:
            scheduler.cancel(job)
            scheduler.next_due()
        clock.now = 100.0 + count
        assert scheduler.run_due() == count // 2
        return Moment.compared

    small, large = comparisons(60), comparisons(600)
    assert large < 40 * small, f"10 times the jobs take {large / small:.0f} times the comparisons"
