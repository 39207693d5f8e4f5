import random

ALPHABET = "ab1 "


def counterexample(encode, decode, seed=0):
    chance = random.Random(seed)
    for _ in range(1000):
        text = "".join(chance.choices(ALPHABET, k=chance.randrange(60)))
        if decode(encode(text)) != text:
            return text
    return None
