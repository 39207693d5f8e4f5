import random
from datetime import date

from merge_intervals import merge


def test_merges(intervals, expected):
    """What overlaps or touches becomes one interval; what lies apart stays apart."""
    assert merge(intervals) == expected


test_merges.cases = {
    "nothing": ([], []),
    "one": ([(1, 2)], [(1, 2)]),
    "apart": ([(1, 2), (4, 5)], [(1, 2), (4, 5)]),
    "overlapping": ([(1, 4), (3, 6)], [(1, 6)]),
    "touching": ([(1, 2), (2, 3)], [(1, 3)]),
    "equal": ([(1, 2), (1, 2)], [(1, 2)]),
    "a bridge between two": ([(1, 3), (5, 7), (2, 6)], [(1, 7)]),
    "a chain": ([(1, 2), (2, 3), (3, 4), (6, 7)], [(1, 4), (6, 7)]),
}


def test_one_within_another(intervals, expected):
    """The farther end survives, and that is not always the end of the interval seen last."""
    assert merge(intervals) == expected


test_one_within_another.cases = {
    "inside": ([(1, 10), (2, 3)], [(1, 10)]),
    "same start": ([(1, 10), (1, 3)], [(1, 10)]),
    "reaches over two": ([(1, 10), (2, 3), (9, 11)], [(1, 11)]),
}


def test_takes_any_order():
    """The order in which intervals come must not matter."""
    assert merge([(9, 12), (4, 5), (1, 3), (2, 4)]) == [(1, 5), (9, 12)]


def test_drops_what_is_empty(intervals, expected):
    """A half-open interval from a point to itself covers nothing, so it is no part of the answer."""
    assert merge(intervals) == expected


test_drops_what_is_empty.cases = {
    "alone": ([(2, 2)], []),
    "between two": ([(1, 2), (3, 3), (4, 5)], [(1, 2), (4, 5)]),
    "at an end": ([(1, 2), (2, 2)], [(1, 2)]),
    "at a start": ([(1, 1), (1, 2)], [(1, 2)]),
    "inside": ([(1, 5), (3, 3)], [(1, 5)]),
}


def test_refuses_a_start_above_its_end():
    """Such a pair is a mistake of the caller's: to swap it silently would hide where it comes from."""
    try:
        merge([(1, 2), (5, 3)])
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


def test_needs_only_an_order(intervals, expected):
    """Whatever can be compared can be an end: nothing needs to be added or compared with a number."""
    assert merge(intervals) == expected


test_needs_only_an_order.cases = {
    "dates": (
        [(date(2024, 3, 1), date(2024, 4, 1)), (date(2024, 2, 1), date(2024, 3, 1))],
        [(date(2024, 2, 1), date(2024, 4, 1))],
    ),
    "texts": ([("m", "p"), ("a", "c"), ("b", "d")], [("a", "d"), ("m", "p")]),
    "below zero": ([(-3, -1), (-5, -4)], [(-5, -4), (-3, -1)]),
    "infinite": ([(float("-inf"), 0), (0, 1)], [(float("-inf"), 1)]),
}


def test_takes_an_iterator():
    """An iterator can be read only once, and a list of the caller's stays as it was."""
    assert merge(iter([(3, 4), (1, 3)])) == [(1, 4)]


def test_leaves_the_argument_alone():
    """Sorting in place would change a list that belongs to the caller."""
    given = [(3, 4), (1, 2)]
    merge(given)
    assert given == [(3, 4), (1, 2)]


def test_agrees_with_counting_points():
    """On small whole numbers the answer can be found by marking each point that is covered."""
    chance = random.Random(7)
    for _ in range(200):
        starts = [chance.randrange(20) for _ in range(chance.randrange(8))]
        intervals = [(start, start + chance.randrange(5)) for start in starts]
        covered = sorted({point for start, end in intervals for point in range(start, end)})
        expected = []
        for point in covered:
            if expected and expected[-1][1] == point:
                expected[-1] = (expected[-1][0], point + 1)
            else:
                expected.append((point, point + 1))
        assert merge(intervals) == expected


class Point:
    """A place on a line that counts how often any two are compared."""

    compared = 0

    def __init__(self, place):
        self.place = place

    def __hash__(self):
        return hash(self.place)

    def __eq__(self, other):
        Point.compared += 1
        return self.place == other.place

    def __lt__(self, other):
        Point.compared += 1
        return self.place < other.place

    def __le__(self, other):
        Point.compared += 1
        return self.place <= other.place

    def __gt__(self, other):
        Point.compared += 1
        return self.place > other.place

    def __ge__(self, other):
        Point.compared += 1
        return self.place >= other.place


def test_does_not_compare_all_pairs():
    """A sort and a pass need some dozens of comparisons for each interval, however many there are."""
    count = 600
    intervals = [(Point(2 * start), Point(2 * start + 1)) for start in range(count)]
    random.Random(3).shuffle(intervals)
    Point.compared = 0
    assert len(merge(intervals)) == count
    each = Point.compared // count
    assert Point.compared < 100 * count, f"the ends were compared {each} times for each interval"
