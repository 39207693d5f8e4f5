"""`zip` of the same iterator, several times over, cuts it into chunks."""
from itertools import islice, tee


def chunked(items, size):
    if size < 1:
        raise ValueError("a chunk holds at least one item")
    return zip(*[iter(items)] * size)


def windowed(items, size, step=1):
    if size < 1 or step < 1:
        raise ValueError("size and step must be at least one")
    copies = tee(items, size)
    return zip(*(islice(copy, start, None, step) for start, copy in enumerate(copies)))
