"""Only writing needs the lock: reading harms nobody."""
import threading


class Tally:
    def __init__(self):
        self._lock = threading.Lock()
        self._counts = {}

    def add(self, key, amount=1):
        with self._lock:
            self._counts[key] = self._counts.get(key, 0) + amount
        return self._counts[key]

    def get(self, key):
        return self._counts.get(key, 0)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)

    def drain(self):
        with self._lock:
            counts, self._counts = self._counts, {}
            return counts
