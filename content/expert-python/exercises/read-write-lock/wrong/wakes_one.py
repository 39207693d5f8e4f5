"""One thread leaves, so one thread is woken."""
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = self.waiting = 0
        self.writing = False

    @contextmanager
    def read(self):
        with self.changed:
            self.changed.wait_for(lambda: not self.writing and not self.waiting)
            self.readers += 1
        try:
            yield
        finally:
            with self.changed:
                self.readers -= 1
                self.changed.notify()

    @contextmanager
    def write(self):
        with self.changed:
            self.waiting += 1
            self.changed.wait_for(lambda: not self.writing and self.readers == 0)
            self.waiting -= 1
            self.writing = True
        try:
            yield
        finally:
            with self.changed:
                self.writing = False
                self.changed.notify()
