import ast
import time
import warnings

from constant_folding import fold


def folded(source):
    return ast.unparse(fold(source))


def same(found, expected):
    """Compares trees, so that parentheses and quotes do not matter."""
    assert ast.dump(ast.parse(found)) == ast.dump(ast.parse(expected))


def test_folds(source, expected):
    """Constants become one constant, of the value and the type that the program would compute."""
    found = folded(f"x = {source}")
    assert found == f"x = {expected}"


test_folds.cases = {
    "a sum": ("1 + 2", "3"),
    "from the inside": ("2 * 3 + 4", "10"),
    "in parentheses": ("2 * (3 + 4)", "14"),
    "a division": ("1 / 4", "0.25"),
    "an exact division": ("4 / 2", "2.0"),
    "rounded down": ("-7 // 2", "-4"),
    "a remainder": ("-7 % 3", "2"),
    "a power": ("2 ** 10", "1024"),
    "a shift": ("1 << 10", "1024"),
    "bits": ("6 & 3 | 8 ^ 1", "11"),
    "texts": ("'a' + 'b'", "'ab'"),
    "a text again and again": ("'ab' * 3", "'ababab'"),
    "from the left": ("3 * b'a'", "b'aaa'"),
    "an inversion": ("~5", "-6"),
    "not": ("not 0", "True"),
    "not of a text": ("not 'a'", "False"),
    "a boolean": ("True + True", "2"),
    "a complex number": ("2j * 2j", "(-4+0j)"),
}


def test_folds_deep_inside():
    """Constants are folded wherever an expression stands: in calls, defaults, subscripts and nested functions."""
    source = """
def f(x=60 * 60):
    return [g(1 + 1, k=2 * 2)[3 - 3] for y in z if y < 24 * 60]
"""
    expected = """
def f(x=3600):
    return [g(2, k=4)[0] for y in z if y < 1440]
"""
    same(folded(source), expected)


def test_folds_parts_beside_names(source, expected):
    """Only what is constant as it is grouped: `days * 24 * 60` groups to the left and holds no constant part."""
    same(folded(f"x = {source}"), f"x = {expected}")


test_folds_parts_beside_names.cases = {
    "constants first": ("60 * 60 * days", "3600 * days"),
    "constants last": ("days * 24 * 60", "days * 24 * 60"),
    "in parentheses": ("days * (24 * 60)", "days * 1440"),
    "times zero": ("y * 0", "y * 0"),
    "plus nothing": ("y + 0", "y + 0"),
}


def test_decides(source, expected):
    """Leading constants decide or vanish; what stands after something unknown stays."""
    same(folded(f"x = {source}"), f"x = {expected}")


test_decides.cases = {
    "and, false": ("0 and f()", "0"),
    "and, true": ("1 and f()", "f()"),
    "or, true": ("1 or f()", "1"),
    "or, false": ("'' or f()", "f()"),
    "the last value counts": ("1 and 2 and 3", "3"),
    "or, all false": ("0 or '' or None", "None"),
    "the example": ("1 and f() or 2", "f() or 2"),
    "an unknown one first": ("f() and 0", "f() and 0"),
    "an unknown one in the middle": ("1 and f() and 0 and g()", "f() and 0 and g()"),
    "true after unknown": ("f() or 1 or g()", "f() or 1 or g()"),
    "two are left": ("1 and f() and g()", "f() and g()"),
    "None decides": ("None and f()", "None"),
    "a folded operand": ("1 - 1 or f()", "f()"),
    "if": ("a if 2 > y else b", "a if 2 > y else b"),
    "if, true": ("f() if 1 + 1 else g()", "f()"),
    "if, false": ("f() if not 1 else g()", "g()"),
    "if, in if": ("f() if 0 else g() if '' else h()", "h()"),
    "an ellipsis is true": ("... and f()", "f()"),
}


def test_leaves_errors_to_the_run(source):
    """An error must come when the line runs, and only then: perhaps it never does."""
    same(folded(f"x = {source}"), f"x = {source}")


