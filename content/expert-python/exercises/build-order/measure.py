"""`n` things of which each needs five that come before it."""
import random

sizes = [500, 2_000, 8_000]


def make_input(n):
    chance = random.Random(n)
    return {number: [chance.randrange(number) for _ in range(5)] if number else [] for number in range(n)}


def run(module, data):
    module.build_order(data)
