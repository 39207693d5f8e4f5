import threading
from contextlib import ExitStack

from resource_pool import Pool

SOON = 3


class Maker:
    """Makes numbers, and remembers what was made and disposed of."""

    def __init__(self):
        self.made = 0
        self.disposed = []
        self.errors = []

    def create(self):
        if self.errors:
            raise self.errors.pop()
        self.made += 1
        return self.made

    def pool(self, size):
        return Pool(self.create, size, self.disposed.append)


class Job(threading.Thread):
    """Runs a function in a thread, and tells what came of it."""

    def __init__(self, function):
        super().__init__(daemon=True)
        self.function = function
        self.result = self.error = None
        self.start()

    def run(self):
        try:
            self.result = self.function()
        except BaseException as error:
            self.error = error

    def outcome(self):
        self.join(SOON)
        assert not self.is_alive(), "a thread still waits, though it should not have to"
        return self.error or self.result


def borrow(pool, timeout=None):
    with pool.lend(timeout=timeout) as resource:
        return resource


def refused(error, call):
    try:
        call()
    except error as raised:
        return raised
    raise AssertionError(f"{error.__name__} should be raised")


def test_creates_when_needed():
    """Nothing is made before somebody wants it; what is idle is lent again."""
    maker = Maker()
    pool = maker.pool(3)
    assert maker.made == 0
    assert [borrow(pool), borrow(pool)] == [1, 1]
    assert maker.made == 1


def test_lends_different_resources_at_a_time():
    """Two blocks at the same time have two resources."""
    maker = Maker()
    pool = maker.pool(2)
    with pool.lend() as one, pool.lend() as other:
        assert (one, other) == (1, 2)
    assert maker.disposed == []


def test_lends_the_one_used_last_first():
    """The last one used is warm: caches are filled, and it was not closed from afar meanwhile."""
    maker = Maker()
    pool = maker.pool(3)
    stack = ExitStack()
    first, second = stack.enter_context(pool.lend()), ExitStack()
    second.enter_context(pool.lend())
    second.close()
    stack.close()
    assert borrow(pool) == first


def test_a_resource_may_be_false(value):
    """`None` or `0` are resources like any other."""
    made = []

    def create():
        made.append(1)
        return value

    pool = Pool(create, 1)
    assert [borrow(pool, 0), borrow(pool, 0)] == [value, value]
    assert len(made) == 1


test_a_resource_may_be_false.cases = {"none": (None,), "zero": (0,), "unhashable": ([],)}


def test_never_more_than_the_size():
    """When all are lent one waits, and with a timeout of zero one hears at once that there is none."""
    maker = Maker()
    pool = maker.pool(2)
    with pool.lend(), pool.lend():
        refused(TimeoutError, lambda: borrow(pool, 0))
        refused(TimeoutError, lambda: borrow(pool, 0.01))
    assert maker.made == 2
    assert borrow(pool, 0) in (1, 2)


def test_waits_for_one_to_come_back():
    """Who waits gets the resource that another block gives back."""
    maker = Maker()
    pool = maker.pool(1)
    with pool.lend():
        job = Job(lambda: borrow(pool, SOON))
        job.join(0.05)
        assert job.is_alive(), "it did not wait"
    assert job.outcome() == 1
    assert maker.made == 1


def test_a_block_that_fails_breaks_its_resource():
    """After an error nobody knows in what state the resource is: it is disposed of, and another takes its place."""
    maker = Maker()
    pool = maker.pool(1)

    def fail():
        with pool.lend():
            raise KeyError("mine")

    assert refused(KeyError, fail).args == ("mine",)
    assert maker.disposed == [1]
    assert borrow(pool, 0) == 2


def test_an_interrupt_frees_the_place_too():
    """`KeyboardInterrupt` and `SystemExit` end a block like any error does."""
    maker = Maker()
    pool = maker.pool(1)

    def interrupt():
        with pool.lend():
            raise KeyboardInterrupt

    refused(KeyboardInterrupt, interrupt)
    assert maker.disposed == [1]
    assert borrow(pool, 0) == 2


def test_a_creation_that_fails_frees_the_place():
    """A database that was down for a moment must not make the pool smaller for ever."""
    maker = Maker()
    maker.errors = [OSError("down"), OSError("down")]
    pool = maker.pool(1)
    for _ in range(2):
        assert refused(OSError, lambda: borrow(pool, 0)).args == ("down",)
    assert borrow(pool, 0) == 1


def test_a_freed_place_wakes_who_waits():
    """Who waits may create one when a place becomes free, though nothing comes back."""
    maker = Maker()
    pool = maker.pool(1)
    jobs = []

    def fail():
        with pool.lend():
            jobs.append(Job(lambda: borrow(pool, SOON)))
            jobs[0].join(0.05)
            raise KeyError

    refused(KeyError, fail)
    assert jobs[0].outcome() == 2


