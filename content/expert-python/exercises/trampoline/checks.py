import sys
import tracemalloc

from trampoline import run

DEEP = 5_000


def total(number):
    if number == 0:
        return 0
    rest = yield total(number - 1)
    return number + rest


def countdown(number):
    yield
    return countdown(number - 1) if number else "down"


def is_even(number):
    yield
    return is_odd(number - 1) if number else True


def is_odd(number):
    yield
    return is_even(number - 1) if number else False


def error_of(generator):
    try:
        run(generator)
    except BaseException as error:
        return error
    return None


def test_returns_the_result(value):
    """What the generator returns is the result, also if it is false."""
    def give():
        return value
        yield

    assert run(give()) == value


test_returns_the_result.cases = {"number": (5,), "none": (None,), "empty": ([],)}


def test_calls():
    """The value of a `yield` is the result of the generator that was yielded."""
    def fibonacci(n):
        if n < 2:
            return n
        first = yield fibonacci(n - 1)
        second = yield fibonacci(n - 2)
        return first + second

    assert run(fibonacci(12)) == 144


def test_gives_other_values_back(value):
    """What is no generator needs no run: the `yield` gives it back, whatever can be iterated over or not."""
    def ask():
        answer = yield value
        return [answer]

    assert run(ask()) == [value]


test_gives_other_values_back.cases = {
    "number": (5,),
    "none": (None,),
    "a list": ([1, 2],),
    "an iterator": (iter("ab"),),
    "a function": (len,),
    "an exception": (KeyError("a value"),),
}


def test_no_generator():
    """A function may decide without any call, and then it has a plain result."""
    assert run(5) == 5
    assert run("text") == "text"


def test_goes_deep():
    """The stack is a list, and as long as the memory allows."""
    limit = sys.getrecursionlimit()
    assert run(total(DEEP)) == DEEP * (DEEP + 1) // 2
    assert sys.getrecursionlimit() == limit


def test_an_exception_arrives_at_the_call():
    """The caller sees the exception at its `yield`, as if it had called a function, and may go on."""
    def fail():
        yield
        raise LookupError("inner")

    def middle():
        yield fail()

    def outer():
        try:
            yield middle()
        except LookupError as error:
            found = str(error)
        return found, (yield total(3))

    assert run(outer()) == ("inner", 6)


def test_an_exception_leaves_run(error):
    """What nobody catches comes out as it is: the same object, of whatever class."""
    def fail():
        yield
        raise error

    def outer():
        yield fail()

    assert error_of(outer()) is error, "the very exception should be raised"


test_an_exception_leaves_run.cases = {
    "ordinary": (ValueError("no"),),
    "interrupted": (KeyboardInterrupt(),),
    "exit": (SystemExit(3),),
    "generator exit": (GeneratorExit(),),
}


def test_an_exception_from_the_deep():
    """It passes through thousands of callers."""
    def fail(number):
        if number == 0:
            raise LookupError("bottom")
        yield fail(number - 1)

    error = error_of(fail(DEEP))
    assert isinstance(error, LookupError), f"there was {error!r}"


def test_an_exception_may_be_replaced():
    """A caller that catches one and raises another one does what it would do in a function."""
    def fail():
        yield
        raise KeyError("low")

    def translate():
        try:
            yield fail()
        except KeyError as error:
            raise ValueError("high") from error

    error = error_of(translate())
    assert (type(error), str(error), type(error.__cause__)) == (ValueError, "high", KeyError)


def test_stop_iteration_is_a_mistake_as_everywhere():
    """`next` of an empty iterator inside of a generator is a RuntimeError in Python, and must not look like a return."""
    def careless():
        yield
        next(iter(()))

    def outer():
        try:
            yield careless()
        except RuntimeError:
            return "noticed"

    assert run(outer()) == "noticed"


def test_tail_calls():
    """A generator that is returned takes the place of the one that returns it, which is finished."""
    assert run(countdown(5)) == "down"

    def outer():
        answer = yield countdown(3)
        return answer.upper()

    assert run(outer()) == "DOWN"


def test_tail_calls_take_no_memory():
    """However long the chain is, only the last one is kept."""
    def peak(number):
        tracemalloc.start()
        try:
            assert run(is_even(number)) is True
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    small, large = peak(100), peak(3_000)
    assert large < small + 20_000, f"3,000 tail calls take {large - small} bytes more"


def test_a_tail_call_catches_nothing():
    """Who has returned is not there any more when its successor fails: the caller below sees the exception."""
    def fail():
        yield
        raise LookupError

    def careful():
        try:
            yield
            return fail()
        except LookupError:
            return "caught by the wrong one"

    def outer():
        try:
            return (yield careful())
        except LookupError:
            return "caught"

    assert run(outer()) == "caught"


def test_cleans_up_from_the_inside_out():
    """Each `finally` has run when `run` is over, in the order in which calls would have ended."""
    log = []

    def call(number):
        try:
            if number == 3:
                raise OSError
            yield call(number + 1)
        finally:
            log.append(number)

    error_of(call(0))
    assert log == [3, 2, 1, 0]


def test_all_generators_have_ended():
    """None is left suspended, for the garbage collector to close at some time."""
    begun = []

    def call(number):
        begun.append(here)
        if number == 2:
            raise OSError
        yield make(number + 1)

    def make(number):
        nonlocal here
        here = call(number)
        return here

    here = None
    error_of(make(0))
    assert [generator.gi_frame for generator in begun] == [None] * 3


def test_a_caller_may_go_on_after_an_exception():
    """It has caught one, and calls again: as often as it likes."""
    tries = []

    def flaky():
        tries.append(1)
        yield
        if len(tries) < 3:
            raise OSError
        return "connected"

    def retry():
        while True:
            try:
                return (yield flaky())
            except OSError:
                pass

    assert (run(retry()), len(tries)) == ("connected", 3)


def test_a_finished_generator():
    """Asked once more it just ends: its value was given before, and now it is `None`."""
    def give():
        return 5
        yield

    generator = give()
    assert run(generator) == 5

    def outer():
        return [(yield generator)]

    assert run(outer()) == [None]
