"""A good hash spreads five nodes evenly over the ring."""
import hashlib
from bisect import bisect


def number(text):
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


class Placement:
    def __init__(self, nodes=()):
        self._ring = sorted((number(node), node) for node in set(nodes))

    def add(self, node):
        self._ring = sorted({*self._ring, (number(node), node)})

    def remove(self, node):
        place = (number(node), node)
        if place not in self._ring:
            raise KeyError(node)
        self._ring.remove(place)

    def node_for(self, key):
        for node in self.nodes_for(key, 1):
            return node
        raise LookupError("there is no node")

    def nodes_for(self, key, count):
        start = bisect(self._ring, (number(key),))
        return [node for _, node in (self._ring[start:] + self._ring[:start])[:count]]
