import asyncio

from deadline import Expired, remaining, within

SOON = 0.01
LONG = 30


async def forever(*_):
    await asyncio.get_running_loop().create_future()


async def settle():
    """Lets every task run until it waits for something."""
    for _ in range(30):
        await asyncio.sleep(0)


async def end_of(coroutine):
    """The result, the exception as a value, or what else became of it."""
    task = asyncio.ensure_future(coroutine)
    done, _ = await asyncio.wait({task}, timeout=0.8)
    if not done:
        task.cancel()
        await asyncio.wait({task}, timeout=0.8)
        return "still waiting"
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


def stubborn(end, log=None):
    """Work that takes a while to clean up, and then ends as it likes."""
    async def work():
        try:
            await forever()
        except asyncio.CancelledError:
            for _ in range(5):
                await asyncio.sleep(0)
            if log is not None:
                log.append("cleaned up")
            if isinstance(end, Exception):
                raise end from None
            if end == "cancelled":
                raise
            return end

    return work


async def test_returns_the_result(value):
    """Work that is in time is as if it had been awaited without a deadline."""
    async def work(first, second):
        await asyncio.sleep(0)
        return [value, first, second]

    assert await end_of(within(LONG, work, 1, 2)) == [value, 1, 2]


test_returns_the_result.cases = {"text": ("x",), "none": (None,), "an exception": (KeyError,)}


async def test_passes_exceptions(error):
    """An error of the work is no matter of the deadline, a TimeoutError of a socket inside included."""
    async def fail():
        raise error

    found = await end_of(within(LONG, fail))
    assert found is error, f"the very error should be raised, not {found!r}"


test_passes_exceptions.cases = {
    "ordinary": (ValueError("no"),),
    "a timeout of its own": (TimeoutError("read"),),
    "asyncio's": (asyncio.TimeoutError("read"),),
}


async def test_expires():
    """Too slow is `Expired`, which everybody who catches TimeoutError catches as well."""
    found = await end_of(within(SOON, forever))
    assert type(found) is Expired, f"there was {found!r}"
    assert isinstance(found, TimeoutError), "Expired should be a TimeoutError"


async def test_waits_for_the_cleanup():
    """When `Expired` is raised the work has given back what it held: the caller may try again at once."""
    log = []
    found = await end_of(within(SOON, stubborn("cancelled", log)))
    assert (type(found), log) == (Expired, ["cleaned up"])


async def test_an_end_in_spite_of_it_counts(end):
    """Work that has just managed it, or failed while it cleaned up, has something to say: it must not be lost."""
    found = await end_of(within(SOON, stubborn(end)))
    assert found is end, f"the end of the work should count, not {found!r}"


test_an_end_in_spite_of_it_counts.cases = {
    "a result": ("late",),
    "none": (None,),
    "an error": (OSError("rollback failed"),),
}


async def test_no_time_at_all(seconds):
    """With no time left nothing is begun that would only have to be undone."""
    calls = []

    async def work():
        calls.append(1)

    found = await end_of(within(seconds, work))
    assert (type(found), calls) == (Expired, [])


test_no_time_at_all.cases = {"zero": (0,), "negative": (-1,)}


async def test_a_cancelled_caller_ends_the_work(end):
    """Who cancels the caller wants all of it to end - and hears of a cancellation, whatever the work made of it."""
    log = []
    task = asyncio.create_task(within(LONG, stubborn(end, log)))
    await settle()
    task.cancel()
    assert await end_of(task) == "cancelled"
    assert log == ["cleaned up"]


test_a_cancelled_caller_ends_the_work.cases = {
    "cancelled": ("cancelled",),
    "a result": ("late",),
    "an error": (OSError("no"),),
}


