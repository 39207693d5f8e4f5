"""`heapq.nlargest` needs only k places, so the class does too."""
import heapq


class TopK:
    def __init__(self, k, key=None):
        if k < 1:
            raise ValueError("k must be at least one")
        self._k = k
        self._key = key or (lambda item: item)
        self._scored = []

    def add(self, item):
        self._scored.append((self._key(item), item))

    def best(self):
        best = heapq.nlargest(self._k, self._scored, key=lambda scored: scored[0])
        return [item for _, item in best]
