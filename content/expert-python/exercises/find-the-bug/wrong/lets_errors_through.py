"""A codec that raises shows its bug by itself."""
import random
from itertools import product

ALPHABET = "ab1 "


def counterexample(encode, decode, seed=0):
    def fails(text):
        return decode(encode(text)) != text

    for text in candidates(random.Random(seed)):
        if fails(text):
            return smallest(text, fails)
    return None


def candidates(chance):
    for length in range(4):
        yield from map("".join, product(ALPHABET, repeat=length))
    for length in range(4, 41):
        yield from (char * length for char in ALPHABET)
    for _ in range(1000):
        runs = ""
        for _ in range(chance.randint(2, 6)):
            runs += chance.choice(ALPHABET) * chance.choice((1, 1, 2, 3, 10, 20))
        yield runs[:60]


def smaller(text):
    for at, char in enumerate(text):
        yield text[:at] + text[at + 1 :]
        for earlier in ALPHABET[: ALPHABET.index(char)]:
            yield text[:at] + earlier + text[at + 1 :]


def smallest(text, fails):
    while True:
        found = next(filter(fails, smaller(text)), None)
        if found is None:
            return text
        text = found
