"""Closing is putting an item that says so; `None` is never an item."""
import threading
from collections import deque


class Closed(Exception):
    pass


class WorkQueue:
    def __init__(self, limit):
        if limit < 1:
            raise ValueError
        self.limit, self.items, self.taken, self.closed = limit, deque(), 0, False
        self.changed = threading.Condition()

    def put(self, item, timeout=None):
        with self.changed:
            if self.closed:
                raise Closed
            if not self.changed.wait_for(lambda: len(self.items) < self.limit, timeout):
                raise TimeoutError
            self.items.append(item)
            self.changed.notify_all()

    def get(self, timeout=None):
        with self.changed:
            if not self.changed.wait_for(lambda: self.items, timeout):
                raise TimeoutError
            if self.items[0] is None:
                raise Closed
            self.taken += 1
            self.changed.notify_all()
            return self.items.popleft()

    def done(self):
        with self.changed:
            if not self.taken:
                raise ValueError
            self.taken -= 1
            self.changed.notify_all()

    def close(self, drop=False):
        with self.changed:
            self.closed = True
            dropped = [item for item in self.items if item is not None] if drop else []
            if drop:
                self.items.clear()
            self.items.append(None)
            self.changed.notify_all()
            return dropped

    def join(self, timeout=None):
        with self.changed:
            return self.changed.wait_for(
                lambda: not self.taken and set(self.items) <= {None}, timeout)

    def __len__(self):
        return sum(item is not None for item in self.items)
