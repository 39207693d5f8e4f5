import threading
import time

from work_queue import Closed, WorkQueue


def filled(limit, *items):
    queue = WorkQueue(limit)
    for item in items:
        queue.put(item, timeout=0)
    return queue


class Call:
    """A call in a thread of its own."""

    def __init__(self, function, *args):
        self.result = "still waiting"
        self.thread = threading.Thread(target=self.run, args=(function, *args), daemon=True)
        self.thread.start()

    def run(self, function, *args):
        try:
            self.result = function(*args)
        except Exception as error:
            self.result = type(error)

    def end(self, timeout=0.7):
        self.thread.join(timeout)
        return self.result

    def waits(self):
        self.thread.join(0.05)
        return self.thread.is_alive()


def outcome(function, *args):
    return Call(function, *args).end()


def test_first_in_first_out():
    """What was put first is taken first, whatever the items are."""
    queue = filled(3, "a", None, 0)
    found = [outcome(queue.get, 0) for _ in range(3)]
    assert (found, len(queue)) == (["a", None, 0], 0)


def test_put_waits_for_a_place():
    """A fast producer must be slowed down to the pace of the consumers."""
    queue = filled(2, "a", "b")
    put = Call(queue.put, "c")
    waited = put.waits()
    first = outcome(queue.get, 0)
    assert (waited, first, put.end(), len(queue)) == (True, "a", None, 2)


def test_get_waits_for_an_item():
    """A worker without work sleeps, and is woken by the next item."""
    queue = WorkQueue(1)
    get = Call(queue.get)
    waited = get.waits()
    queue.put("a", 0)
    assert (waited, get.end()) == (True, "a")


def test_gives_up_in_time(method):
    """With a time to wait it raises TimeoutError, at once where it is zero, and has changed nothing."""
    queue = filled(1, "a") if method == "put" else WorkQueue(1)
    arguments = ("b",) if method == "put" else ()
    found = [outcome(getattr(queue, method), *arguments, timeout) for timeout in (0, 0.01)]
    assert found == [TimeoutError, TimeoutError]
    assert len(queue) == (method == "put")


test_gives_up_in_time.cases = {"put": ("put",), "get": ("get",)}


def test_the_time_is_that_of_the_whole_call():
    """Who is woken in vain goes on waiting for the rest of the time, and not for all of it anew."""
    queue = WorkQueue(1)
    get = Call(queue.get, 0.15)
    begin = time.monotonic()
    while time.monotonic() < begin + 0.6 and get.thread.is_alive():
        queue.put("a", 0)
        outcome(queue.get, 0)
        get.thread.join(0.02)
    assert get.result in (TimeoutError, "a"), "it waits longer than it was told to"


def test_a_closed_queue_takes_nothing():
    """Who puts into a closed queue is told: the item would never be done."""
    queue = filled(2, "a")
    queue.close()
    assert outcome(queue.put, "b", 0) is Closed, "put should raise Closed"
    assert len(queue) == 1


def test_a_closed_queue_gives_what_is_left():
    """Closing is no loss: what was accepted is worked off, and only then the workers are sent home."""
    queue = filled(2, "a", "b")
    assert queue.close() == []
    found = [outcome(queue.get, 0) for _ in range(4)]
    assert found == ["a", "b", Closed, Closed]


def test_closing_wakes_all_that_wait(method):
    """Whoever sleeps when the queue is closed must not sleep for ever: none of several."""
    queue = filled(1, "a") if method == "put" else WorkQueue(1)
    arguments = ("b",) if method == "put" else ()
    calls = [Call(getattr(queue, method), *arguments) for _ in range(3)]
    waited = [call.waits() for call in calls]
    queue.close()
    assert waited == [True] * 3
    assert [call.end() for call in calls] == [Closed] * 3


test_closing_wakes_all_that_wait.cases = {"put": ("put",), "get": ("get",)}


def test_dropping():
    """In a hurry what nobody has begun is given back, in order, so that somebody may store it."""
    queue = filled(3, "a", "b", "c")
    taken = outcome(queue.get, 0)
    assert (taken, queue.close(drop=True), len(queue)) == ("a", ["b", "c"], 0)
    assert outcome(queue.get, 0) is Closed, "nothing should be left"


def test_closing_again():
    """First softly, then hard: a shutdown that takes too long may drop the rest."""
    queue = filled(2, "a", "b")
    assert [queue.close(), queue.close(), queue.close(drop=True), queue.close(drop=True)] == [
        [], [], ["a", "b"], [],
    ]


def test_join_waits_for_what_was_taken():
    """An item in the hands of a worker is not done: an empty queue is not the end of the work."""
    queue = filled(2, "a", "b")
    found = [outcome(queue.join, 0)]
    join = Call(queue.join)
    for _ in range(2):
        queue.get(0)
        found.append(join.waits())
        queue.done()
    assert (found, join.end()) == ([False, True, True], True)


def test_join_of_nothing():
    """Where nothing was put nothing has to be waited for; and later work counts again."""
    queue = WorkQueue(1)
    first = outcome(queue.join, 0)
    queue.put("a", 0)
    assert (first, outcome(queue.join, 0)) == (True, False)


def test_join_after_dropping():
    """What was dropped is nobody's work any more, and wakes who waits for the end."""
    queue = filled(2, "a", "b")
    join = Call(queue.join)
    waited = join.waits()
    queue.close(drop=True)
    assert (waited, join.end()) == (True, True)


def test_join_gives_up_in_time():
    """`join` tells whether the work is done, and raises nothing."""
    queue = filled(2, "a")
    assert outcome(queue.join, 0.01) is False, "it is not done"


def test_done_without_an_item():
    """One `done` too many is a mistake, which would let `join` return too early."""
    queue = filled(2, "a", "b")
    early = outcome(queue.done)
    queue.get(0)
    assert (early, outcome(queue.done), outcome(queue.done)) == (ValueError, None, ValueError)


def test_refuses_no_place(limit):
    """A queue without a place would wait for ever."""
    assert outcome(WorkQueue, limit) is ValueError, "ValueError should be raised"


test_refuses_no_place.cases = {"zero": (0,), "negative": (-1,)}


def test_many_threads():
    """Producers and workers together: nothing is lost, nothing comes twice, and never are there too many."""
    queue, found, most = WorkQueue(3), [], []

    def produce(first):
        for number in range(first, first + 50):
            queue.put(number)

    def work():
        while True:
            try:
                item = queue.get()
            except Closed:
                return
            most.append(len(queue))
            found.append(item)
            queue.done()

    workers = [Call(work) for _ in range(3)]
    producers = [Call(produce, first) for first in (0, 50, 100)]
    ends = [call.end(2) for call in producers] + [outcome(queue.join, 1)]
    queue.close()
    assert (ends, [call.end() for call in workers]) == ([None, None, None, True], [None] * 3)
    assert sorted(found) == list(range(150))
    assert max(most) <= 3, "there were too many items at once"
