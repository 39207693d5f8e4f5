"""`n` values, one at a time: the memory must not grow with them."""
import random

sizes = [500, 2_000, 8_000]


def make_input(n):
    chance = random.Random(n)
    return [chance.gauss(100, 15) for _ in range(n)]


def run(module, data):
    stats = module.Statistics()
    for value in data:
        stats.add(value)
    stats.variance
