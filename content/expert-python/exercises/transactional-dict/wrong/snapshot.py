"""A copy of a dictionary is fast, so each transaction may begin with one."""
from contextlib import contextmanager


class Store(dict):
    depth = 0

    @contextmanager
    def transaction(self):
        class Transaction:
            is_open, before, store = True, dict(self), self

            def rollback(self):
                if not self.is_open:
                    raise RuntimeError("over")
                self.store.clear()
                self.store.update(self.before)

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
