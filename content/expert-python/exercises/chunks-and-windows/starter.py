def chunked(items, size):
    return iter(())


def windowed(items, size, step=1):
    return iter(())
