"""The new key goes in, and then whatever is used least goes out."""


class LFUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._values = {}
        self._uses = {}
        self._groups = {}

    def get(self, key, default=None):
        if key not in self._values:
            return default
        self._use(key)
        return self._values[key]

    def put(self, key, value):
        self._values[key] = value
        self._use(key)
        if len(self._values) > self._capacity:
            fewest = min(self._groups)
            oldest = next(iter(self._groups[fewest]))
            self._leave(oldest, fewest)
            del self._values[oldest], self._uses[oldest]

    def _use(self, key):
        uses = self._uses.get(key, 0)
        if uses:
            self._leave(key, uses)
        self._uses[key] = uses + 1
        self._groups.setdefault(uses + 1, {})[key] = None

    def _leave(self, key, uses):
        del self._groups[uses][key]
        if not self._groups[uses]:
            del self._groups[uses]

    def __len__(self):
        return len(self._values)

    def __contains__(self, key):
        return key in self._values
