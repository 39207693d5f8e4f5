"""Whoever takes a lock gives it back: the first reader does both."""
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.turnstile, self.room = threading.Lock(), threading.Lock()
        self.counting = threading.Lock()
        self.readers = 0

    @contextmanager
    def read(self):
        with self.turnstile, self.counting:
            first = self.readers == 0
            if first:
                self.room.acquire()
            self.readers += 1
        try:
            yield
        finally:
            with self.counting:
                self.readers -= 1
                if first:
                    self.room.release()

    @contextmanager
    def write(self):
        with self.turnstile, self.room:
            yield
