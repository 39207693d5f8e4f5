"""A closed queue gives nothing any more: that is what closed means."""
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
            free = self.changed.wait_for(
                lambda: self.closed or len(self.items) < self.limit, timeout)
            if not free:
                raise TimeoutError
            if self.closed:
                raise Closed
            self.items.append(item)
            self.changed.notify_all()

    def get(self, timeout=None):
        with self.changed:
            if not self.changed.wait_for(lambda: self.closed or self.items, timeout):
                raise TimeoutError
            if self.closed:
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
            dropped = list(self.items) if drop else []
            if drop:
                self.items.clear()
            self.changed.notify_all()
            return dropped

    def join(self, timeout=None):
        with self.changed:
            return self.changed.wait_for(lambda: not self.items and not self.taken, timeout)

    def __len__(self):
        return len(self.items)
