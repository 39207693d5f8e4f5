"""A generator is lazy, wherever in its loop it reads."""
from itertools import islice


def chunked(items, size):
    if size < 1:
        raise ValueError("a chunk holds at least one item")
    items = iter(items)
    return iter(lambda: tuple(islice(items, size)), ())


def windowed(items, size, step=1):
    if size < 1 or step < 1:
        raise ValueError("size and step must be at least one")
    return _windows(iter(items), size, step)


def _windows(items, size, step):
    window = tuple(islice(items, size))
    while len(window) == size:
        gap = max(0, step - size)
        following = (*window[step:], *islice(items, gap, gap + min(step, size)))
        yield window
        window = following
