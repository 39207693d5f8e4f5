"""`n` words of eight letters that are added in any order, and a thousand prefixes that are looked up."""
import random
from itertools import islice

sizes = [500, 2_000, 8_000]


def make_input(n):
    chance = random.Random(n)
    return ["".join(chance.choices("abcdefgh", k=8)) for _ in range(n)]


def run(module, data):
    tree = module.PrefixTree(data)
    for word in islice(data, 1_000):
        next(tree.starting_with(word[:4]))
        tree.longest_prefix_of(word + "s")
