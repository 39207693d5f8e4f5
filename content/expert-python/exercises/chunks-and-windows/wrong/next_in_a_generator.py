"""When `next` finds the end, its `StopIteration` ends the generator around it."""


def chunked(items, size):
    if size < 1:
        raise ValueError("a chunk holds at least one item")
    return _chunks(iter(items), size)


def _chunks(items, size):
    while True:
        chunk = [next(items)]
        while len(chunk) < size:
            chunk.append(next(items))
        yield tuple(chunk)


def windowed(items, size, step=1):
    if size < 1 or step < 1:
        raise ValueError("size and step must be at least one")
    return _windows(iter(items), size, step)


def _windows(items, size, step):
    window = [next(items) for _ in range(size)]
    while True:
        yield tuple(window)
        for _ in range(step):
            window = [*window[1:], next(items)]
