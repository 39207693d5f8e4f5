import asyncio
import contextlib
import inspect
import io
import threading

from trace_decorator import trace


def traced(function, name=None):
    """The function, decorated, and the lines that it writes."""
    lines = []
    function.__qualname__ = name or function.__name__
    return trace(write=lines.append)(function), lines


def test_tells_call_and_result():
    """The call with its arguments, then the result; both by their `repr`."""
    def join(*args, **kwargs):
        return "-".join(args)

    function, lines = traced(join)
    assert function("a", "b", sep=1, end=None) == "a-b"
    assert lines == ["join('a', 'b', sep=1, end=None)", "join -> 'a-b'"]


def test_without_arguments():
    """`@trace` alone prints, and the function is its first argument."""
    @trace
    def add(x, y):
        return x + y

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert add(1, y=2) == 3
    lines = out.getvalue().splitlines()
    assert [line.rpartition(".")[2] for line in lines] == ["add(1, y=2)", "add -> 3"]


def test_empty_parentheses():
    """`@trace()` means the same as `@trace`."""
    @trace()
    def one():
        return 1

    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert one() == 1
    assert len(out.getvalue().splitlines()) == 2


def test_tells_the_qualified_name():
    """`__qualname__` tells methods of different classes apart."""
    lines = []

    class Shop:
        @trace(write=lines.append)
        def open(self):
            return True

        def __repr__(self):
            return "Shop()"

    Shop().open()
    name = Shop.open.__qualname__
    assert lines == [f"{name}(Shop())", f"{name} -> True"]


def test_indents_what_is_within():
    """Two spaces for each traced call that is still going on."""
    def factorial(n):
        return n * function(n - 1) if n > 1 else 1

    function, lines = traced(factorial)
    assert function(3) == 6
    assert lines == [
        "factorial(3)",
        "  factorial(2)",
        "    factorial(1)",
        "    factorial -> 1",
        "  factorial -> 2",
        "factorial -> 6",
    ]


def test_depth_is_common_to_all_functions():
    """A traced function within another traced function is one deeper, whichever they are."""
    lines = []

    @trace(write=lines.append)
    def inner():
        return 1

    @trace(write=lines.append)
    def outer():
        return inner() + inner()

    outer()
    assert [len(line) - len(line.lstrip()) for line in lines] == [0, 2, 2, 2, 2, 0]


def test_tells_an_error_and_lets_it_pass():
    """The very exception that was raised reaches the caller."""
    error = KeyError("id")

    def fail():
        raise error

    function, lines = traced(fail)
    try:
        function()
    except KeyError as raised:
        assert raised is error, "it should pass as it is"
    else:
        raise AssertionError("the KeyError should pass")
    assert lines == ["fail()", "fail !! KeyError('id')"]


def test_depth_comes_back_after_an_error():
    """An error ends the call as a result does: what comes next is not indented."""
    def sometimes(fail):
        if fail:
            raise ValueError
        return 1

    function, lines = traced(sometimes)
    with contextlib.suppress(ValueError):
        function(True)
    function(False)
    assert lines[2] == "sometimes(False)"


def test_tells_what_is_no_exception():
    """`KeyboardInterrupt` and `SystemExit` end a call too, though they are no `Exception`."""
    def stop():
        raise SystemExit(3)

    function, lines = traced(stop)
    with contextlib.suppress(SystemExit):
        function()
    with contextlib.suppress(SystemExit):
        function()
    assert lines == ["stop()", "stop !! SystemExit(3)"] * 2


class Broken:
    def __repr__(self):
        raise RuntimeError("half made")


def test_a_broken_repr_disturbs_nothing():
    """Tracing looks on: an object that cannot be shown, such as one in the middle of `__init__`, is no reason to fail."""
    def same(x, y=None):
        return x

    function, lines = traced(same)
    broken = Broken()
    assert function(broken, y=broken) is broken, "the result should be returned"
    assert lines == ["same(<Broken>, y=<Broken>)", "same -> <Broken>"]


def test_tells_the_arguments_as_they_came():
    """A function may change what it was given: the call is told before that."""
    def drain(items):
        items.clear()
        return items

    function, lines = traced(drain)
    function([1, 2])
    assert lines == ["drain([1, 2])", "drain -> []"]


def test_is_told_when_it_happens():
    """The line of a call is written before the function runs: after a crash it is the last thing one sees."""
    lines = []

    @trace(write=lines.append)
    def look():
        return len(lines)

    assert look() == 1


async def test_awaits_a_coroutine_function():
    """What is told is the result, not the coroutine; and only when it is there."""
    async def fetch(x):
        await asyncio.sleep(0)
        return x + 1

    function, lines = traced(fetch)
    coroutine = function(1)
    assert inspect.iscoroutine(coroutine), "the call should return a coroutine"
    assert await coroutine == 2
    assert lines == ["fetch(1)", "fetch -> 2"]


def test_a_coroutine_function_stays_one():
    """Frameworks look at the function to see whether its result is to be awaited."""
    async def fetch():
        pass

    def plain():
        pass

    assert inspect.iscoroutinefunction(traced(fetch)[0]) is True
    assert inspect.iscoroutinefunction(traced(plain)[0]) is False


async def test_tells_a_cancellation():
    """A task that is cancelled ends its calls, and the next one is not indented."""
    async def wait():
        await asyncio.Event().wait()

    function, lines = traced(wait)
    task = asyncio.create_task(function())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled(), "the cancellation should pass"
    assert lines == ["wait()", "wait !! CancelledError()"]


async def test_tasks_have_depths_of_their_own():
    """Two tasks that take turns are beside each other, not within each other."""
    async def step(name):
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return name

    function, lines = traced(step)
    await asyncio.gather(function("a"), function("b"))
    assert lines == ["step('a')", "step('b')", "step -> 'a'", "step -> 'b'"]


async def test_a_task_begins_at_the_depth_of_its_creator():
    """What a traced coroutine starts is part of what it does, and is shown within it."""
    lines = []

    @trace(write=lines.append)
    async def child():
        await asyncio.sleep(0)

    @trace(write=lines.append)
    async def parent():
        await asyncio.gather(child(), child())

    await parent()
    assert [len(line) - len(line.lstrip()) for line in lines] == [0, 2, 2, 2, 2, 0]


def test_threads_have_depths_of_their_own():
    """A thread that is in the middle of a call does not indent the lines of another."""
    inside, leave = threading.Event(), threading.Event()

    def stay():
        inside.set()
        leave.wait(2)

    def other():
        return 1

    slow, _ = traced(stay)
    quick, lines = traced(other)
    thread = threading.Thread(target=slow)
    thread.start()
    inside.wait(2)
    quick()
    leave.set()
    thread.join()
    assert lines == ["other()", "other -> 1"]


def test_keeps_its_face():
    """Name, docstring and signature are those of the function."""
    def area(width: int, height: int = 1) -> int:
        """The area of a rectangle."""

    function, _ = traced(area)
    assert (function.__name__, function.__doc__) == ("area", "The area of a rectangle.")
    assert str(inspect.signature(function)) == "(width: int, height: int = 1) -> int"
