"""A tuple of score and item sorts by the score."""
import heapq


class TopK:
    def __init__(self, k, key=None):
        if k < 1:
            raise ValueError("k must be at least one")
        self._k = k
        self._key = key or (lambda item: item)
        self._heap = []

    def add(self, item):
        heapq.heappush(self._heap, (self._key(item), item))
        if len(self._heap) > self._k:
            heapq.heappop(self._heap)

    def best(self):
        return [item for _, item in sorted(self._heap, reverse=True)]
