from itertools import islice

from repair_one_shot_iterators import Log, contains_all, groups, head, pairs, shares, split


class Source:
    """An iterator that notes what was taken from it."""

    def __init__(self, items):
        self.items = iter(items)
        self.taken = 0

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self.items)
        self.taken += 1
        return item


def endless():
    """All numbers - but who reads hundreds of them would read for ever."""
    for number in range(500):
        yield number
    raise AssertionError("it reads on and on")


def test_shares(amounts, expected):
    """The sum needs all amounts, and so do the parts: a generator gives them once."""
    assert shares(Source(amounts)) == expected
    assert shares(amounts) == expected


test_shares.cases = {
    "several": ([1, 2, 1], [0.25, 0.5, 0.25]),
    "one": ([5], [1.0]),
    "none": ([], []),
}


def test_pairs(items, expected):
    """Neighbors overlap: each item but the first and the last is in two pairs."""
    assert list(pairs(Source(items))) == expected
    assert list(pairs(items)) == expected


test_pairs.cases = {
    "several": ([1, 2, 3], [(1, 2), (2, 3)]),
    "with none": ([None, 0, None], [(None, 0), (0, None)]),
    "one": ([1], []),
    "nothing": ([], []),
}


def test_pairs_of_infinite_input():
    """Who asks for three pairs must not wait for the end of the world."""
    source = Source(endless())
    assert list(islice(pairs(source), 3)) == [(0, 1), (1, 2), (2, 3)]
    assert source.taken <= 5, f"for three pairs {source.taken} items were taken"


def test_pairs_are_an_iterator():
    """What is returned can be asked for one pair after the other, and takes nothing too early."""
    source = Source([1, 2, 3])
    found = pairs(source)
    assert next(iter(found)) == (1, 2)
    assert source.taken <= 3, f"for one pair {source.taken} items were taken"


def test_split(items, expected):
    """Each item is in one of the two lists, in its order."""
    assert split(Source(items), lambda item: item > 2) == expected


test_split.cases = {
    "both": ([1, 3, 2, 4], ([3, 4], [1, 2])),
    "all": ([3, 4], ([3, 4], [])),
    "none": ([], ([], [])),
}


def test_split_asks_once():
    """A predicate may be expensive, or answer differently the second time."""
    calls = []
    split([1, 2, 3], lambda item: calls.append(item))
    assert calls == [1, 2, 3]


def test_head_takes_no_more():
    """`zip` asks its first iterator before it sees that the second one has ended, and that item is lost."""
    source = Source("abcde")
    assert head(source, 2) == ["a", "b"]
    assert source.taken == 2
    assert head(source, 2) == ["c", "d"]
    assert head(source, 5) == ["e"]
    assert head(source, 1) == []


def test_head_of_nothing():
    """No item is wanted, so none is taken."""
    source = Source("abc")
    assert (head(source, 0), source.taken) == ([], 0)


def test_groups(items, expected):
    """`groupby` shares its input with the groups: one that is kept for later is empty then."""
    found = groups(Source(items), str.lower)
    assert [(name, list(group)) for name, group in found] == expected
    assert [type(group) for _, group in found] == [list] * len(expected)


test_groups.cases = {
    "runs": ("aAbBa", [("a", ["a", "A"]), ("b", ["b", "B"]), ("a", ["a"])]),
    "one": ("a", [("a", ["a"])]),
    "nothing": ("", []),
}


def test_a_log_can_be_read_again():
    """What has `__iter__` promises a fresh start for each loop."""
    log = Log(Source(["a", None, "c"]))
    assert [list(log), list(log)] == [["a", None, "c"]] * 2


def test_loops_over_a_log_do_not_disturb_each_other():
    """Two loops at once see all lines each, whoever is ahead."""
    log = Log(Source("abcd"))
    one, other = iter(log), iter(log)
    found = [next(one), next(one), next(other), next(one), next(other), next(other), next(other)]
    assert "".join(found) == "abacbcd"
    assert (list(one), list(other)) == (["d"], [])


def test_a_loop_inside_of_a_loop():
    """The same log in both loops gives all pairs."""
    log = Log(Source("ab"))
    assert [(one, other) for one in log for other in log] == [
        ("a", "a"), ("a", "b"), ("b", "a"), ("b", "b"),
    ]


def test_a_log_reads_no_further():
    """Lines may come slowly, or for ever: only what somebody has asked for is read, and once."""
    source = Source(endless())
    log = Log(source)
    assert source.taken == 0
    assert list(islice(log, 3)) == [0, 1, 2]
    assert list(islice(log, 2)) == [0, 1]
    assert source.taken == 3


def test_a_loop_that_waits_at_the_end():
    """A loop that another one has overtaken finds the lines that were read meanwhile."""
    log = Log(Source("abc"))
    slow = iter(log)
    assert next(slow) == "a"
    assert list(log) == ["a", "b", "c"]
    assert list(slow) == ["b", "c"]


def test_contains_all(items, wanted, expected):
    """`in` takes items from an iterator until it finds the value: what came before is gone for the next question."""
    assert contains_all(Source(items), wanted) is expected
    assert contains_all(items, iter(wanted)) is expected


test_contains_all.cases = {
    "in another order": ([1, 2, 3], [3, 1], True),
    "one is missing": ([1, 2, 3], [1, 4], False),
    "twice": ([1, 2], [1, 1], True),
    "nothing is wanted": ([], [], True),
    "of nothing": ([], [1], False),
    "unhashable": ([[1], {2: 3}], [{2: 3}, [1]], True),
    "unhashable is missing": ([[1]], [[2]], False),
    "equal numbers": ([1.0], [1, True], True),
}


def test_contains_all_stops():
    """When all were found the rest of an infinite input is of no interest."""
    source = Source(endless())
    assert contains_all(source, [2, 0]) is True, "both are there"
    assert source.taken == 3
    untouched = Source(endless())
    assert contains_all(untouched, []) is True, "nothing is wanted"
    assert untouched.taken == 0
