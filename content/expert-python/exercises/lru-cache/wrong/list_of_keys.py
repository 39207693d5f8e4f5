"""`list.remove` is a single call, and so takes constant time."""


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("the capacity must be at least one")
        self._capacity = capacity
        self._values = {}
        self._order = []

    def get(self, key, default=None):
        if key not in self._values:
            return default
        self._order.remove(key)
        self._order.append(key)
        return self._values[key]

    def put(self, key, value):
        if key in self._values:
            self._order.remove(key)
        self._values[key] = value
        self._order.append(key)
        if len(self._order) > self._capacity:
            del self._values[self._order.pop(0)]

    def __len__(self):
        return len(self._values)

    def __contains__(self, key):
        return key in self._values
