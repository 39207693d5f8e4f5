from itertools import count, islice

from chunks_and_windows import chunked, windowed


class Source:
    """An iterator that knows how many of its items were read."""

    def __init__(self, items):
        self.items = iter(items)
        self.read = 0

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self.items)
        self.read += 1
        return item


def test_chunks(items, size, expected):
    """Every item once, in order, in tuples of `size`; what is left at the end is a shorter one."""
    assert list(chunked(items, size)) == expected


test_chunks.cases = {
    "even": ("abcd", 2, [("a", "b"), ("c", "d")]),
    "with a rest": ("abcde", 2, [("a", "b"), ("c", "d"), ("e",)]),
    "size one": ("ab", 1, [("a",), ("b",)]),
    "larger than all": ("ab", 5, [("a", "b")]),
    "nothing": ("", 3, []),
    "an iterator": (iter([1, 2, 3]), 2, [(1, 2), (3,)]),
    "false items": ([0, None, "", 0], 3, [(0, None, ""), (0,)]),
}


def test_windows(items, size, step, expected):
    """Only whole windows, each `step` items after the one before."""
    assert list(windowed(items, size, step)) == expected


test_windows.cases = {
    "overlapping": ("abcd", 3, 1, [("a", "b", "c"), ("b", "c", "d")]),
    "step two": ("abcdef", 3, 2, [("a", "b", "c"), ("c", "d", "e")]),
    "step is size": ("abcde", 2, 2, [("a", "b"), ("c", "d")]),
    "step over a gap": ("abcdefg", 2, 3, [("a", "b"), ("d", "e")]),
    "a gap at the end": ("abcd", 2, 4, [("a", "b")]),
    "exactly one": ("abc", 3, 1, [("a", "b", "c")]),
    "too few": ("ab", 3, 1, []),
    "nothing": ("", 1, 1, []),
    "size one": ("abc", 1, 2, [("a",), ("c",)]),
    "an iterator": (iter([1, 2, 3]), 2, 1, [(1, 2), (2, 3)]),
    "false items": ([None, 0, None], 2, 1, [(None, 0), (0, None)]),
}


def test_step_is_one_by_default():
    """Without a step each window begins one item later."""
    assert list(windowed([1, 2, 3], 2)) == [(1, 2), (2, 3)]


def test_what_is_kept_does_not_change():
    """Each tuple is a value of its own: one that is handed out twice and refilled is the same in the end."""
    assert [type(each) for each in [*chunked("ab", 1), *windowed("ab", 1)]] == [tuple] * 4


def test_the_call_reads_nothing(call):
    """The call only promises: reading begins with the first tuple."""
    source = Source("abcdef")
    call(source)
    assert source.read == 0


test_the_call_reads_nothing.cases = {
    "chunked": (lambda source: chunked(source, 2),),
    "windowed": (lambda source: windowed(source, 2),),
}


def test_reads_no_further_than_needed(call, expected):
    """After each tuple exactly the items up to its last one were read: the next may not be there yet."""
    source = Source("abcdefgh")
    tuples = call(source)
    reads = []
    for _ in expected:
        next(tuples)
        reads.append(source.read)
    assert reads == expected


test_reads_no_further_than_needed.cases = {
    "chunked": (lambda source: chunked(source, 3), [3, 6]),
    "windowed": (lambda source: windowed(source, 3), [3, 4, 5]),
    "step two": (lambda source: windowed(source, 3, 2), [3, 5, 7]),
    "step over a gap": (lambda source: windowed(source, 2, 4), [2, 6]),
}


def test_takes_an_endless_source():
    """What never ends cannot be made a list first."""
    assert list(islice(chunked(count(), 2), 2)) == [(0, 1), (2, 3)]
    assert list(islice(windowed(count(), 2, 5), 3)) == [(0, 1), (5, 6), (10, 11)]


def test_returns_an_iterator(call):
    """An iterator gives each tuple once, and stays at its end."""
    tuples = call("abc")
    assert iter(tuples) is tuples, "iter() of an iterator is the iterator itself"
    assert len(list(tuples)) == 2
    assert list(tuples) == []


test_returns_an_iterator.cases = {
    "chunked": (lambda items: chunked(items, 2),),
    "windowed": (lambda items: windowed(items, 2),),
}


def test_stops_at_the_end_for_good():
    """A source that was at its end is not asked over and over, and no short window slips in afterwards."""
    windows = windowed(iter("abcde"), 4, 3)
    assert next(windows) == ("a", "b", "c", "d")
    assert [next(windows, "end") for _ in range(3)] == ["end"] * 3


def test_refuses_at_the_call(call):
    """The caller is at the call, and the mistake is there: a generator would tell of it somewhere else, or never."""
    try:
        call()
    except ValueError:
        return
    raise AssertionError("ValueError should be raised by the call itself")


test_refuses_at_the_call.cases = {
    "chunk of zero": (lambda: chunked("abc", 0),),
    "negative chunk": (lambda: chunked("abc", -1),),
    "window of zero": (lambda: windowed("abc", 0),),
    "negative window": (lambda: windowed("abc", -2),),
    "step of zero": (lambda: windowed("abc", 2, 0),),
    "negative step": (lambda: windowed("abc", 2, -1),),
}


def test_an_error_of_the_source_passes():
    """An error while reading is the caller's to see, as it is."""
    def source():
        yield 1
        yield 2
        raise KeyError("broken")

    for call in (lambda: chunked(source(), 2), lambda: windowed(source(), 2)):
        tuples = call()
        assert next(tuples) == (1, 2)
        try:
            next(tuples)
        except KeyError:
            continue
        raise AssertionError("the KeyError of the source should pass")
