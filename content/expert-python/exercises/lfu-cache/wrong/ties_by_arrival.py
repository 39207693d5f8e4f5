"""A heap of uses and arrivals knows which of two equals is older."""
import heapq
from itertools import count


class LFUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._entries = {}
        self._heap = []
        self._ticks = count()

    def get(self, key, default=None):
        entry = self._entries.get(key)
        if entry is None:
            return default
        entry[0] += 1
        return entry[2]

    def put(self, key, value):
        entry = self._entries.get(key)
        if entry is not None:
            entry[0] += 1
            entry[2] = value
            return
        if len(self._entries) == self._capacity:
            self._forget()
        entry = self._entries[key] = [1, next(self._ticks), value]
        heapq.heappush(self._heap, (1, entry[1], key))

    def _forget(self):
        while True:
            uses, tick, key = self._heap[0]
            entry = self._entries[key]
            if uses == entry[0]:
                break
            heapq.heapreplace(self._heap, (entry[0], tick, key))
        heapq.heappop(self._heap)
        del self._entries[key]

    def __len__(self):
        return len(self._entries)

    def __contains__(self, key):
        return key in self._entries
