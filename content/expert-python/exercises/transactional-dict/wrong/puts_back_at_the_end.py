"""When a deleted key is put back with its old value, everything is as it was."""
from collections import UserDict
from contextlib import contextmanager

MISSING = object()


class Store(UserDict):
    def __init__(self, *args, **kwargs):
        self.log, self.depth = [], 0
        super().__init__(*args, **kwargs)
        self.log.clear()

    def __setitem__(self, key, value):
        self.log.append((key, self.data.get(key, MISSING)))
        self.data[key] = value

    def __delitem__(self, key):
        self.log.append((key, self.data[key]))
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
                    key, old = log.pop()
                    if old is MISSING:
                        del data[key]
                    else:
                        data[key] = old

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
