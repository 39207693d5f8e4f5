"""A running number between score and item settles every tie the right way."""
import heapq
from itertools import count


class TopK:
    def __init__(self, k, key=None):
        if k < 1:
            raise ValueError("k must be at least one")
        self._k = k
        self._key = key or (lambda item: item)
        self._heap = []
        self._turns = count()

    def add(self, item):
        entry = (self._key(item), next(self._turns), item)
        if len(self._heap) < self._k:
            heapq.heappush(self._heap, entry)
        else:
            heapq.heappushpop(self._heap, entry)

    def best(self):
        return [item for _, _, item in sorted(self._heap, key=lambda e: e[0], reverse=True)]
