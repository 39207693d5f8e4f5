"""`acquire` before and `release` after is what `with` does."""
import threading


class Tally:
    def __init__(self):
        self._lock = threading.Lock()
        self._counts = {}

    def add(self, key, amount=1):
        self._lock.acquire()
        count = self._counts.get(key, 0) + amount
        self._counts[key] = count
        self._lock.release()
        return count

    def get(self, key):
        with self._lock:
            return self._counts.get(key, 0)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)

    def drain(self):
        with self._lock:
            counts, self._counts = self._counts, {}
            return counts
