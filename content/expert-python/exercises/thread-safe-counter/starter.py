class Tally:
    def __init__(self):
        self._counts = {}

    def add(self, key, amount=1):
        self._counts[key] = self._counts.get(key, 0) + amount
        return self._counts[key]

    def get(self, key):
        return self._counts.get(key, 0)

    def snapshot(self):
        return self._counts

    def drain(self):
        counts = self._counts
        self._counts = {}
        return counts
