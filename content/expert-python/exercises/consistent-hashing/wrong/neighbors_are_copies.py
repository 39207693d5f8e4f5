"""The next places on the ring are the next nodes."""
import hashlib
from bisect import bisect


def number(text):
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


class Placement:
    def __init__(self, nodes=()):
        self._nodes = set(nodes)
        self._arrange()

    def _arrange(self):
        self._ring = sorted((number(f"{p}:{n}"), n) for n in self._nodes for p in range(160))

    def add(self, node):
        self._nodes.add(node)
        self._arrange()

    def remove(self, node):
        self._nodes.remove(node)
        self._arrange()

    def node_for(self, key):
        if not self._ring:
            raise LookupError("there is no node")
        return self._ring[bisect(self._ring, (number(key),)) % len(self._ring)][1]

    def nodes_for(self, key, count):
        start = bisect(self._ring, (number(key),))
        count = min(count, len(self._nodes))
        return [self._ring[(start + at) % len(self._ring)][1] for at in range(count)]
