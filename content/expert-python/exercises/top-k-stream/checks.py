import gc
import random
import weakref

from top_k_stream import TopK


def fed(k, items, key=None):
    top = TopK(k, key)
    for item in items:
        top.add(item)
    return top


def test_keeps_the_best(items, expected):
    """The highest ones, the highest first; fewer than `k` when fewer have come."""
    assert fed(3, items).best() == expected


test_keeps_the_best.cases = {
    "nothing": ([], []),
    "fewer than k": ([1, 2], [2, 1]),
    "ascending": ([1, 2, 3, 4, 5], [5, 4, 3]),
    "descending": ([5, 4, 3, 2, 1], [5, 4, 3]),
    "negative": ([-5, -1, -3, -2], [-1, -2, -3]),
    "equal": ([2, 2, 2, 2], [2, 2, 2]),
    "texts": (["b", "d", "a", "c"], ["d", "c", "b"]),
}


def test_scores_by_the_key():
    """The key says what is best; the items come back, not their scores."""
    assert fed(2, ["ccc", "a", "dddd", "bb"], len).best() == ["dddd", "ccc"]


def test_a_score_needs_only_an_order():
    """A score can be a text or a tuple: nothing may negate it or add to it."""
    assert fed(2, [("b", 1), ("a", 2), ("c", 0)], lambda item: item[0]).best() == [("c", 0), ("b", 1)]


def test_equal_scores_keep_their_order():
    """Of equal scores the item that came first stands first, and the last to come is left out first."""
    words = ["a1", "b22", "c1", "d22", "e1", "f22"]
    assert fed(4, words, len).best() == ["b22", "d22", "f22", "a1"]
    assert fed(2, words, len).best() == ["b22", "d22"]


def test_a_better_item_drives_out_the_latest_of_the_worst():
    """When several of those kept share the lowest score, the one that came last has to go."""
    assert fed(3, ["a", "b", "c", "dd"], len).best() == ["dd", "a", "b"]


def test_items_need_no_order():
    """Two items with the same score must not be compared with each other."""
    items = [{"n": 1}, {"n": 1}, {"n": 2}, {"n": 1}]
    assert fed(3, items, lambda item: item["n"]).best() == [{"n": 2}, {"n": 1}, {"n": 1}]


def test_asks_the_key_once_for_each_item():
    """A score may be dear to find: it is asked for when the item comes and kept with it."""
    asked = []

    def key(item):
        asked.append(item)
        return item

    top = fed(3, range(20), key)
    top.best()
    assert asked == list(range(20))


def test_best_changes_nothing():
    """Looking is not taking: asked twice it says the same, and the stream may go on."""
    top = fed(2, [1, 3, 2])
    top.best().clear()
    assert top.best() == [3, 2]
    top.add(5)
    assert top.best() == [5, 3]


def test_lets_go_of_the_rest():
    """What is not among the best must not stay in memory, for the stream does not end."""
    class Item:
        def __init__(self, score):
            self.score = score

    top = TopK(3, lambda item: item.score)
    alive = weakref.WeakSet()
    scores = random.Random(1)
    for _ in range(200):
        item = Item(scores.random())
        alive.add(item)
        top.add(item)
        del item
    gc.collect()
    assert len(alive) == 3
    assert sorted(alive, key=lambda item: -item.score) == top.best()


def test_two_streams_do_not_mix():
    """Each object has a stream of its own."""
    one, other = TopK(2), TopK(2)
    one.add(1)
    other.add(2)
    assert (one.best(), other.best()) == ([1], [2])


def test_refuses_k_below_one(k):
    """The best zero of a stream is a mistake of the caller's, who should hear of it at once."""
    try:
        TopK(k)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses_k_below_one.cases = {"zero": (0,), "negative": (-1,)}


def test_agrees_with_a_sort():
    """`sorted` is stable, in reverse too, so it can tell the right answer."""
    chance = random.Random(9)
    for k in (1, 2, 5, 50):
        items = [(chance.randrange(8), number) for number in range(60)]
        expected = sorted(items, key=lambda item: item[0], reverse=True)[:k]
        assert fed(k, items, lambda item: item[0]).best() == expected


class Score:
    """A score that counts comparisons."""

    compared = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Score.compared += 1
        return self.value < other.value

    def __gt__(self, other):
        Score.compared += 1
        return self.value > other.value

    def __le__(self, other):
        Score.compared += 1
        return self.value <= other.value

    def __ge__(self, other):
        Score.compared += 1
        return self.value >= other.value

    def __eq__(self, other):
        Score.compared += 1
        return self.value == other.value

    __hash__ = None


def test_a_poor_item_is_refused_at_once():
    """Most of a long stream is worse than what is kept: to see that takes a handful of comparisons."""
    top = fed(100, (1_000 + number for number in range(100)), Score)
    Score.compared = 0
    for number in range(1_000):
        top.add(number)
    assert Score.compared < 20_000, f"{Score.compared} comparisons for 1000 poor items"
