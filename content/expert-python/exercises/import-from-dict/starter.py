from contextlib import contextmanager


@contextmanager
def importable(sources):
    yield
