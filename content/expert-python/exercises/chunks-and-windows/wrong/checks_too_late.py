"""The first lines of a function run when it is called, `yield` or not."""
from collections import deque
from itertools import islice


def chunked(items, size):
    if size < 1:
        raise ValueError("a chunk holds at least one item")
    items = iter(items)
    while chunk := tuple(islice(items, size)):
        yield chunk


def windowed(items, size, step=1):
    if size < 1 or step < 1:
        raise ValueError("size and step must be at least one")
    items = iter(items)
    window, missing = deque(maxlen=size), size
    for item in items:
        window.append(item)
        missing -= 1
        if not missing:
            yield tuple(window)
            missing = step
