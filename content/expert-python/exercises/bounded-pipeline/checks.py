import asyncio

from bounded_pipeline import ordered_map


async def settle():
    """Lets every task run until it waits for something."""
    for _ in range(60):
        await asyncio.sleep(0)


class Work:
    """A source and a function whose calls end when they are told to."""

    def __init__(self, *items):
        self.items = list(items)
        self.taken = []
        self.begun = []
        self.cancelled = []
        self.running = 0
        self.most = 0
        self.ends = {}

    async def source(self):
        for item in self.items:
            if isinstance(item, Exception):
                raise item
            if isinstance(item, asyncio.Event):
                await item.wait()
                continue
            self.taken.append(item)
            yield item

    async def function(self, item):
        self.begun.append(item)
        self.running += 1
        self.most = max(self.most, self.running)
        end = self.ends.setdefault(item, asyncio.get_running_loop().create_future())
        try:
            return await end
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            self.cancelled.append(item)
            raise
        finally:
            self.running -= 1

    def end(self, item, error=None):
        end = self.ends.setdefault(item, asyncio.get_running_loop().create_future())
        if error:
            end.set_exception(error)
        else:
            end.set_result(f"<{item}>")


async def double(item):
    await asyncio.sleep(0)
    return 2 * item


async def numbers(count):
    for number in range(count):
        yield number


def ask(results):
    """A task that takes the next result."""
    async def take():
        return await results.__anext__()

    return asyncio.create_task(take())


async def end_of(task):
    done, _ = await asyncio.wait({task}, timeout=0.7)
    if not done:
        task.cancel()
        await asyncio.wait({task}, timeout=0.7)
        return "still waiting"
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


async def test_maps_in_order(count, limit):
    """All results come, in the order of their items, whatever the limit."""
    found = []

    async def take():
        async for result in ordered_map(double, numbers(count), limit):
            found.append(result)

    assert await end_of(asyncio.create_task(take())) is None
    assert found == [2 * number for number in range(count)]


test_maps_in_order.cases = {
    "one at a time": (5, 1),
    "three at a time": (20, 3),
    "more places than items": (3, 10),
    "nothing": (0, 3),
}


async def test_runs_in_parallel():
    """While the first result is awaited, as many calls run as are allowed, and no more."""
    work = Work(*range(10))
    results = ordered_map(work.function, work.source(), 3)
    task = ask(results)
    await settle()
    assert work.begun == [0, 1, 2]
    task.cancel()
    await end_of(task)
    await results.aclose()


async def test_waits_for_the_first():
    """What is ready early waits for what stands before it."""
    work = Work("a", "b", "c")
    results = ordered_map(work.function, work.source(), 3)
    task = ask(results)
    await settle()
    work.end("b")
    work.end("c")
    await settle()
    assert not task.done(), "a result overtook the first one"
    work.end("a")
    found = [await end_of(task)]
    found += [result async for result in results]
    assert found == ["<a>", "<b>", "<c>"]


async def test_the_source_waits_for_the_consumer():
    """Results that nobody has received count: with a consumer that pauses no more than `limit` items are out."""
    work = Work(*range(20))
    for item in work.items:
        work.end(item)
    results = ordered_map(work.function, work.source(), 3)
    for received in range(1, 6):
        assert await end_of(ask(results)) == f"<{received - 1}>"
        await settle()
        # The last one was handed out just now, and may not count as received yet or as received.
        assert len(work.taken) <= received + 3, f"{len(work.taken)} items are out after {received} results"
    await results.aclose()


async def test_a_free_place_is_used_at_once():
    """When a result is handed out and the consumer waits for the next one, another call begins."""
    work = Work(*range(10))
    results = ordered_map(work.function, work.source(), 2)
    task = ask(results)
    await settle()
    work.end(0)
    assert await end_of(task) == "<0>"
    task = ask(results)
    await settle()
    assert work.begun == [0, 1, 2]
    task.cancel()
    await end_of(task)
    await results.aclose()


async def test_a_slow_source_keeps_nothing_back():
    """A result that is ready is handed out, even if the next item does not come for hours."""
    later = asyncio.Event()
    work = Work("a", later, "b")
    work.end("a")
    work.end("b")
    results = ordered_map(work.function, work.source(), 3)
    assert await end_of(ask(results)) == "<a>"
    task = ask(results)
    await settle()
    assert not task.done(), "the next item has not come yet"
    later.set()
    assert await end_of(task) == "<b>"
    assert isinstance(await end_of(ask(results)), StopAsyncIteration), "there are no more results"


async def test_an_error_stands_at_its_place():
    """The results before a failed item come first, and then its very exception."""
    work = Work("a", "b", "c", "d")
    error = ValueError("b is bad")
    work.end("b", error)
    results = ordered_map(work.function, work.source(), 3)
    task = ask(results)
    await settle()
    work.end("a")
    assert await end_of(task) == "<a>"
    assert await end_of(ask(results)) is error, "the error of b should be raised"
    assert work.running == 0


async def test_an_error_of_the_source_comes_after_its_items():
    """What was taken before the source failed is finished and handed out."""
    error = OSError("the source broke")
    work = Work("a", "b", error)
    results = ordered_map(work.function, work.source(), 5)
    task = ask(results)
    await settle()
    work.end("a")
    work.end("b")
    assert [await end_of(task), await end_of(ask(results))] == ["<a>", "<b>"]
    assert await end_of(ask(results)) is error, "the error of the source should be raised"


async def test_closing_ends_all_calls():
    """After `aclose` nothing that was begun still runs: it was cancelled, and awaited."""
    work = Work(*range(10))
    work.end(0)
    results = ordered_map(work.function, work.source(), 3)
    assert await end_of(ask(results)) == "<0>"
    await settle()
    await results.aclose()
    assert work.running == 0
    assert len(asyncio.all_tasks()) == 1


async def test_a_cancelled_consumer_ends_all_calls():
    """A consumer that is cancelled while it waits for a result leaves no orphans."""
    work = Work(*range(10))

    async def consume():
        async for _ in ordered_map(work.function, work.source(), 3):
            pass

    task = asyncio.create_task(consume())
    await settle()
    assert work.running == 3
    task.cancel()
    assert await end_of(task) == "cancelled"
    assert work.running == 0
    assert len(asyncio.all_tasks()) == 1


async def test_an_error_ends_the_others():
    """When one call fails the ones behind it are cancelled, and have ended before the error is seen."""
    work = Work("a", "b", "c")
    results = ordered_map(work.function, work.source(), 3)
    task = ask(results)
    await settle()
    work.end("a", ValueError())
    assert isinstance(await end_of(task), ValueError), "the error of a should be raised"
    assert sorted(work.cancelled) == ["b", "c"]
    assert len(asyncio.all_tasks()) == 1


async def test_takes_any_result(value):
    """A result that is false is a result like any other."""
    async def function(_):
        return value

    found = [result async for result in ordered_map(function, numbers(3), 2)]
    assert found == [value] * 3


test_takes_any_result.cases = {"none": (None,), "zero": (0,), "an exception as a value": (KeyError,)}


async def test_refuses_no_place(limit):
    """With no place nothing would ever begin."""
    found = await end_of(ask(ordered_map(double, numbers(3), limit)))
    assert isinstance(found, ValueError), "ValueError should be raised"


test_refuses_no_place.cases = {"zero": (0,), "negative": (-1,)}
