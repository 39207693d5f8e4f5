import random

from line_diff import apply, diff


def changes(edits):
    return sum(sign != " " for sign, _ in edits)


def fewest(old, new):
    """How many changes are needed, by the plain table."""
    row = list(range(len(new) + 1))
    for taken, line in enumerate(old, 1):
        above, row = row, [taken]
        for at, other in enumerate(new, 1):
            row.append(above[at - 1] if line == other else 1 + min(above[at], row[-1]))
    return row[-1]


def check(old, new):
    edits = diff(list(old), list(new))
    assert [line for sign, line in edits if sign != "+"] == list(old)
    assert [line for sign, line in edits if sign != "-"] == list(new)
    return edits


def test_small_ones(old, new, expected):
    """What stays, what goes and what comes, in the order of the text."""
    assert diff(list(old), list(new)) == [(edit[0], edit[1]) for edit in expected]


test_small_ones.cases = {
    "nothing": ("", "", []),
    "the same": ("ab", "ab", [" a", " b"]),
    "all new": ("", "ab", ["+a", "+b"]),
    "all gone": ("ab", "", ["-a", "-b"]),
    "one replaced": ("abc", "axc", [" a", "-b", "+x", " c"]),
    "one inserted": ("ac", "abc", [" a", "+b", " c"]),
    "one at the end": ("ab", "abc", [" a", " b", "+c"]),
    "one at the begin": ("bc", "abc", ["+a", " b", " c"]),
    "two replaced": ("ab", "xy", ["-a", "-b", "+x", "+y"]),
}


def test_gives_both_texts_back(old, new):
    """The edits hold the old text and the new one, line by line."""
    check(old, new)


TEXTS = {
    "crossed": ("abcde", "badce"),
    "repeated": ("aabbaabb", "abababab"),
    "one letter": ("aaaaaaa", "aaaa"),
    "reversed": ("abcdefg", "gfedcba"),
    "classic": ("abcabba", "cbabac"),
    "inner": ("xaby", "ab"),
    "outer": ("ab", "xaby"),
    "nothing in common": ("abc", "defgh"),
}
test_gives_both_texts_back.cases = TEXTS


def test_is_shortest(old, new):
    """No line is taken away and added again that could have stayed."""
    assert changes(check(old, new)) == fewest(old, new)


test_is_shortest.cases = TEXTS


def test_is_shortest_for_many():
    """Few letters make many equal lines, among which a greedy choice goes wrong."""
    generator = random.Random(7)
    for _ in range(200):
        old, new = ("".join(generator.choices("abc", k=generator.randrange(12))) for _ in "12")
        assert changes(check(old, new)) == fewest(old, new), f"{old!r} to {new!r}"


def test_takes_away_before_it_adds():
    """In a run of changes the old lines stand first: it reads as "this became that"."""
    generator = random.Random(11)
    for _ in range(60):
        old, new = ("".join(generator.choices("abcd", k=10)) for _ in "12")
        signs = "".join(sign for sign, _ in diff(list(old), list(new)))
        assert "+-" not in signs, f"for {old!r} and {new!r} the signs are {signs!r}"


def test_takes_any_lines():
    """Lines are compared, and nothing else is asked of them: bytes, numbers and `None` will do."""
    assert check([None, b"a", 1, 2.0], [b"a", None, 1, 2]) != []
    assert changes(diff([1, 2, 3], [1.0, 3.0])) == 1


def test_changes_nothing():
    """The caller's lists are his."""
    old, new = list("abcab"), list("bcada")
    diff(old, new)
    assert (old, new) == (list("abcab"), list("bcada"))


class Line(str):
    """A line that counts how often it is compared."""

    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other):
        Line.compared += 1
        return str.__eq__(self, other)

    def __ne__(self, other):
        return not self == other


def test_few_changes_in_long_texts():
    """A line changed at the top and one at the bottom of a long file: the rest must not be compared with everything."""
    def comparisons(size):
        old = [Line(f"line {number}") for number in range(size)]
        new = [Line(line) for line in old]
        new[0], new[-1] = Line("first"), Line("last")
        new.insert(size // 2, Line("middle"))
        Line.compared = 0
        edits = diff(old, new)
        compared = Line.compared
        assert changes(edits) == 5
        return compared

    small, large = comparisons(60), comparisons(240)
    assert large < 8 * small, f"4 times the lines take {large / small:.0f} times the comparisons"


def test_long_texts_are_no_matter_of_recursion():
    """A thousand equal lines, and dozens of different ones, need no stack."""
    old = [f"line {number}" for number in range(1200)]
    assert changes(check(old, old)) == 0
    assert changes(check(old[:60], [f"other {number}" for number in range(60)])) == 120


def test_applies(old, new):
    """Who has the old text and the edits has the new one."""
    assert apply(list(old), check(old, new)) == list(new)


test_applies.cases = TEXTS


def test_apply_refuses_another_text(old, edits):
    """Edits that were made for another text would ruin this one: the first line that does not fit is told."""
    try:
        apply(list(old), [(edit[0], edit[1]) for edit in edits])
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_apply_refuses_another_text.cases = {
    "another line stays": ("ab", [" a", " x"]),
    "another line goes": ("ab", [" a", "-x"]),
    "too short": ("a", [" a", " b"]),
    "too short, taken away": ("a", [" a", "-b"]),
    "left over": ("abc", [" a", " b"]),
    "an unknown sign": ("ab", [" a", "?b"]),
}


def test_apply_changes_nothing():
    """The old text stays what it was."""
    old = list("abc")
    assert apply(old, [(" ", "a"), ("-", "b"), (" ", "c")]) == ["a", "c"]
    assert old == ["a", "b", "c"]
