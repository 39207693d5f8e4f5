"""`min` over a dict is a single call, and evictions are rare."""
from itertools import count


class LFUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._entries = {}
        self._ticks = count()

    def get(self, key, default=None):
        if key not in self._entries:
            return default
        uses, _, value = self._entries[key]
        self._entries[key] = (uses + 1, next(self._ticks), value)
        return value

    def put(self, key, value):
        if key not in self._entries and len(self._entries) == self._capacity:
            del self._entries[min(self._entries, key=lambda k: self._entries[k][:2])]
        uses = self._entries[key][0] if key in self._entries else 0
        self._entries[key] = (uses + 1, next(self._ticks), value)

    def __len__(self):
        return len(self._entries)

    def __contains__(self, key):
        return key in self._entries
