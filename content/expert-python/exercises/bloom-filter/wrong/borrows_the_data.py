"""A bytearray that comes in can be used as it is, without a copy."""
import hashlib
import math


class BloomFilter:
    def __init__(self, capacity, error_rate):
        if capacity < 1 or not 0 < error_rate < 1:
            raise ValueError("impossible parameters")
        self.bits = math.ceil(-capacity * math.log(error_rate) / math.log(2) ** 2)
        self.hashes = max(1, round(self.bits / capacity * math.log(2)))
        self._state = bytearray((self.bits + 7) // 8)

    @classmethod
    def from_bytes(cls, capacity, error_rate, data):
        made = cls(capacity, error_rate)
        if len(data) != len(made._state):
            raise ValueError("another length")
        made._state = data if isinstance(data, bytearray) else bytearray(data)
        return made

    def _places(self, item):
        for number in range(self.hashes):
            digest = hashlib.blake2b(item, digest_size=8, salt=bytes([number])).digest()
            yield int.from_bytes(digest, "little") % self.bits

    def add(self, item):
        for place in self._places(item):
            self._state[place // 8] |= 1 << place % 8

    def __contains__(self, item):
        return all(self._state[place // 8] >> place % 8 & 1 for place in self._places(item))

    def __bytes__(self):
        return bytes(self._state)

    def __or__(self, other):
        if (self.bits, self.hashes) != (other.bits, other.hashes):
            raise ValueError("parameters differ")
        made = object.__new__(type(self))
        made.bits, made.hashes = self.bits, self.hashes
        made._state = bytearray(a | b for a, b in zip(self._state, other._state))
        return made
