import operator

from match_interpreter import evaluate

NAMES = {"+": operator.add, "*": operator.mul, "-": operator.sub, "<": operator.lt, "x": 1}


def test_values_stand_for_themselves(value):
    """Numbers, booleans and null are their own values, and keep their types."""
    found = evaluate(value, {})
    assert found == value
    assert type(found) is type(value), f"{value!r} became a {type(found).__name__}"


test_values_stand_for_themselves.cases = {
    "a number": (5,),
    "zero": (0,),
    "a fraction": (1.5,),
    "true": (True,),
    "false": (False,),
    "null": (None,),
}


def test_names():
    """A text is a name; its value may be anything, a false one too."""
    assert [evaluate("x", {"x": value}) for value in (0, None, [], "y")] == [0, None, [], "y"]


def test_calls(program, value):
    """The first of a list is evaluated to a function, the others to its arguments."""
    assert evaluate(program, NAMES) == value


test_calls.cases = {
    "simple": (["+", 1, 2], 3),
    "nested": (["+", ["*", 2, 3], ["-", 10, "x"]], 15),
    "without arguments": ([["fn", [], 7]], 7),
    "of what is computed": ([["if", True, "+", "*"], 3, 4], 7),
    "of a function at once": ([["fn", ["a", "b"], ["-", "a", "b"]], 5, 2], 3),
}


def test_evaluates_from_the_left():
    """First the function, then the arguments in their order, each once."""
    seen = []

    def note(value):
        seen.append(value)
        return value

    names = {"note": note, "pick": lambda: note("f") and (lambda *rest: rest)}
    assert evaluate([["pick"], ["note", 1], ["note", 2]], names) == (1, 2)
    assert seen == ["f", 1, 2]


def test_if_evaluates_one_side(test, expected):
    """The side that is not taken may be an error, or a recursion without end."""
    seen = []
    names = {"note": lambda value: seen.append(value) or value, "empty": [], "x": 1}
    assert evaluate(["if", test, ["note", 1], ["note", 2]], names) == expected
    assert seen == [expected]


test_if_evaluates_one_side.cases = {
    "true": (True, 1),
    "false": (False, 2),
    "zero": (0, 2),
    "null": (None, 2),
    "an empty list": ("empty", 2),
    "a name": ("x", 1),
}


def test_quotes(data):
    """What is quoted is data: names are texts in it, and forms are lists."""
    assert evaluate(["quote", data], {}) == data


test_quotes.cases = {
    "a text": ("x",),
    "a form": (["if", 1, 2, 3],),
    "a list": ([1, ["a"]],),
    "a dict": ({"a": [1]},),
    "nothing": ([],),
}


def test_let(program, value):
    """A `let` sees the outer scope in its forms, and the new one in its body only."""
    assert evaluate(program, NAMES) == value


test_let.cases = {
    "a name": (["let", {"y": 2}, ["+", "x", "y"]], 3),
    "hides an outer one": (["let", {"x": 5}, "x"], 5),
    "only inside": (["+", ["let", {"x": 5}, "x"], "x"], 6),
    "forms see the outer scope": (["let", {"x": 5, "y": "x"}, "y"], 1),
    "in a form": (["let", {"x": ["let", {"x": 7}, ["+", "x", 1]]}, "x"], 8),
    "without names": (["let", {}, "x"], 1),
    "a word as a name": (["let", {"if": 3, "quote": 4}, ["+", "if", "quote"]], 7),
    "hides by nothing": (["let", {"x": None}, "x"], None),
}


def test_do():
    """All are evaluated in their order, and the last one counts."""
    seen = []
    names = {"note": lambda value: seen.append(value) or value}
    assert evaluate(["do", ["note", 1], ["note", 2], 3], names) == 3
    assert seen == [1, 2]
    assert evaluate(["do"], {}) is None


def test_functions_see_where_they_were_made():
    """The scope is that of the text, not that of the caller: else `x` would be 100."""
    program = ["let", {"f": ["fn", ["y"], ["+", "x", "y"]]}, ["let", {"x": 100}, ["f", 10]]]
    assert evaluate(program, NAMES) == 11


def test_functions_remember():
    """Each call has a scope of its own, which outlives it."""
    program = [
        "let",
        {"adder": ["fn", ["n"], ["fn", ["m"], ["+", "n", "m"]]]},
        ["let", {"one": ["adder", 1], "ten": ["adder", 10]}, ["*", ["one", 5], ["ten", 5]]],
    ]
    assert evaluate(program, NAMES) == 90


def test_parameters_hide():
    """A parameter hides an outer name during the call, and not afterwards."""
    program = ["let", {"f": ["fn", ["x"], ["*", "x", 2]]}, ["+", ["f", 10], "x"]]
    assert evaluate(program, NAMES) == 21


def test_python_calls_functions():
    """A function of the language is a callable for Python, too."""
    double = evaluate(["fn", ["n"], ["*", "n", 2]], NAMES)
    assert list(map(double, [1, 2, 3])) == [2, 4, 6]
    names = {**NAMES, "map": lambda f, *values: list(map(f, values))}
    assert evaluate(["map", ["fn", ["n"], ["+", "n", "x"]], 1, 2], names) == [2, 3]


def test_recursion_by_hand():
    """A function that is handed itself can recur: `if` stops it."""
    fact = ["fn", ["me", "n"], ["if", ["<", "n", 2], 1, ["*", "n", ["me", "me", ["-", "n", 1]]]]]
    assert evaluate(["let", {"f": fact}, ["f", "f", 10]], NAMES) == 3628800


def test_leaves_names_alone():
    """Whoever runs a program keeps their dict as it was."""
    names = dict(NAMES)
    evaluate(["let", {"y": 2, "x": 3}, [["fn", ["z"], ["+", "z", "x"]], 1]], names)
    assert names == NAMES


def test_refuses(program, error):
    """Each kind of mistake has its exception, when it is evaluated."""
    try:
        found = evaluate(program, {**NAMES, "if": None})
    except (NameError, SyntaxError, TypeError) as raised:
        assert type(raised) is error, f"{error.__name__} should be raised, not {type(raised).__name__}"
        return
    raise AssertionError(f"{error.__name__} should be raised, but there was {found!r}")


test_refuses.cases = {
    "an unknown name": ("nope", NameError),
    "a name after its scope": (["do", ["let", {"y": 1}, "y"], "y"], NameError),
    "an empty list": ([], SyntaxError),
    "a dict": ({"a": 1}, SyntaxError),
    "an if without a side": (["if", True, 1], SyntaxError),
    "an if with too much": (["if", True, 1, 2, 3], SyntaxError),
    "a quote of two": (["quote", 1, 2], SyntaxError),
    "a let without names": (["let", ["x"], 1], SyntaxError),
    "a fn without parameters": (["fn", "x", 1], SyntaxError),
    "a fn of a number": (["fn", [1], 1], SyntaxError),
    "too few arguments": ([["fn", ["a", "b"], 1], 1], TypeError),
    "too many arguments": ([["fn", [], 1], 1], TypeError),
    "a call of a number": ([1, 2], TypeError),
}


def test_a_mistake_that_is_not_reached():
    """What is not evaluated is not looked at: neither a side of an `if` nor a body that nobody calls."""
    assert evaluate(["if", True, 1, []], {}) == 1
    assert callable(evaluate(["fn", [], ["if"]], {})), "a function should be made"
