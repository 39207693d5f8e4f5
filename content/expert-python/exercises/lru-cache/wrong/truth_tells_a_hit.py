"""A value that is false means that the key is not there."""


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._values = {}

    def get(self, key, default=None):
        value = self._values.pop(key, None)
        if not value:
            return default
        self._values[key] = value
        return value

    def put(self, key, value):
        self._values.pop(key, None)
        self._values[key] = value
        if len(self._values) > self._capacity:
            del self._values[next(iter(self._values))]

    def __len__(self):
        return len(self._values)

    def __contains__(self, key):
        return key in self._values
