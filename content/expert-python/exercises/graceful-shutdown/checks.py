import asyncio

from graceful_shutdown import Closing, Service


async def settle():
    """Lets every task run until it waits for something."""
    for _ in range(40):
        await asyncio.sleep(0)


class World:
    """A service, its clock and its requests, which end when they are told to."""

    def __init__(self):
        self.log = []
        self.requests = {}
        self.sleeps = []
        self.service = Service(self.handle, self.sleep)

    async def handle(self, request):
        self.log.append(f"{request} begins")
        self.requests[request] = asyncio.get_running_loop().create_future()
        try:
            return await self.requests[request]
        except asyncio.CancelledError:
            for _ in range(8):
                await asyncio.sleep(0)
            self.log.append(f"{request} cleaned up")
            raise

    async def sleep(self, seconds):
        over = asyncio.get_running_loop().create_future()
        entry = [seconds, over, "running"]
        self.sleeps.append(entry)
        try:
            await over
            entry[2] = "over"
        except asyncio.CancelledError:
            entry[2] = "cancelled"
            raise

    def end(self, request, error=None):
        if error:
            self.requests[request].set_exception(error)
        else:
            self.requests[request].set_result(request)

    def time_is_over(self):
        for _, over, state in self.sleeps:
            if state == "running" and not over.done():
                over.set_result(None)

    async def running(self, *requests):
        tasks = [self.service.submit(request) for request in requests]
        await settle()
        return tasks

    def shut_down(self, grace=10):
        return asyncio.ensure_future(self.service.shutdown(grace))


async def end_of(task):
    done, _ = await asyncio.wait({task}, timeout=0.5)
    if not done:
        task.cancel()
        await asyncio.wait({task}, timeout=0.5)
        return "still waiting"
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


def report(finished=0, failed=0, cancelled=0, errors=()):
    return {"finished": finished, "failed": failed, "cancelled": cancelled, "errors": [*errors]}


async def test_handles_requests():
    """Until it is told to stop, each request is a task with the result of `handle`."""
    world = World()
    (task,) = await world.running("a")
    world.end("a")
    assert (await end_of(task), world.log) == ("a", ["a begins"])


async def test_nothing_to_wait_for():
    """Without requests there is nothing to be patient about: no sleep, and it is over."""
    world = World()
    (task,) = await world.running("a")
    world.end("a")
    await end_of(task)
    assert await end_of(world.shut_down()) == report()
    assert world.sleeps == []


async def test_takes_nothing_more():
    """From the first moment on new requests are refused, or it would never end."""
    world = World()
    await world.running("a")
    task = world.shut_down()
    await settle()
    refused = False
    try:
        world.service.submit("b")
    except Closing:
        refused = True
    await settle()
    world.end("a")
    assert (refused, world.log) == (True, ["a begins"])
    assert await end_of(task) == report(finished=1)


async def test_lets_requests_finish():
    """Within the grace nobody is disturbed, and it ends with the last of them, not with the time."""
    world = World()
    tasks = await world.running("a", "b")
    task = world.shut_down(10)
    await settle()
    world.end("a")
    await settle()
    assert not task.done(), "b is still running"
    world.end("b")
    assert await end_of(task) == report(finished=2)
    assert [await end_of(each) for each in tasks] == ["a", "b"]
    assert [entry[0] for entry in world.sleeps] == [10]
    await settle()
    assert world.sleeps[0][2] == "cancelled", "its sleep is still running"


async def test_cancels_what_is_left():
    """When the time is over the rest is cancelled; it has ended, cleanup included, before `shutdown` returns."""
    world = World()
    tasks = await world.running("a", "b", "c")
    task = world.shut_down()
    await settle()
    world.end("b")
    await settle()
    world.time_is_over()
    assert await end_of(task) == report(finished=1, cancelled=2)
    assert sorted(world.log[3:]) == ["a cleaned up", "c cleaned up"]
    assert [each.cancelled() for each in tasks] == [True, False, True]


async def test_counts_failures():
    """A request that fails is over as well: it is counted, and its error stays with its task."""
    world = World()
    error = ValueError("no")
    tasks = await world.running("a", "b")
    task = world.shut_down()
    await settle()
    world.end("a", error)
    world.end("b")
    assert await end_of(task) == report(finished=1, failed=1)
    assert await end_of(tasks[0]) is error, "the task should still have its error"


