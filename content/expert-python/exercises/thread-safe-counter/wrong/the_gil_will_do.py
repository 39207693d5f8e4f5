"""With the GIL an operation of a dict is atomic, so that nothing needs a lock."""
from collections import Counter


class Tally:
    def __init__(self):
        self._counts = Counter()

    def add(self, key, amount=1):
        self._counts[key] += amount
        return self._counts[key]

    def get(self, key):
        return self._counts[key]

    def snapshot(self):
        return dict(self._counts)

    def drain(self):
        counts, self._counts = self._counts, Counter()
        return dict(counts)
