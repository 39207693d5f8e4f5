"""Uses are a property of the key, so they stay when its value goes."""
from collections import Counter


class LFUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._values = {}
        self._uses = Counter()
        self._groups = {}

    def get(self, key, default=None):
        if key not in self._values:
            return default
        self._use(key)
        return self._values[key]

    def put(self, key, value):
        if key not in self._values and len(self._values) == self._capacity:
            fewest = min(self._groups)
            oldest = next(iter(self._groups[fewest]))
            self._leave(oldest)
            del self._values[oldest]
        known = key in self._values
        self._values[key] = value
        if known:
            self._use(key)
        else:
            self._enter(key)

    def _use(self, key):
        self._leave(key)
        self._enter(key)

    def _enter(self, key):
        self._uses[key] += 1
        self._groups.setdefault(self._uses[key], {})[key] = None

    def _leave(self, key):
        group = self._groups[self._uses[key]]
        del group[key]
        if not group:
            del self._groups[self._uses[key]]

    def __len__(self):
        return len(self._values)

    def __contains__(self, key):
        return key in self._values
