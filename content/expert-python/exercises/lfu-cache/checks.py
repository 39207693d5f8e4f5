import random
import time
from itertools import count

from lfu_cache import LFUCache


def filled(capacity, **entries):
    cache = LFUCache(capacity)
    for key, value in entries.items():
        cache.put(key, value)
    return cache


def kept(cache, keys):
    return [key for key in keys if key in cache]


def test_returns_what_was_put():
    """What was stored comes back, and a miss is answered with the default."""
    cache = filled(2, a=1)
    assert cache.get("a") == 1
    assert cache.get("b", "default") == "default"


def test_keeps_a_value_that_is_false(value):
    """`None`, `0` and `""` are values like any other: a hit is not told by the value's truth."""
    assert filled(2, a=value).get("a", "default") == value


test_keeps_a_value_that_is_false.cases = {"none": (None,), "zero": (0,), "empty": ("",)}


def test_forgets_the_least_used():
    """The number of uses decides, even against a key that was used later."""
    cache = filled(2, a=1)
    cache.get("a")
    cache.put("b", 2)
    cache.put("c", 3)
    assert kept(cache, "abc") == ["a", "c"]


def test_a_tie_goes_to_the_one_used_longest_ago():
    """Among equals the one whose *last use* is oldest goes, whenever it was stored."""
    cache = filled(3, a=1, b=2, c=3)
    for key in "cab":
        cache.get(key)
    cache.put("d", 4)
    assert kept(cache, "abcd") == ["a", "b", "d"]


def test_a_tie_of_new_keys():
    """Keys that were only put have one use each, and the first of them goes first."""
    assert kept(filled(2, a=1, b=2, c=3), "abc") == ["b", "c"]


def test_put_counts_as_a_use():
    """Storing a known key again is a use: it saves the key as a `get` would."""
    cache = filled(2, a=1, b=2)
    cache.put("a", 10)
    cache.put("c", 3)
    assert kept(cache, "abc") == ["a", "c"]
    assert cache.get("a") == 10


def test_the_new_key_stays():
    """A new key has the fewest uses of all: room is made before it comes in, not after."""
    cache = filled(2, a=1, b=2)
    for key in "abab":
        cache.get(key)
    cache.put("c", 3)
    assert kept(cache, "abc") == ["b", "c"]


def test_a_new_key_is_the_next_to_go():
    """After a key came in with one use, the least number of uses is one again."""
    cache = filled(2, a=1, b=2)
    for key in "aabb":
        cache.get(key)
    cache.put("c", 3)
    cache.put("d", 4)
    assert kept(cache, "abcd") == ["b", "d"]


def test_put_of_a_known_key_forgets_nothing():
    """A key that is there already needs no room, even in a full cache."""
    cache = filled(2, a=1, b=2)
    cache.put("b", 20)
    assert kept(cache, "ab") == ["a", "b"]
    assert len(cache) == 2


def test_looking_is_no_use():
    """`in` looks without touching: it must not save a key from being forgotten."""
    cache = filled(2, a=1, b=2)
    assert "a" in cache, "what was put should be there"
    cache.put("c", 3)
    assert "a" not in cache, "`in` counted as a use"


def test_a_forgotten_key_begins_anew():
    """What a key was used for before it was forgotten does not count any more."""
    cache = filled(1, a=1)
    for _ in range(5):
        cache.get("a")
    cache.put("b", 2)
    cache.put("a", 1)
    cache.put("c", 3)
    assert kept(cache, "abc") == ["c"]
    cache = filled(2, a=1)
    for _ in range(3):
        cache.get("a")
    cache.put("b", 2)
    for _ in range(5):
        cache.get("b")
    cache.put("c", 3)
    cache.get("c")
    cache.put("a", 1)
    cache.get("a")
    cache.put("d", 4)
    assert kept(cache, "abcd") == ["b", "d"]


def test_refuses_a_capacity_below_one(capacity):
    """A cache that can hold nothing is a mistake of the caller's, who should hear of it at once."""
    try:
        LFUCache(capacity)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses_a_capacity_below_one.cases = {"zero": (0,), "negative": (-1,)}


def test_agrees_with_a_plain_search():
    """Against a model that searches all entries, over a few thousand random calls."""
    chance = random.Random(11)
    cache, model = LFUCache(5), {}
    for tick in range(3_000):
        key = chance.randrange(12)
        if chance.random() < 0.5:
            found = model.get(key)
            if found:
                model[key] = (found[0] + 1, tick, found[2])
            assert cache.get(key) == (found[2] if found else None)
        else:
            if key not in model and len(model) == 5:
                del model[min(model, key=lambda each: model[each][:2])]
            model[key] = (model.get(key, (0,))[0] + 1, tick, tick)
            cache.put(key, tick)
        assert kept(cache, range(12)) == sorted(model)


def ratio_of_times(small, large, enough):
    """How much longer `large` takes. The fastest of a few rounds counts: a busy machine makes rounds slower, none faster."""
    fastest = [float("inf"), float("inf")]
    for _ in range(8):
        for at, work in enumerate((small, large)):
            begin = time.perf_counter()
            work()
            fastest[at] = min(fastest[at], time.perf_counter() - begin)
        if fastest[1] < enough * fastest[0]:
            break
    return fastest[1] / fastest[0]


def test_walks_over_nothing():
    """Thirty times as many entries must not make a use much slower."""
    def use_of(capacity):
        cache = LFUCache(capacity)
        for key in range(capacity):
            cache.put(key, key)
        turns = count()

        def use():
            turn = next(turns)
            for key in range(100):
                cache.get(capacity - 1 - key)
                cache.put((turn, key), key)

        return use

    ratio = ratio_of_times(use_of(300), use_of(9_000), 10)
    assert ratio < 10, f"with 30 times the entries it takes {ratio:.0f} times as long"
