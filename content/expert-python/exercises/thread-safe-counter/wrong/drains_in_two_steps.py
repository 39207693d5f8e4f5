"""A method that is made of safe methods is safe."""
import threading


class Tally:
    def __init__(self):
        self._lock = threading.Lock()
        self._counts = {}

    def add(self, key, amount=1):
        with self._lock:
            count = self._counts.get(key, 0) + amount
            self._counts[key] = count
            return count

    def get(self, key):
        with self._lock:
            return self._counts.get(key, 0)

    def snapshot(self):
        with self._lock:
            return dict(self._counts)

    def clear(self):
        with self._lock:
            self._counts.clear()

    def drain(self):
        counts = self.snapshot()
        self.clear()
        return counts
