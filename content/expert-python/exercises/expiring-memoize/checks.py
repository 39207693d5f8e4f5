import gc
import inspect
import weakref

from expiring_memoize import memoize


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def counted(clock=None, ttl=10):
    """A decorated function that returns its arguments, the calls that reached it, and its clock."""
    clock, calls = clock or Clock(), []

    @memoize(ttl=ttl, clock=clock)
    def function(*args, **kwargs):
        calls.append((args, kwargs))
        return args, kwargs

    return function, calls, clock


def test_remembers_a_result():
    """Called again with equal arguments, the function itself is not called."""
    function, calls, _ = counted()
    assert [function(1, y=2), function(1, y=2)] == [((1,), {"y": 2})] * 2
    assert len(calls) == 1


def test_works_without_parentheses():
    """`@memoize` alone uses the defaults: the function is its first argument then."""
    calls = []

    @memoize
    def double(x):
        calls.append(x)
        return 2 * x

    assert [double(2), double(2), double(3)] == [4, 4, 6]
    assert calls == [2, 3]


def test_works_with_empty_parentheses():
    """`@memoize()` means the same as `@memoize`."""
    calls = []

    @memoize()
    def double(x):
        calls.append(x)
        return 2 * x

    assert [double(2), double(2)] == [4, 4]
    assert calls == [2]


def test_tells_arguments_apart(one, other):
    """Calls that differ in any argument, or in how it was passed with what name, are different calls."""
    function, calls, _ = counted()
    (args, kwargs), (others, more) = one, other
    assert function(*args, **kwargs) == one
    assert function(*others, **more) == other
    assert len(calls) == 2


test_tells_arguments_apart.cases = {
    "value": (((1,), {}), ((2,), {})),
    "named value": (((), {"a": 1}), ((), {"a": 2})),
    "name": (((), {"a": 1}), ((), {"b": 1})),
    "none and nothing": (((None,), {}), ((), {})),
    "a pair and a name": (((("a", 1),), {}), ((), {"a": 1})),
    "a name and a value in a row": ((("a", 1), {}), ((), {"a": 1})),
    "a tuple of pairs": ((((("a", 1),),), {}), ((), {"a": 1})),
    "order of values": (((1, 2), {}), ((2, 1), {})),
}


def test_order_of_names_does_not_matter():
    """`f(a=1, b=2)` and `f(b=2, a=1)` are the same call."""
    function, calls, _ = counted()
    function(a=1, b=2)
    function(b=2, a=1)
    assert len(calls) == 1


def test_named_values_need_no_order():
    """Arguments are hashable, and that is all: to sort the names must not compare the values."""
    function, calls, _ = counted()
    function(b=None, a=1)
    function(a=1, b=None)
    assert len(calls) == 1


def test_expires(later, calls_made):
    """Remembered before the `ttl` has passed, and forgotten from that moment on."""
    function, calls, clock = counted(ttl=10)
    function(1)
    clock.now += later
    function(1)
    assert len(calls) == calls_made


test_expires.cases = {"just before": (9.5, 1), "at that moment": (10, 2), "later": (25, 2)}


def test_a_use_does_not_prolong():
    """What is kept for ten seconds is at most ten seconds old, however often it was asked for."""
    function, calls, clock = counted(ttl=10)
    for _ in range(4):
        function(1)
        clock.now += 4
    assert len(calls) == 2


def test_a_renewed_result_lives_anew():
    """After it was computed again, its time begins again; others keep their own time."""
    function, calls, clock = counted(ttl=10)
    function("a")
    clock.now += 6
    function("b")
    clock.now += 5
    function("a")
    clock.now += 4
    function("a")
    function("b")
    clock.now += 1
    function("b")
    assert [args[0] for args, _ in calls] == ["a", "b", "a", "b"]