async def test_counts_what_ends_in_spite_of_it(end, expected):
    """A request may answer its cancellation with a result or an error: it counts as what it is."""
    async def handle(request):
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            if isinstance(end, Exception):
                raise end from None
            return end

    world = World()
    world.service = Service(handle, world.sleep)
    await world.running("a")
    task = world.shut_down()
    await settle()
    world.time_is_over()
    assert await end_of(task) == expected


test_counts_what_ends_in_spite_of_it.cases = {
    "a result": ("saved", report(finished=1)),
    "an error": (OSError("disk full"), report(failed=1)),
}


async def test_what_ended_before_is_not_counted():
    """The report tells of the shutdown, not of the years before; and nothing of them is kept."""
    world = World()
    tasks = await world.running("a", "b", "c")
    world.end("a")
    world.end("b", OSError())
    tasks[2].cancel()
    await settle()
    await world.running("d")
    task = world.shut_down()
    await settle()
    world.end("d")
    assert await end_of(task) == report(finished=1)
    tasks[1].exception()


async def test_stops_in_reverse_order():
    """What was started last may need what was started before: so it is stopped first, and after all requests."""
    world = World()

    def stop(name):
        async def stopping():
            world.log.append(f"{name} stops")
            await asyncio.sleep(0)
            world.log.append(f"{name} stopped")

        return stopping

    world.service.on_stop(stop("database"))
    world.service.on_stop(stop("cache"))
    await world.running("a")
    task = world.shut_down()
    await settle()
    world.time_is_over()
    assert await end_of(task) == report(cancelled=1)
    assert world.log == [
        "a begins", "a cleaned up",
        "cache stops", "cache stopped", "database stops", "database stopped",
    ]


async def test_an_error_does_not_stop_the_stopping():
    """One that fails is reported, and the others still get their turn."""
    world = World()
    errors = [OSError("cache"), KeyError("queue")]

    def failing(error):
        async def stop():
            raise error

        return stop

    async def stop_database():
        world.log.append("database stopped")

    world.service.on_stop(stop_database)
    world.service.on_stop(failing(errors[1]))
    world.service.on_stop(failing(errors[0]))
    assert await end_of(world.shut_down()) == report(errors=errors)
    assert world.log == ["database stopped"]


async def test_a_second_call_means_hurry():
    """Who presses Ctrl-C twice does not want to wait: the rest is cancelled, and both callers hear the same."""
    world = World()
    stops = []

    async def stop():
        stops.append(1)

    world.service.on_stop(stop)
    await world.running("a", "b")
    first = world.shut_down(1000)
    await settle()
    world.end("a")
    await settle()
    second = world.shut_down(1000)
    found = [await end_of(first), await end_of(second)]
    assert found == [report(finished=1, cancelled=1)] * 2
    assert stops == [1]
    await settle()
    assert [entry[2] for entry in world.sleeps if entry[2] == "running"] == []


async def test_a_call_after_the_end():
    """It is over, and what it came to is still known."""
    world = World()
    await world.running("a")
    first = world.shut_down()
    await settle()
    world.end("a")
    found = [await end_of(first), await end_of(world.shut_down())]
    assert found == [report(finished=1)] * 2


async def test_a_cancelled_caller():
    """The shutdown belongs to the service: a caller that loses patience must not end it halfway."""
    world = World()
    await world.running("a")
    impatient = world.shut_down()
    await settle()
    impatient.cancel()
    assert await end_of(impatient) == "cancelled"
    await settle()
    assert world.log == ["a begins"]
    world.end("a")
    await settle()
    assert await end_of(world.shut_down()) == report(finished=1)


async def test_a_caller_cancelled_at_the_end():
    """Also when the requests are over and the `on_stop` functions run: none is cut off."""
    world = World()
    may_stop = asyncio.Event()

    async def stop():
        await may_stop.wait()
        world.log.append("stopped")

    world.service.on_stop(stop)
    caller = world.shut_down()
    await settle()
    caller.cancel()
    await end_of(caller)
    may_stop.set()
    await settle()
    assert world.log == ["stopped"]


async def test_no_grace():
    """With no time at all everything is cancelled when that time is over, and nothing hangs."""
    world = World()
    await world.running("a")
    task = world.shut_down(0)
    await settle()
    world.time_is_over()
    assert await end_of(task) == report(cancelled=1)


async def test_a_request_that_has_not_begun():
    """A task that was made a moment ago counts, too: it is finished or cancelled like the others."""
    world = World()
    task = world.service.submit("a")
    closing = world.shut_down()
    await settle()
    world.time_is_over()
    assert await end_of(closing) == report(cancelled=1)
    assert task.cancelled(), "the request should have ended"
