class BloomFilter:
    def __init__(self, capacity, error_rate):
        self.bits = 0
        self.hashes = 0

    @classmethod
    def from_bytes(cls, capacity, error_rate, data):
        return cls(capacity, error_rate)

    def add(self, item): ...

    def __contains__(self, item):
        return False

    def __bytes__(self):
        return b""

    def __or__(self, other):
        return self