def test_time_counts_from_the_return():
    """A call that takes longer than the `ttl` would otherwise never be remembered."""
    clock, calls = Clock(), []

    @memoize(ttl=10, clock=clock)
    def slow():
        calls.append(1)
        clock.now += 15
        return "done"

    slow()
    clock.now += 9
    assert slow() == "done"
    assert len(calls) == 1


def test_remembers_none():
    """`None` is a result, and not the sign that there is none."""
    calls = []

    @memoize(clock=Clock())
    def nothing(x):
        calls.append(x)

    assert [nothing(1), nothing(1)] == [None, None]
    assert calls == [1]


def test_does_not_remember_exceptions():
    """What failed may work the next time."""
    outcomes = [OSError("down"), "up"]

    @memoize(clock=Clock())
    def fetch():
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    try:
        fetch()
    except OSError:
        pass
    else:
        raise AssertionError("the OSError should pass")
    assert fetch() == "up"


def test_lets_go_of_what_has_expired():
    """Results that nobody asks for again would otherwise stay for ever: any call lets them go."""
    class Result:
        pass

    clock = Clock()

    @memoize(ttl=10, clock=clock)
    def make(number):
        return Result()

    results = [weakref.ref(make(number)) for number in range(5)]
    clock.now += 5
    young = weakref.ref(make("young"))
    clock.now += 6
    make("other")
    gc.collect()
    assert [result() is None for result in results] == [True] * 5
    assert young() is not None, "a result that has not expired was let go"


def test_a_hit_lets_go_too():
    """The next call lets go of what has expired even if it finds its own result."""
    class Result:
        pass

    clock = Clock()

    @memoize(ttl=10, clock=clock)
    def make(number):
        return Result()

    old = weakref.ref(make("old"))
    clock.now += 5
    make("young")
    clock.now += 6
    make("young")
    gc.collect()
    assert old() is None, "an expired result is still kept"


def test_functions_do_not_share_results():
    """Each decorated function has results of its own."""
    decorate = memoize(ttl=10, clock=Clock())
    one, other = decorate(lambda x: ("one", x)), decorate(lambda x: ("other", x))
    assert [one(1), other(1)] == [("one", 1), ("other", 1)]


def test_forget():
    """`forget()` drops all results of this function, at once."""
    function, calls, _ = counted()
    function(1)
    function(2)
    function.forget()
    function(1)
    assert len(calls) == 3


def test_decorates_methods():
    """A function in a class becomes a method by `__get__`, and what replaces it must do so too."""
    class Shop:
        def __init__(self, name):
            self.name = name
            self.calls = 0

        @memoize(ttl=10, clock=Clock())
        def price(self, item):
            self.calls += 1
            return f"{self.name} {item}"

    one, other = Shop("one"), Shop("other")
    assert [one.price("tea"), one.price("tea"), other.price("tea")] == ["one tea", "one tea", "other tea"]
    assert (one.calls, other.calls) == (1, 1)
    Shop.price.forget()
    one.price("tea")
    assert one.calls == 2


def test_keeps_its_face():
    """Name, docstring and signature are those of the function: documentation and tools look at them."""
    @memoize
    def area(width: int, height: int = 1) -> int:
        """The area of a rectangle."""
        return width * height

    assert area.__name__ == "area"
    assert area.__doc__ == "The area of a rectangle."
    assert str(inspect.signature(area)) == "(width: int, height: int = 1) -> int"


def test_a_recursive_function():
    """Results may be stored while one is being computed."""
    calls = []

    @memoize(ttl=10, clock=Clock())
    def fibonacci(n):
        calls.append(n)
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    assert fibonacci(40) == 102334155
    assert len(calls) == 41


def test_refuses_a_ttl_that_is_not_above_zero(ttl):
    """Nothing could ever be remembered: the mistake is told where it was made, before there is a function."""
    try:
        memoize(ttl=ttl)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses_a_ttl_that_is_not_above_zero.cases = {"zero": (0,), "negative": (-1,)}
