import traceback

from call_counting import count_calls


def counted(source, **names):
    return dict(count_calls(source, names))


def test_counts_calls_that_are_made(source, expected):
    """It is the running program that is counted: a loop counts its calls, and a branch that is not taken counts nothing."""
    assert counted(source) == expected


test_counts_calls_that_are_made.cases = {
    "one": ("len('abc')", {"len": 1}),
    "none": ("x = 1", {}),
    "in a loop": ("for n in range(3): abs(n)", {"range": 1, "abs": 3}),
    "not taken": ("if False: len('a')", {}),
    "in a function": ("def f(): return len('a')\nf(); f()", {"f": 2, "len": 2}),
    "never called": ("def f(): return len('a')", {}),
    "two places": ("len('a')\nlen('b')", {"len": 2}),
    "lambda": ("f = lambda n: abs(n)\nf(f(1))", {"f": 2, "abs": 2}),
    "comprehension": ("[abs(n) for n in range(4) if bool(n)]", {"range": 1, "bool": 4, "abs": 3}),
}


def test_counts_calls_inside_of_calls(source, expected):
    """Calls stand among the arguments and in what is called: each has a count of its own."""
    assert counted(source) == expected


test_counts_calls_inside_of_calls.cases = {
    "argument": ("len(str(abs(5)))", {"abs": 1, "str": 1, "len": 1}),
    "named argument": ("sorted([3], key=dict(a=abs).get('a'))", {
        "dict": 1, "dict(a=abs).get": 1, "sorted": 1,
    }),
    "method of a result": ("' a,b'.strip().split(',')", {
        "' a,b'.strip": 1, "' a,b'.strip().split": 1,
    }),
    "result is called": ("def f(): return abs\nf()(5)", {"f": 1, "f()": 1}),
    "starred": ("max(*map(abs, [1, -3]), **dict())", {"map": 1, "dict": 1, "max": 1}),
    "in a decorator": (
        "import functools\n@functools.lru_cache(maxsize=None)\ndef f(): pass",
        {"functools.lru_cache": 1},
    ),
    "a plain decorator": ("@staticmethod\ndef f(): pass", {}),
    "in an f-string": ("f'{len([1])!r:>{abs(3)}}'", {"len": 1, "abs": 1}),
    "in a default": ("def f(x=len('ab')): pass\nf()", {"len": 1, "f": 1}),
}


def test_returns_a_counter():
    """What was not called has been called zero times."""
    counts = count_calls("len('a')")
    assert (type(counts).__name__, counts["len"], counts["abs"]) == ("Counter", 1, 0)


def test_results_are_the_same():
    """Counting watches, and changes nothing: positional, starred and named arguments arrive."""
    names = {}
    count_calls(
        "def f(*args, **kwargs): return args, kwargs\nfound = f(1, *[2, 3], 4, a=5, **{'b': 6})",
        names,
    )
    assert names["found"] == ((1, 2, 3, 4), {"a": 5, "b": 6})


def test_the_order_of_evaluation_stays():
    """The callee is evaluated before the arguments, and those from left to right."""
    log = []

    def note(name, value=None):
        log.append(name)
        return value

    counted("note('callee', max)(note('a', 1), note('b', 2), key=note('c'))", note=note)
    assert log == ["callee", "a", "b", "c"]


def test_counts_when_the_call_is_made():
    """A call whose argument fails is never made; one that raises has been made."""
    source = (
        "def fail(): raise KeyError\n"
        "try: len(fail())\nexcept KeyError: pass\n"
        "try: missing(abs(1))\nexcept NameError: pass\n"
        "try: len(abs(1), 2)\nexcept TypeError: pass\n"
    )
    assert counted(source) == {"fail": 1, "abs": 1, "len": 1}


def test_super_works():
    """`super()` looks into the frame that calls it: this must still be the method's own."""
    source = (
        "class A:\n    def __init__(self, x):\n        self.x = x\n"
        "class B(A):\n    def __init__(self):\n        super().__init__(5)\n"
        "b = B()"
    )
    names = {}
    counts = count_calls(source, names)
    assert names["b"].x == 5
    assert dict(counts) == {"B": 1, "super": 1, "super().__init__": 1}


def test_locals_are_those_of_the_caller():
    """So do `locals()` and `eval`: they see the variables of the program's frame, and nothing of yours."""
    source = "def f(a):\n    b = eval('a + 1')\n    return sorted(locals())\nfound = f(1)"
    names = {}
    count_calls(source, names)
    assert names["found"] == ["a", "b"]


def test_leaves_its_names_in_the_namespace():
    """The program's names are found afterwards, and nothing else."""
    names = {"given": 3}
    count_calls('"""Text."""\ndouble = abs(given) * 2', names)
    assert names["double"] == 6
    assert names["__name__"] == "__main__"
    assert names["__doc__"] == "Text."
    rest = {name for name in names if not (name.startswith("__") and name.endswith("__"))}
    assert rest == {"given", "double"}


def test_takes_no_name_away(name):
    """The program may call its variables as it likes, and may delete all of them."""
    source = f"{name} = 5\ndef f(): return {name}\nfound = [f(), f()]"
    names = {}
    assert dict(count_calls(source, names)) == {"f": 2}
    assert names["found"] == [5, 5]


test_takes_no_name_away.cases = {
    name: (name,)
    for name in ("count", "counts", "_count", "__count__", "counter", "Counter", "record", "_calls")
}


def test_programs_that_clear_their_globals():
    """Whatever happens to the names, counting goes on."""
    source = (
        "def f(keep=globals(), clear=dict.clear, size=len):\n"
        "    clear(keep)\n    return size(keep)\n"
        "f()"
    )
    counts = counted(source)
    assert (counts["f"], counts["clear"], counts["size"]) == (1, 1, 1)


def test_errors_pass():
    """What the program raises comes out, and the counter with it."""
    error = None
    try:
        count_calls("abs(1)\nabs(2)\nraise LookupError('end')")
    except LookupError as caught:
        error = caught
    assert error is not None, "the program's own exception should pass"
    assert dict(error.counts) == {"abs": 2, "LookupError": 1}


def test_line_numbers_are_those_of_the_source():
    """A traceback that names other lines is worse than none."""
    source = "x = 1\n\ndef f():\n    y = (\n        abs(\n            1 / 0))\n\nf()"
    try:
        count_calls(source)
    except ZeroDivisionError as error:
        frames = traceback.extract_tb(error.__traceback__)
    found = [(frame.name, frame.lineno) for frame in frames if frame.filename == "<counted>"]
    assert found == [("<module>", 8), ("f", 6)]


def test_futures_and_docstrings():
    """Both must stay the first statements, or they have no effect."""
    source = (
        '"""Module."""\nfrom __future__ import annotations\n'
        'def f(x: undefined):\n    """Function."""\n    return abs(x)\n'
        "found = f.__annotations__, f.__doc__, f(-1)"
    )
    names = {}
    assert dict(count_calls(source, names)) == {"f": 1, "abs": 1}
    assert names["found"] == ({"x": "undefined"}, "Function.", 1)


def test_generators_count_when_they_run():
    """The call of a generator function makes nothing but the generator: what is inside counts when it is reached."""
    source = "def g():\n    yield abs(1)\n    yield abs(2)\nit = g()\nnext(it)"
    assert counted(source) == {"g": 1, "next": 1, "abs": 1}


def test_runs_do_not_mix():
    """Each run has a counter of its own, also when its functions are called by a later one."""
    names = {}
    first = count_calls("def f(): return abs(1)\nf()", names)
    second = count_calls("f()", names)
    assert (dict(second), first["f"]) == ({"f": 1}, 1)
