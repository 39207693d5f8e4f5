import time

from lru_cache import LRUCache


def filled(capacity, **entries):
    cache = LRUCache(capacity)
    for key, value in entries.items():
        cache.put(key, value)
    return cache


def test_returns_what_was_put():
    """What was stored under a key comes back."""
    assert filled(2, a=1).get("a") == 1


def test_answers_a_miss_with_the_default(default):
    """A key that is not there is answered with the default, not with an exception."""
    assert filled(2, a=1).get("b", default) == default


test_answers_a_miss_with_the_default.cases = {"none": (None,), "zero": (0,), "text": ("x",)}


def test_keeps_a_value_that_is_false(value):
    """`None`, `0` and `""` are values like any other: a hit is not told by the value's truth."""
    cache = filled(2, a=value)
    assert cache.get("a", "default") == value
    assert "a" in cache, "a key with a false value should be in the cache"


test_keeps_a_value_that_is_false.cases = {"none": (None,), "zero": (0,), "empty": ("",)}


def test_forgets_the_oldest():
    """With nothing read in between, the key that was put first goes first."""
    cache = filled(2, a=1, b=2, c=3)
    assert [key for key in "abc" if key in cache] == ["b", "c"]


def test_get_counts_as_a_use():
    """A key that was read is younger than one that was put later."""
    cache = filled(2, a=1, b=2)
    cache.get("a")
    cache.put("c", 3)
    assert [key for key in "abc" if key in cache] == ["a", "c"]


def test_put_of_a_known_key_forgets_nothing():
    """A key that is there already needs no room, even in a full cache."""
    cache = filled(2, a=1, b=2)
    cache.put("b", 20)
    assert [key for key in "ab" if key in cache] == ["a", "b"]
    assert cache.get("b") == 20


def test_put_of_a_known_key_counts_as_a_use():
    """Storing a known key again makes it the youngest."""
    cache = filled(2, a=1, b=2)
    cache.put("a", 10)
    cache.put("c", 3)
    assert [key for key in "abc" if key in cache] == ["a", "c"]
    assert cache.get("a") == 10


def test_looking_is_no_use():
    """`in` looks without touching: it must not save a key from being forgotten."""
    cache = filled(2, a=1, b=2)
    assert "a" in cache
    cache.put("c", 3)
    assert "a" not in cache, "`in` counted as a use"


def test_a_miss_changes_nothing():
    """Asking for what is not there neither stores it nor makes room for it."""
    cache = filled(2, a=1, b=2)
    cache.get("x")
    assert len(cache) == 2
    assert "x" not in cache, "a miss was stored"


def test_refuses_a_capacity_below_one(capacity):
    """A cache that can hold nothing is a mistake of the caller's, who should hear of it at once."""
    try:
        LRUCache(capacity)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses_a_capacity_below_one.cases = {"zero": (0,), "negative": (-1,)}


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


def test_takes_constant_time():
    """Thirty times as many entries must not make a use slower: nothing may walk over all keys."""
    def use_of(capacity):
        cache = LRUCache(capacity)
        for key in range(capacity):
            cache.put(key, key)

        def use():
            for key in range(100):
                cache.get(capacity - 1 - key)
                cache.put(-key - 1, key)

        return use

    ratio = ratio_of_times(use_of(300), use_of(9_000), 10)
    assert ratio < 10, f"with 30 times the entries it takes {ratio:.0f} times as long"
