"""The best 100 of `n` items that come in any order, asked for once at the end."""
import random

sizes = [1_000, 8_000, 64_000]


def make_input(n):
    return random.Random(n).sample(range(n), n)


def run(module, data):
    top = module.TopK(100)
    for item in data:
        top.add(item)
    top.best()
