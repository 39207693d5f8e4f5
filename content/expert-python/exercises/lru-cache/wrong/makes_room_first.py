"""Room is made before anything is stored, whatever the key."""


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._values = {}

    def get(self, key, default=None):
        if key not in self._values:
            return default
        value = self._values[key] = self._values.pop(key)
        return value

    def put(self, key, value):
        if len(self._values) == self._capacity:
            del self._values[next(iter(self._values))]
        self._values.pop(key, None)
        self._values[key] = value

    def __len__(self):
        return len(self._values)

    def __contains__(self, key):
        return key in self._values