def test_a_failed_creation_wakes_who_waits():
    """The place that a failed creation had reserved goes to the next who waits."""
    maker, begun, fail = Maker(), threading.Event(), threading.Event()

    def create():
        if not begun.is_set():
            begun.set()
            fail.wait(SOON)
            raise OSError("down")
        return maker.create()

    pool = Pool(create, 1)
    first = Job(lambda: borrow(pool))
    begun.wait(SOON)
    second = Job(lambda: borrow(pool, SOON))
    second.join(0.05)
    fail.set()
    assert str(first.outcome()) == "down"
    assert second.outcome() == 1


def test_a_disposal_that_fails_frees_the_place():
    """What cannot be closed properly is gone nevertheless."""
    made = iter(range(1, 9))

    def dispose(resource):
        raise OSError("cannot close")

    pool = Pool(lambda: next(made), 1, dispose)

    def fail():
        with pool.lend():
            raise KeyError

    try:
        fail()
    except (KeyError, OSError):
        pass
    assert borrow(pool, 0) == 2


def test_close_disposes_of_what_is_idle():
    """Closing disposes of each resource once; closing again does nothing."""
    maker = Maker()
    pool = maker.pool(3)
    with pool.lend(), pool.lend():
        pass
    pool.close()
    pool.close()
    assert sorted(maker.disposed) == [1, 2]


def test_close_waits_for_no_block():
    """A block that is going on keeps its resource to its end; then it is disposed of."""
    maker = Maker()
    pool = maker.pool(2)
    with pool.lend() as resource:
        pool.close()
        assert maker.disposed == []
    assert maker.disposed == [resource]


def test_a_closed_pool_lends_nothing():
    """Idle or not, with or without places: after the end there is nothing to be had."""
    maker = Maker()
    pool = maker.pool(2)
    borrow(pool)
    pool.close()
    refused(RuntimeError, lambda: borrow(pool))
    assert maker.made == 1


def test_close_wakes_who_waits():
    """A thread that waits for a closed pool would wait for ever."""
    pool = Maker().pool(1)
    with pool.lend():
        jobs = [Job(lambda: borrow(pool)) for _ in range(3)]
        jobs[0].join(0.05)
        pool.close()
        assert [type(job.outcome()) for job in jobs] == [RuntimeError] * 3


def test_what_is_created_while_closing_is_disposed_of():
    """A creation may still be going on when the pool is closed: its resource must not be left over."""
    maker, begun, go_on = Maker(), threading.Event(), threading.Event()

    def create():
        begun.set()
        go_on.wait(SOON)
        return maker.create()

    pool = Pool(create, 1, maker.disposed.append)
    job = Job(lambda: borrow(pool))
    begun.wait(SOON)
    pool.close()
    go_on.set()
    job.outcome()
    assert maker.disposed == [1]


def test_is_a_context_manager():
    """The end of the block closes the pool, also when it ends with an error."""
    maker = Maker()

    def fail():
        with maker.pool(1) as pool:
            borrow(pool)
            raise KeyError

    refused(KeyError, fail)
    assert maker.disposed == [1]


def test_creating_holds_nobody_up():
    """While one thread creates, which may take seconds, others lend and give back what there is."""
    maker, begun, go_on = Maker(), threading.Event(), threading.Event()

    def create():
        if maker.made:
            begun.set()
            go_on.wait(2 * SOON)
        return maker.create()

    pool = Pool(create, 2)
    stack = ExitStack()
    stack.enter_context(pool.lend())
    slow = Job(lambda: borrow(pool))
    begun.wait(SOON)
    quick = Job(lambda: (stack.close(), borrow(pool)))
    assert quick.outcome() == (None, 1)
    go_on.set()
    assert slow.outcome() == 2


def test_disposing_holds_nobody_up():
    """While one thread disposes, others lend what there is."""
    maker, begun, go_on = Maker(), threading.Event(), threading.Event()

    def dispose(resource):
        begun.set()
        go_on.wait(2 * SOON)

    pool = Pool(maker.create, 2, dispose)
    with pool.lend():
        with pool.lend():
            pass

    def fail():
        with pool.lend():
            raise KeyError

    slow = Job(fail)
    begun.wait(SOON)
    assert Job(lambda: borrow(pool, 0)).outcome() in (1, 2)
    go_on.set()
    assert isinstance(slow.outcome(), KeyError), "the KeyError should pass"


def test_many_threads():
    """No resource in two hands, never more than `size`, and none lost, however threads take turns."""
    maker, inside, overlaps = Maker(), set(), []
    pool = maker.pool(3)

    def work():
        for turn in range(40):
            try:
                with pool.lend(SOON) as resource:
                    if resource in inside:
                        overlaps.append(resource)
                    inside.add(resource)
                    if len(inside) > 3:
                        overlaps.append(len(inside))
                    inside.discard(resource)
                    if turn % 10 == 9:
                        raise KeyError
            except KeyError:
                pass

    jobs = [Job(work) for _ in range(8)]
    assert [job.outcome() for job in jobs] == [None] * 8
    assert overlaps == []
    pool.close()
    assert sorted(maker.disposed) == list(range(1, maker.made + 1))


def test_refuses_a_size_below_one(size):
    """A pool that can lend nothing is a mistake of the caller's, who should hear of it at once."""
    refused(ValueError, lambda: Pool(int, size))


test_refuses_a_size_below_one.cases = {"zero": (0,), "negative": (-1,)}
