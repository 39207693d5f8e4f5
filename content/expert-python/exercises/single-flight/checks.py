import asyncio

from single_flight import SingleFlight


class Loader:
    """Loads of which each waits until it is told its end."""

    def __init__(self):
        self.begun = []
        self.ends = []
        self.cancelled = 0

    async def load(self, key):
        self.begun.append(key)
        end = asyncio.get_running_loop().create_future()
        self.ends.append(end)
        try:
            return await end
        except asyncio.CancelledError:
            self.cancelled += 1
            raise


async def settle():
    """Lets every task run until it waits for something."""
    for _ in range(20):
        await asyncio.sleep(0)


async def calls(flight, *keys):
    tasks = [asyncio.create_task(flight.get(key)) for key in keys]
    await settle()
    return tasks


async def end_of(task):
    done, _ = await asyncio.wait({task}, timeout=0.5)
    if not done:
        return "still waiting"
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


async def test_loads_once_for_all():
    """Three callers at the same time are one load, and all get its result."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    tasks = await calls(flight, "a", "a", "a")
    assert loader.begun == ["a"]
    loader.ends[0].set_result("page")
    assert [await end_of(task) for task in tasks] == ["page"] * 3


async def test_keeps_the_result(value):
    """A later call finds the result and loads nothing, whatever the value."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    (task,) = await calls(flight, "a")
    loader.ends[0].set_result(value)
    assert await end_of(task) == value
    (later,) = await calls(flight, "a")
    assert await end_of(later) == value
    assert loader.begun == ["a"]


test_keeps_the_result.cases = {"text": ("page",), "none": (None,), "empty": ("",)}


async def test_keys_do_not_wait_for_each_other():
    """Two keys are two loads at the same time; one lock for all would line them up."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    first, second = await calls(flight, "a", "b")
    assert loader.begun == ["a", "b"]
    loader.ends[1].set_result("B")
    assert await end_of(second) == "B"
    loader.ends[0].set_result("A")
    assert await end_of(first) == "A"


async def test_a_failure_reaches_all_that_wait():
    """Who joined a load shares its end, a bad one too: the others do not line up to fail one after another."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    tasks = await calls(flight, "a", "a", "a")
    error = OSError("down")
    loader.ends[0].set_exception(error)
    assert [await end_of(task) for task in tasks] == [error] * 3
    assert loader.begun == ["a"]


async def test_a_failure_is_not_kept():
    """The server may be up again: the next call tries."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    (task,) = await calls(flight, "a")
    loader.ends[0].set_exception(OSError("down"))
    await end_of(task)
    (again,) = await calls(flight, "a")
    assert loader.begun == ["a", "a"]
    loader.ends[1].set_result("page")
    assert await end_of(again) == "page"


async def test_a_cancelled_caller_disturbs_nobody(which):
    """Whichever caller goes - the one that began the load, too - the load goes on for the others."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    tasks = await calls(flight, "a", "a", "a")
    tasks[which].cancel()
    assert await end_of(tasks[which]) == "cancelled"
    await settle()
    assert (loader.begun, loader.cancelled) == (["a"], 0)
    loader.ends[0].set_result("page")
    others = [task for at, task in enumerate(tasks) if at != which]
    assert [await end_of(task) for task in others] == ["page", "page"]
    assert loader.begun == ["a"]


test_a_cancelled_caller_disturbs_nobody.cases = {"the first": (0,), "a later one": (1,)}


async def test_nobody_waits_so_nobody_loads(callers):
    """When all callers have gone, their load is stopped: nobody would read its result."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    tasks = await calls(flight, *["a"] * callers)
    for task in tasks:
        task.cancel()
        assert await end_of(task) == "cancelled"
    await settle()
    assert loader.cancelled == 1
    (again,) = await calls(flight, "a")
    assert loader.begun == ["a", "a"]
    loader.ends[1].set_result("page")
    assert await end_of(again) == "page"


test_nobody_waits_so_nobody_loads.cases = {"one caller": (1,), "three callers": (3,)}


async def test_a_caller_that_comes_just_after_the_last_has_gone():
    """A load that is being cancelled is no load to join: who comes now begins a new one."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    (first,) = await calls(flight, "a")
    first.cancel()
    second = asyncio.create_task(flight.get("a"))
    await settle()
    assert await end_of(first) == "cancelled"
    assert len(loader.begun) in (1, 2), "it was loaded more than twice"
    loader.ends[-1].set_result("page")
    assert await end_of(second) == "page"


async def test_a_cancelled_load_does_not_hurt_a_kept_result():
    """Somebody who asks and is cancelled after the result is there changes nothing."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    (task,) = await calls(flight, "a")
    loader.ends[0].set_result("page")
    await end_of(task)
    late = asyncio.create_task(flight.get("a"))
    late.cancel()
    await end_of(late)
    (later,) = await calls(flight, "a")
    assert await end_of(later) == "page"
    assert loader.begun == ["a"]


async def test_forgets_a_kept_result():
    """After `forget` the next call loads, and forgetting what is not there is no error."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    flight.forget("a")
    (task,) = await calls(flight, "a")
    loader.ends[0].set_result("old")
    await end_of(task)
    flight.forget("a")
    (again,) = await calls(flight, "a")
    loader.ends[1].set_result("new")
    assert await end_of(again) == "new"
    assert loader.begun == ["a", "a"]


async def test_forgets_a_load_that_runs(order):
    """A load that began before `forget` may bring the old page: it is neither joined nor kept, even if it ends last."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    (before,) = await calls(flight, "a")
    flight.forget("a")
    (after,) = await calls(flight, "a")
    assert loader.begun == ["a", "a"]
    for at in order:
        loader.ends[at].set_result(["old", "new"][at])
        await settle()
    assert [await end_of(before), await end_of(after)] == ["old", "new"]
    (later,) = await calls(flight, "a")
    assert await end_of(later) == "new"
    assert loader.begun == ["a", "a"]


test_forgets_a_load_that_runs.cases = {"the old one ends first": ([0, 1],), "last": ([1, 0],)}


async def test_a_failed_old_load_does_not_drop_a_new_one():
    """Whoever cleans up after a failure removes its own load, not one that took its place."""
    loader = Loader()
    flight = SingleFlight(loader.load)
    (before,) = await calls(flight, "a")
    flight.forget("a")
    (after,) = await calls(flight, "a")
    loader.ends[0].set_exception(OSError("down"))
    assert isinstance(await end_of(before), OSError), "the old load's error should pass"
    (joined,) = await calls(flight, "a")
    assert loader.begun == ["a", "a"]
    loader.ends[1].set_result("new")
    assert [await end_of(after), await end_of(joined)] == ["new", "new"]
