from contextlib import contextmanager


class ResolutionError(Exception):
    pass


class Container:
    def register(self, kind, factory=None, singleton=False): ...

    def resolve(self, kind):
        return kind()

    @contextmanager
    def override(self, kind, value):
        yield
