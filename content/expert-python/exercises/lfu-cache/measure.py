"""A cache for `n` entries that is filled, and then asked for some keys much more often than for others."""
import random

sizes = [500, 2_000, 8_000]


def make_input(n):
    chance = random.Random(n)
    return n, [int(2 * n * chance.random() ** 3) for _ in range(2 * n)]


def run(module, data):
    capacity, keys = data
    cache = module.LFUCache(capacity)
    for key in range(capacity):
        cache.put(key, key)
    for key in keys:
        if cache.get(key) is None:
            cache.put(key, key)
