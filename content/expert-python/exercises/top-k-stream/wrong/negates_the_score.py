"""The heap has its smallest first, so scores are negated to turn it around."""
import heapq
from itertools import count


class TopK:
    def __init__(self, k, key=None):
        if k < 1:
            raise ValueError("k must be at least one")
        self._k = k
        self._key = key or (lambda item: item)
        self._entries = []
        self._turns = count()

    def add(self, item):
        self._entries.append((-self._key(item), next(self._turns), item))
        self._entries = heapq.nsmallest(self._k, self._entries)

    def best(self):
        return [item for _, _, item in self._entries]
