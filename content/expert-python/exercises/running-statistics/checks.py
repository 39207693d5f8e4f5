import math
import pickle
import random
import statistics
from fractions import Fraction

from running_statistics import Statistics


def of(values):
    stats = Statistics()
    for value in values:
        stats.add(value)
    return stats


def figures(stats):
    return [stats.count, stats.mean, stats.variance, stats.minimum, stats.maximum]


def close(stats, values):
    """Fails where a figure is not that of all the values, to six digits."""
    assert [stats.count, stats.minimum, stats.maximum] == [len(values), min(values), max(values)]
    mean, variance = statistics.fmean(values), float(statistics.variance(map(Fraction, values)))
    for what, actual, expected in (("mean", stats.mean, mean), ("variance", stats.variance, variance)):
        near = math.isclose(actual, expected, rel_tol=1e-6, abs_tol=1e-24)
        assert near, f"the {what} should be {expected}, not {actual}"


CHANCE = random.Random(7)
STREAMS = {
    "small": [4, 7, 13, 16],
    "negative": [-4.5, 2.25, -1, 0],
    "all alike": [0.1] * 10,
    "far from zero": [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16],
    "timestamps": [1.7e9 + CHANCE.random() for _ in range(500)],
    "very large and very small": [1e-8, 3e-8, 2e-8],
    "random": [CHANCE.gauss(10, 3) for _ in range(500)],
}


def test_follows_a_stream(values):
    """Every figure is that of all the values, also where they are large and close together."""
    close(of(values), values)


test_follows_a_stream.cases = {name: (values,) for name, values in STREAMS.items()}


def test_is_right_after_each_value():
    """The figures can be read at any time, and reading changes nothing."""
    stats = Statistics()
    seen = []
    for value in STREAMS["random"][:50]:
        stats.add(value)
        seen.append(value)
        if len(seen) > 1:
            close(stats, seen)
            close(stats, seen)


def test_nothing_is_known_of_nothing():
    """Zero would be a lie: without values there is no mean, and no smallest one."""
    assert figures(Statistics()) == [0, None, None, None, None]


def test_one_value_has_no_variance():
    """A sample of one says nothing of how values scatter: it is divided by count - 1."""
    assert figures(of([5])) == [1, 5, None, 5, 5]


def test_zero_is_a_value():
    """A smallest or largest value of zero is not the same as none."""
    assert figures(of([0, 0])) == [2, 0, 0, 0, 0]
    stats = of([0, 3])
    assert [stats.minimum, stats.maximum] == [0, 3]
    stats = of([-3, 0])
    assert [stats.minimum, stats.maximum] == [-3, 0]


def test_refuses_what_is_no_number(value):
    """A single `nan` would make every later figure `nan`: it is refused and leaves no trace."""
    stats = of([1, 2, 4])
    before = figures(stats)
    try:
        stats.add(value)
    except ValueError:
        assert figures(stats) == before
        return
    raise AssertionError("ValueError should be raised")


test_refuses_what_is_no_number.cases = {
    "nan": (math.nan,),
    "infinity": (math.inf,),
    "minus infinity": (-math.inf,),
}


def test_merges(at, name):
    """Two streams together have the figures of all the values, however they are shared out."""
    values = STREAMS[name]
    first, second = of(values[:at]), of(values[at:])
    close(first.merged(second), values)
    close(second.merged(first), values)


test_merges.cases = {
    "in halves": (250, "random"),
    "one against many": (1, "random"),
    "many against one": (499, "timestamps"),
    "timestamps": (100, "timestamps"),
    "two and two": (2, "far from zero"),
    "one and three": (1, "small"),
}


def test_merges_streams_that_lie_apart():
    """Most of the variance may be between the two groups: the distance of their means counts."""
    close(of([0, 1, 2]).merged(of([1000, 1001])), [0, 1, 2, 1000, 1001])


def test_merging_an_empty_one():
    """An empty stream adds nothing, on either side."""
    stats = of([4, 7, 13])
    assert figures(stats.merged(Statistics())) == figures(stats)
    assert figures(Statistics().merged(stats)) == figures(stats)
    assert figures(Statistics().merged(Statistics())) == [0, None, None, None, None]


def test_merging_changes_neither():
    """Both go on by themselves afterwards, and so does the new one."""
    first, second = of([1, 2]), of([3, 5])
    before = figures(first), figures(second)
    both = first.merged(second)
    both.add(100)
    assert (figures(first), figures(second)) == before
    first.add(9)
    close(both, [1, 2, 3, 5, 100])
    empty = Statistics()
    copy = second.merged(empty)
    copy.add(1)
    assert figures(second) == before[1]


def test_keeps_no_values():
    """Two thousand values are no reason to become larger: what is stored is counted, however it is stored."""
    small, large = of(STREAMS["random"][:20]), of(STREAMS["random"] * 4)
    ratio = len(pickle.dumps(large)) / len(pickle.dumps(small))
    assert ratio < 2, f"with 100 times the values it takes {ratio:.0f} times the memory"