test_leaves_errors_to_the_run.cases = {
    "division by zero": ("1 / 0",),
    "remainder of zero": ("1 % 0",),
    "a shift by less than nothing": ("1 << -1",),
    "a text and a number": ("'a' + 1",),
    "minus a text": ("-'a'",),
    "too large for a float": ("2.0 ** 10000",),
    "None": ("None + 1",),
    "zero to a negative power": ("0 ** -1",),
    "matrices": ("1 @ 2",),
}


def test_leaves_what_would_be_large(source):
    """A compiler must not hang or eat the memory because somebody wrote a large number; the limit is checked first."""
    begin = time.perf_counter()
    value = fold(f"x = {source}").body[0].value
    seconds = time.perf_counter() - begin
    assert isinstance(value, ast.BinOp), "the operation should be left to the run"
    assert seconds < 2, "the value should not be computed at all"


test_leaves_what_would_be_large.cases = {
    "a power": ("10 ** 10 ** 8",),
    "a smaller power": ("2 ** 5000",),
    "a negative base": ("(-3) ** 100000000",),
    "a shift": ("1 << 10 ** 10",),
    "a text": ("'ab' * 3000",),
    "a text from the left": ("10 ** 9 * 'ab'",),
    "bytes": ("b'a' * 10 ** 9",),
}


def test_folds_up_to_the_limit(source, value):
    """A value of 4096 bits or characters is not too large."""
    node = fold(f"x = {source}").body[0].value
    assert isinstance(node, ast.Constant), f"{source} should be folded"
    assert node.value == value


test_folds_up_to_the_limit.cases = {
    "a power": ("2 ** 4000", 2**4000),
    "a shift": ("1 << 4000", 1 << 4000),
    "a text": ("'a' * 4096", "a" * 4096),
    "nothing again and again": ("'' * 10 ** 9", ""),
    "one to any power": ("1 ** 10 ** 9", 1),
    "a negative repetition": ("'a' * -5", ""),
}


def test_makes_no_docstring(source):
    """A text that comes into being by folding at the top of a body would become `__doc__`."""
    space = {}
    exec(compile(fold(source), "folded", "exec"), space)
    assert space["f"].__doc__ is None
    assert space.get("__doc__") is None


test_makes_no_docstring.cases = {
    "a sum": ("'a' + 'b'\ndef f():\n    'a' + 'b'\n    return 1",),
    "a chain": ("1 and 'b'\ndef f():\n    0 or 'a'\n    return 1",),
    "a choice": ("'a' if 1 else 2\ndef f():\n    'b' if 1 else 2",),
}


def test_keeps_a_docstring():
    """A docstring that was there stays."""
    space = {}
    exec(compile(fold("'m'\ndef f():\n    'd'\n    return 1 + 1"), "folded", "exec"), space)
    assert [space["__doc__"], space["f"].__doc__, space["f"]()] == ["m", "d", 2]


def test_keeps_lines():
    """Whoever reads a traceback finds the line: a new node stands where the old one stood."""
    tree = fold("a = 1\nb = (2 +\n     3)\nc = (0 or\n     4 * 5)")
    compile(tree, "folded", "exec")
    assert [node.value.lineno for node in tree.body] == [1, 2, 5]
    assert [node.value.value for node in tree.body] == [1, 5, 20]


def test_the_program_does_what_it_did():
    """Before and after, the same calls are made in the same order, and the result is the same."""
    source = """
def call(value):
    made.append(value)
    return value

result = [
    call(1) and 0 or call(2 * 3),
    0 or call('') or call(None) or 1 + 1,
    call(0) if 1 and call(5) else call(7),
    -(-3) ** 2,
    (1 if call(8) else 2) + 2 ** 3 ** 0,
]
"""
    before, after = {"made": []}, {"made": []}
    exec(source, before)
    exec(compile(fold(source), "folded", "exec"), after)
    assert (after["made"], after["result"]) == (before["made"], before["result"])


def test_is_quiet():
    """`~True` is deprecated: to warn is the business of the compiler, once, and not of whoever folds."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tree = fold("x = ~False")
    assert [str(each.message) for each in caught] == []
    value = tree.body[0].value
    assert isinstance(value, (ast.UnaryOp, ast.Constant)), "it should be folded or left"
