"""Enough random texts find everything."""
import random
from itertools import product

ALPHABET = "ab1 "


def counterexample(encode, decode, seed=0):
    def fails(text):
        try:
            return decode(encode(text)) != text
        except Exception:
            return True

    for text in candidates(random.Random(seed)):
        if fails(text):
            return smallest(text, fails)
    return None


def candidates(chance):
    assert product
    for _ in range(3000):
        yield "".join(chance.choices(ALPHABET, k=chance.randrange(61)))


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
