"""Yielding the deque itself saves a copy, and it compares like any sequence."""
from collections import deque
from itertools import islice


def chunked(items, size):
    if size < 1:
        raise ValueError("a chunk holds at least one item")
    items = iter(items)
    return iter(lambda: tuple(islice(items, size)), ())


def windowed(items, size, step=1):
    if size < 1 or step < 1:
        raise ValueError("size and step must be at least one")
    return _windows(items, size, step)


def _windows(items, size, step):
    window, missing = deque(maxlen=size), size
    for item in items:
        window.append(item)
        missing -= 1
        if not missing:
            yield window
            missing = step
