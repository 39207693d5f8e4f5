"""A cache for `n` entries that is filled, and then asked in any order and filled anew."""
import random

sizes = [1_000, 4_000, 16_000]


def make_input(n):
    return n, random.Random(n).choices(range(2 * n), k=n)


def run(module, data):
    capacity, keys = data
    cache = module.LRUCache(capacity)
    for key in range(capacity):
        cache.put(key, key)
    for key in keys:
        if cache.get(key) is None:
            cache.put(key, key)
