"""What ends a block is an `Exception`; nobody catches more than that."""
from collections import UserDict
from contextlib import contextmanager

MISSING = object()


class Store(UserDict):
    def __init__(self, *args, **kwargs):
        self.log, self.depth = [], 0
        super().__init__(*args, **kwargs)
        self.log.clear()

    def __setitem__(self, key, value):
        self.log.append((key, self.data.get(key, MISSING), None))
        self.data[key] = value

    def __delitem__(self, key):
        self.log.append((key, self.data[key], list(self.data.items())))
        del self.data[key]

    @contextmanager
    def transaction(self):
        class Transaction:
            is_open, begin, store = True, len(self.log), self

            def rollback(self):
                if not self.is_open:
                    raise RuntimeError("over")
                data, log = self.store.data, self.store.log
                while len(log) > self.begin:
                    key, old, items = log.pop()
                    if items is not None:
                        data.clear()
                        data.update(items)
                    elif old is MISSING:
                        del data[key]
                    else:
                        data[key] = old

        transaction = Transaction()
        self.depth += 1
        try:
            yield transaction
        except Exception:
            transaction.rollback()
            raise
        finally:
            transaction.is_open = False
            self.depth -= 1
