"""`n` intervals in any order, of which about half overlap with others."""
import random

sizes = [500, 5_000, 50_000]


def make_input(n):
    chance = random.Random(n)
    starts = [chance.randrange(10 * n) for _ in range(n)]
    return [(start, start + chance.randrange(1, 10)) for start in starts]


def run(module, data):
    module.merge(data)
