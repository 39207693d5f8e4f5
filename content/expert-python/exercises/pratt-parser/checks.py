from pratt_parser import ParseError, parse

A, B, C, F = ("name", "a"), ("name", "b"), ("name", "c"), ("name", "f")


def test_reads_an_operand(text, expected):
    """Numbers keep their type, and a name is told from a number by its first character."""
    found = parse(text)
    assert found == expected
    assert type(found) is type(expected), f"{text} should be of type {type(expected).__name__}"


test_reads_an_operand.cases = {
    "a whole number": ("12", 12),
    "a fraction": ("0.5", 0.5),
    "a point first": (".5", 0.5),
    "a point last": ("3.", 3.0),
    "a name": ("a", A),
    "a long name": ("_x1", ("name", "_x1")),
    "in parentheses": ("((a))", A),
    "with space around": (" \t\n7\n ", 7),
}


def test_groups_to_the_left(text, expected):
    """Of equals the one on the left comes first: 8 - 4 - 2 is 2."""
    assert parse(text) == expected


test_groups_to_the_left.cases = {
    "minus": ("8-4-2", ("-", ("-", 8, 4), 2)),
    "mixed": ("a - b + c", ("+", ("-", A, B), C)),
    "division": ("a/b*c", ("*", ("/", A, B), C)),
}


def test_powers_group_to_the_right():
    """2 ^ 3 ^ 2 is 2 to the 9th."""
    assert parse("2^3^2") == ("^", 2, ("^", 3, 2))


def test_binds_by_precedence(text, expected):
    """What binds more tightly is taken first, on either side."""
    assert parse(text) == expected


test_binds_by_precedence.cases = {
    "times after plus": ("a + b * c", ("+", A, ("*", B, C))),
    "times before plus": ("a * b + c", ("+", ("*", A, B), C)),
    "power after times": ("a * b ^ c", ("*", A, ("^", B, C))),
    "power before times": ("a ^ b * c", ("*", ("^", A, B), C)),
    "down and up": ("1+2*3^4*5-6", ("-", ("+", 1, ("*", ("*", 2, ("^", 3, 4)), 5)), 6)),
    "parentheses": ("(a + b) * c", ("*", ("+", A, B), C)),
    "parentheses on the right": ("a - (b - c)", ("-", A, ("-", B, C))),
}


def test_a_minus_in_front(text, expected):
    """It takes what binds more tightly, a power; and it may stand wherever an operand may."""
    assert parse(text) == expected


test_a_minus_in_front.cases = {
    "alone": ("-a", ("neg", A)),
    "twice": ("--a", ("neg", ("neg", A))),
    "before a power": ("-2 ^ 2", ("neg", ("^", 2, 2))),
    "in an exponent": ("2 ^ -1", ("^", 2, ("neg", 1))),
    "an exponent goes on after it": ("2 ^ -3 ^ 2", ("^", 2, ("neg", ("^", 3, 2)))),
    "an exponent ends before a product": ("2 ^ -a * b", ("*", ("^", 2, ("neg", A)), B)),
    "before a product": ("-a * b", ("*", ("neg", A), B)),
    "after a product": ("a * -b", ("*", A, ("neg", B))),
    "after a minus": ("a--b", ("-", A, ("neg", B))),
    "after a minus, before a plus": ("a - -b + c", ("+", ("-", A, ("neg", B)), C)),
    "before a call": ("-f(a)", ("neg", ("call", F, [A]))),
}


def test_calls(text, expected):
    """A call binds tightest; its arguments are whole expressions, and its function is any operand."""
    assert parse(text) == expected


test_calls.cases = {
    "without arguments": ("f()", ("call", F, [])),
    "with one": ("f(a + b)", ("call", F, [("+", A, B)])),
    "with three": ("f(a, -b, (c))", ("call", F, [A, ("neg", B), C])),
    "of a call": ("f(1)(2)", ("call", ("call", F, [1]), [2])),
    "in a call": ("f(f(), 1)", ("call", F, [("call", F, []), 1])),
    "in a power": ("a ^ f(b) ^ c", ("^", A, ("^", ("call", F, [B]), C))),
    "of an expression": ("(a + b)(c)", ("call", ("+", A, B), [C])),
    "with space before it": ("f (a)", ("call", F, [A])),
}


def test_says_where(text, position):
    """An error points at the first character that cannot be; where something is missing that is the end."""
    try:
        found = parse(text)
    except ParseError as error:
        assert error.position == position
        return
    raise AssertionError(f"ParseError should be raised, but there was {found!r}")


test_says_where.cases = {
    "nothing": ("", 0),
    "only space": ("   ", 3),
    "nothing after an operator": ("1 +", 3),
    "nothing after an operator, with space": ("1 + ", 4),
    "two operators": ("1 + * 2", 4),
    "an operator first": ("* 2", 0),
    "two operands": ("1 2", 2),
    "two names": ("a b", 2),
    "a name after a number": ("2a", 1),
    "an unknown character": ("a + $", 4),
    "an unknown character at the end": ("a ? ", 2),
    "a lone point": ("1 + .", 4),
    "two points": ("1.2.3", 3),
    "not closed": ("(a + b", 6),
    "closed too often": ("(a))", 3),
    "empty parentheses": ("()", 1),
    "a call that is not closed": ("f(a, b", 6),
    "no comma": ("f(a b)", 4),
    "a comma first": ("f(, a)", 2),
    "a comma last": ("f(a, )", 5),
    "a comma outside": ("a, b", 1),
    "a tuple": ("(a, b)", 2),
}


def test_a_long_chain():
    """Five thousand terms are a loop, not a recursion: only nesting makes the parser recur."""
    found = parse(" + ".join(["a"] * 5000))
    depth = 0
    while found != A:
        operator, found, right = found
        assert (operator, right) == ("+", A)
        depth += 1
    assert depth == 4999