async def test_cancelled_while_the_work_cleans_up(end):
    """The deadline was first, then somebody cancels: the cleanup is waited for, and the cancellation passes."""
    log, cleaning, may_end = [], asyncio.Event(), asyncio.Event()

    async def work():
        try:
            await forever()
        finally:
            cleaning.set()
            while not may_end.is_set():
                try:
                    await may_end.wait()
                except asyncio.CancelledError:
                    log.append("again")
            log.append("cleaned up")
            if end == "a result":
                return end

    task = asyncio.create_task(within(SOON, work))
    await cleaning.wait()
    task.cancel()
    await settle()
    waited = not task.done()
    may_end.set()
    assert await end_of(task) == "cancelled"
    assert (waited, log[-1]) == (True, "cleaned up")


test_cancelled_while_the_work_cleans_up.cases = {
    "cancelled": ("cancelled",),
    "a result": ("a result",),
}


async def test_cancelled_at_once():
    """A caller that is cancelled before anything has begun is cancelled, and leaves nothing behind."""
    task = asyncio.create_task(within(LONG, forever))
    await asyncio.sleep(0)
    task.cancel()
    assert await end_of(task) == "cancelled"
    assert len(asyncio.all_tasks()) == 1


async def test_leaves_nothing_behind(way):
    """Neither tasks nor timers: a service makes a million of these calls."""
    async def quick():
        return 1

    async def fail():
        raise ValueError

    work = {"result": quick, "error": fail, "expired": forever}[way]
    await end_of(within(SOON if way == "expired" else LONG, work))
    await settle()
    assert len(asyncio.all_tasks()) == 1
    timers = [timer for timer in asyncio.get_running_loop()._scheduled if not timer.cancelled()]
    late = [timer for timer in timers if timer.when() > asyncio.get_running_loop().time() + 5]
    assert late == []


test_leaves_nothing_behind.cases = {way: (way,) for way in ("result", "error", "expired")}


async def test_tells_what_remains():
    """The work may hand on what is left of its time, and so may what it calls."""
    async def inner():
        return remaining()

    async def work():
        await asyncio.sleep(0)
        return remaining(), await inner(), await asyncio.create_task(inner())

    found = await end_of(within(LONG, work))
    assert [0 < left <= LONG for left in found] == [True] * 3
    assert found[0] > LONG / 2, "hardly any time has passed"


async def test_nothing_remains_outside():
    """Without a deadline there is no number to tell, before, after and beside it."""
    async def work():
        return remaining()

    before = remaining()
    task = asyncio.create_task(within(LONG, forever))
    await settle()
    beside = remaining()
    task.cancel()
    await end_of(task)
    assert await within(LONG, work) is not None, "inside there should be a number"
    assert (before, beside, remaining()) == (None, None, None)


async def test_the_least_of_all_remains():
    """An inner deadline that is longer gives no more time than the outer one leaves; a shorter one counts."""
    async def tell():
        return remaining()

    async def work():
        longer = await within(1000, tell)
        shorter = await within(5, tell)
        return longer, shorter, remaining()

    longer, shorter, afterwards = await end_of(within(LONG, work))
    assert longer <= LONG, f"{longer} seconds are told, of {LONG}"
    assert shorter <= 5, f"{shorter} seconds are told, of 5"
    assert 5 < afterwards <= LONG, "after the inner one the outer one counts again"


async def test_never_below_zero():
    """Work that cleans up after its time has none left, and no negative one."""
    async def work():
        try:
            await forever()
        finally:
            seen.append(remaining())

    seen = []
    await end_of(within(SOON, work))
    assert seen == [0]


async def test_the_outer_one_expires():
    """The inner `within` is cancelled like everything else, and its caller must not take that for its own deadline."""
    log = []

    async def outer():
        try:
            await within(LONG, stubborn("cancelled", log))
        except Expired:
            log.append("the inner one says that it expired")

    found = await end_of(within(SOON, outer))
    assert (type(found), log) == (Expired, ["cleaned up"])


async def test_the_inner_one_expires():
    """The outer work hears of it and may go on: it still has time."""
    async def outer():
        try:
            await within(SOON, forever)
        except Expired:
            return "went on"

    assert await end_of(within(LONG, outer)) == "went on"
