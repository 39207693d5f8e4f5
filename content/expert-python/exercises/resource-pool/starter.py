from contextlib import contextmanager


class Pool:
    def __init__(self, create, size, dispose=lambda resource: None):
        self._create = create

    @contextmanager
    def lend(self, timeout=None):
        yield self._create()

    def close(self): ...

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
