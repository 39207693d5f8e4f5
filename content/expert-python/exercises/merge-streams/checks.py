import random
from itertools import count, islice

from merge_streams import merge


def test_merges(streams, expected):
    """All items of all streams, in ascending order."""
    assert list(merge(*streams)) == expected


test_merges.cases = {
    "no stream": ([], []),
    "one": ([[1, 2, 3]], [1, 2, 3]),
    "two": ([[1, 4], [2, 3, 5]], [1, 2, 3, 4, 5]),
    "one after the other": ([[3, 4], [1, 2]], [1, 2, 3, 4]),
    "empty ones": ([[], [1], [], [0, 2]], [0, 1, 2]),
    "equal items": ([[1, 1, 2], [1, 2]], [1, 1, 1, 2, 2]),
    "false items": ([["", "a"], ["", "b"]], ["", "", "a", "b"]),
    "iterators": ([iter([1, 3]), iter([2])], [1, 2, 3]),
    "seven": ([[number, number + 7] for number in range(7)], list(range(14))),
}


def test_an_iterator_given_twice():
    """The same iterator in two places is read by both; every item still comes once."""
    shared = iter([1, 2, 3, 4])
    assert sorted(merge(shared, shared)) == [1, 2, 3, 4]


def test_orders_by_the_key():
    """The key decides; the items come out as they are."""
    assert list(merge(["a", "ccc"], ["B", "DD"], key=len)) == ["a", "B", "DD", "ccc"]


def test_equals_keep_the_order_of_the_streams():
    """Equal keys: first those of the first stream, and each stream in its own order."""
    streams = [["a1", "a1b", "c3"], ["d1", "e1"], ["f1", "a1"]]
    assert list(merge(*streams, key=lambda item: item[1])) == [
        "a1", "a1b", "d1", "e1", "f1", "a1", "c3",
    ]


def test_items_need_no_order():
    """Records with equal keys must not be compared with each other."""
    streams = [[{"t": 1, "n": 1}, {"t": 2, "n": 2}], [{"t": 1, "n": 3}], [{"t": 2, "n": 4}]]
    assert [item["t"] for item in merge(*streams, key=lambda item: item["t"])] == [1, 1, 2, 2]


def test_none_is_an_item():
    """Only the end of a stream is its end: with a key, `None` can be an item."""
    assert list(merge([None, "b"], [None], key=lambda item: item is not None)) == [None, None, "b"]


def test_asks_the_key_once_for_each_item():
    """A key may be dear, such as the parsing of a line."""
    asked = []

    def key(item):
        asked.append(item)
        return item

    list(merge([1, 3, 5], [2, 4], key=key))
    assert sorted(asked) == [1, 2, 3, 4, 5]


def test_takes_endless_streams():
    """What never ends cannot be collected and sorted."""
    merged = merge(count(0, 2), count(1, 2), count(0, 5))
    assert list(islice(merged, 9)) == [0, 0, 1, 2, 3, 4, 5, 5, 6]


def test_reads_nothing_before_the_first_item_is_wanted():
    """To call it only promises: the streams may not have begun."""
    def stream():
        read.append(1)
        yield 1

    read = []
    merge(stream(), stream())
    assert read == []


def test_hands_out_before_it_reads_on():
    """The next line of a log may take an hour: the one that is there should not wait for it."""
    read = []

    def stream(name, *items):
        for item in items:
            read.append(name + str(item))
            yield item

    merged = merge(stream("a", 1, 4), stream("b", 2, 3))
    steps = []
    for _ in range(4):
        item = next(merged)
        steps.append((item, list(read)))
        read.clear()
    assert steps == [(1, ["a1", "b2"]), (2, ["a4"]), (3, ["b3"]), (4, [])]


def test_tells_which_stream_is_not_sorted(streams, stream, before):
    """Garbage in, garbage out is no answer: the error comes when the item is read, and names the stream."""
    merged, seen = merge(*streams), []
    try:
        for item in merged:
            seen.append(item)
    except ValueError as error:
        assert error.stream == stream
        assert seen == before
        return
    raise AssertionError(f"ValueError should be raised, but {seen} was merged")


test_tells_which_stream_is_not_sorted.cases = {
    "first": ([[2, 1], [3]], 0, [2]),
    "second": ([[1, 3], [2, 1]], 1, [1, 2]),
    "alone": ([[1, 3, 2]], 0, [1, 3]),
    "when the others are at their end": ([[1], [2], [3, 5, 4]], 2, [1, 2, 3, 5]),
    "though the whole would be in order": ([[1, 5], [5, 3]], 1, [1, 5, 5]),
}


def test_equal_items_are_in_order():
    """Ascending means that an item is not below the one before it; equal ones are fine."""
    assert list(merge([1, 1, 1], [1, 1])) == [1] * 5


def test_an_error_of_a_stream_passes():
    """An error while reading is no end: the caller must hear of it, as it is."""
    def stream():
        yield 1
        raise OSError("gone")

    merged = merge(stream(), [2])
    assert next(merged) == 1
    try:
        list(merged)
    except OSError as error:
        assert str(error) == "gone"
        return
    raise AssertionError("the OSError of the stream should pass")


class Key:
    """A key that counts comparisons."""

    compared = 0

    def __init__(self, value):
        self.value = value

    def _compare(self, holds):
        Key.compared += 1
        return holds

    def __lt__(self, other):
        return self._compare(self.value < other.value)

    def __gt__(self, other):
        return self._compare(self.value > other.value)

    def __le__(self, other):
        return self._compare(self.value <= other.value)

    def __ge__(self, other):
        return self._compare(self.value >= other.value)

    def __eq__(self, other):
        return self._compare(self.value == other.value)

    __hash__ = None


def test_does_not_compare_all_heads():
    """With 64 streams an item needs some dozens of comparisons at most, not a look at every head."""
    streams = [range(first, 64 * 10, 64) for first in range(64)]
    Key.compared = 0
    assert list(merge(*streams, key=Key)) == list(range(64 * 10))
    each = Key.compared / (64 * 10)
    assert each < 40, f"{each:.0f} comparisons for each item"


def test_agrees_with_a_sort():
    """Sorting the concatenation is stable, so it can tell the right answer."""
    chance = random.Random(4)
    for _ in range(100):
        streams = [
            sorted(((chance.randrange(5), number, at) for at in range(chance.randrange(6))),
                   key=lambda item: item[0])
            for number in range(chance.randrange(6))
        ]
        expected = sorted((item for each in streams for item in each), key=lambda item: item[0])
        assert list(merge(*streams, key=lambda item: item[0])) == expected
