import sys
import threading

from thread_safe_counter import Tally


class Interrupted(str):
    """A key whose n-th look-up lets another thread go first, if nothing keeps that thread out."""

    armed = None

    def __hash__(self):
        if self.armed and self.armed.here():
            self.armed.interrupt()
        return super().__hash__()


class Interruption:
    def __init__(self, at, work):
        self.left = at
        self.owner = threading.current_thread()
        self.thread = threading.Thread(target=work, daemon=True)
        self.begun = False

    def here(self):
        if threading.current_thread() is not self.owner or self.begun:
            return False
        self.left -= 1
        return self.left == 0

    def interrupt(self):
        self.begun = True
        self.thread.start()
        # A thread that is kept out by a lock cannot end yet: then it is not waited for.
        self.thread.join(0.1)


def in_threads(*works):
    """Runs them at the same time, with as many switches between them as can be had."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work, daemon=True) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)


def interrupted_at(line, call, work):
    """What `call` returns when `work` is tried in another thread at the given line of the tally's code."""
    thread = threading.Thread(target=work, daemon=True)
    file = sys.modules[Tally.__module__].__file__
    left = line

    def trace(frame, event, argument):
        nonlocal left
        if frame.f_code.co_filename != file:
            return None
        left -= event == "line"
        if left == 0 and event == "line":
            thread.start()
            thread.join(0.05)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        result = call()
    finally:
        sys.settrace(before)
    if thread.ident is not None:
        thread.join()
    return result, thread.ident is not None


def test_counts():
    """A count begins at zero, and `add` returns what it is now."""
    tally = Tally()
    assert [tally.add("a"), tally.add("a", 5), tally.add("b", 2)] == [1, 6, 2]
    assert [tally.get("a"), tally.get("b")] == [6, 2]
    assert tally.snapshot() == {"a": 6, "b": 2}


def test_get_adds_no_key():
    """Asking for a key leaves no trace, else a monitor fills the memory by looking."""
    tally = Tally()
    assert tally.get("a") == 0
    assert tally.snapshot() == {}


def test_a_snapshot_stays_as_it_is():
    """Whoever holds a snapshot may take its time: later additions are not in it, and changes to it are not in the tally."""
    tally = Tally()
    tally.add("a")
    snapshot = tally.snapshot()
    tally.add("a")
    assert snapshot == {"a": 1}
    snapshot["a"] = 100
    assert tally.get("a") == 2


def test_drain_empties():
    """What was drained is no longer counted, and counting goes on from zero."""
    tally = Tally()
    tally.add("a", 3)
    drained = tally.drain()
    assert drained == {"a": 3}
    assert tally.snapshot() == {}
    assert tally.add("a") == 1
    assert drained == {"a": 3}


def test_a_thread_in_between(look_up):
    """Whenever another thread adds in the middle of an `add`, none is lost, and each is told its own count."""
    tally = Tally()
    told = []
    key = Interrupted("a")
    key.armed = Interruption(look_up, lambda: told.append(tally.add("a")))
    told.append(tally.add(key))
    if not key.armed.begun:
        told.append(tally.add("a"))
    else:
        key.armed.thread.join()
    assert sorted(told) == [1, 2]
    assert tally.get("a") == 2


test_a_thread_in_between.cases = {
    "at the first look-up": (1,),
    "at the second look-up": (2,),
    "at the third look-up": (3,),
    "at the fourth look-up": (4,),
}


def test_a_thread_in_between_on_a_known_key(look_up):
    """The same where the key is there already."""
    tally = Tally()
    tally.add("a", 10)
    told = []
    key = Interrupted("a")
    key.armed = Interruption(look_up, lambda: told.append(tally.add("a")))
    told.append(tally.add(key))
    if not key.armed.begun:
        told.append(tally.add("a"))
    else:
        key.armed.thread.join()
    assert sorted(told) == [11, 12]
    assert tally.get("a") == 12


test_a_thread_in_between_on_a_known_key.cases = {
    "at the first look-up": (1,),
    "at the second look-up": (2,),
    "at the third look-up": (3,),
}


def test_every_thread_is_told_a_count_of_its_own():
    """Four threads that count to a thousand together are told each number once: it can serve as a ticket."""
    tally = Tally()
    told = [[] for _ in range(4)]

    def work(mine):
        for _ in range(250):
            mine.append(tally.add("a"))

    in_threads(*[lambda mine=mine: work(mine) for mine in told])
    assert sorted(sum(told, [])) == list(range(1, 1001))


def test_an_addition_in_the_middle_of_a_drain():
    """Whatever line of `drain` another thread adds at: the addition is in what was drained or still there, never lost."""
    for line in range(1, 9):
        tally = Tally()
        tally.add("a", 10)
        drained, begun = interrupted_at(line, tally.drain, lambda: tally.add("a"))
        seen = drained.get("a", 0) + tally.get("a")
        assert seen == 10 + begun


def test_survives_a_failed_addition():
    """An exception in the middle must not keep the lock: the next thread would wait for ever."""
    tally = Tally()
    tally.add("a")
    refused, after = [], []

    def work():
        for key, amount in (("a", "one"), ("b", None), ([], 1)):
            try:
                tally.add(key, amount)
            except TypeError:
                refused.append(amount)
        after.append(tally.add("a"))
        after.append(tally.snapshot())

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(1)
    assert not thread.is_alive(), "an addition waits for ever: is a lock still held?"
    assert refused == ["one", None, 1]
    assert after == [2, {"a": 2}]
