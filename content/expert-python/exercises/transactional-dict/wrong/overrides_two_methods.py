"""A subclass of `dict` that overrides `__setitem__` and `__delitem__` sees every change."""
from contextlib import contextmanager

MISSING = object()


class Store(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.log, self.depth = [], 0

    def __setitem__(self, key, value):
        self.log.append((key, self.get(key, MISSING), None))
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self.log.append((key, self[key], list(self.items())))
        super().__delitem__(key)

    def undo(self, length):
        while len(self.log) > length:
            key, old, order = self.log.pop()
            if order is not None:
                super().clear()
                super().update(order)
            elif old is MISSING:
                super().__delitem__(key)
            else:
                super().__setitem__(key, old)

    @contextmanager
    def transaction(self):
        class Transaction:
            is_open, begin, store = True, len(self.log), self

            def rollback(self):
                if not self.is_open:
                    raise RuntimeError("over")
                self.store.undo(self.begin)

        transaction = Transaction()
        self.depth += 1
        try:
            yield transaction
        except BaseException:
            transaction.rollback()
            raise
        finally:
            transaction.is_open = False
            self.depth -= 1
