"""A good hash and a remainder spread the keys evenly, and that is all there is to it."""
import hashlib


def number(text):
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


class Placement:
    def __init__(self, nodes=()):
        self._nodes = sorted(set(nodes))

    def add(self, node):
        self._nodes = sorted({*self._nodes, node})

    def remove(self, node):
        if node not in self._nodes:
            raise KeyError(node)
        self._nodes.remove(node)

    def node_for(self, key):
        if not self._nodes:
            raise LookupError("there is no node")
        return self._nodes[number(key) % len(self._nodes)]

    def nodes_for(self, key, count):
        if not self._nodes:
            return []
        start = number(key) % len(self._nodes)
        return (self._nodes[start:] + self._nodes[:start])[:count]
