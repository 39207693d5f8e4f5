"""A dict keeps its order, so that its first key is the least recently used one."""


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._values = {}

    def get(self, key, default=None):
        return self._values.get(key, default)

    def put(self, key, value):
        self._values[key] = value
        if len(self._values) > self._capacity:
            del self._values[next(iter(self._values))]

    def __len__(self):
        return len(self._values)

    def __contains__(self, key):
        return key in self._values
