"""With so few items kept, sorting them for each new one costs nothing."""


class TopK:
    def __init__(self, k, key=None):
        if k < 1:
            raise ValueError("k must be at least one")
        self._k = k
        self._key = key or (lambda item: item)
        self._scored = []

    def add(self, item):
        self._scored.append((self._key(item), item))
        self._scored.sort(key=lambda scored: scored[0], reverse=True)
        del self._scored[self._k :]

    def best(self):
        return [item for _, item in self._scored]
