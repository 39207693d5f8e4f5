"""`hash` gives equal texts equal numbers, everywhere."""
import heapq


class Placement:
    def __init__(self, nodes=()):
        self._nodes = set(nodes)

    def add(self, node):
        self._nodes.add(node)

    def remove(self, node):
        self._nodes.remove(node)

    def node_for(self, key):
        for node in self.nodes_for(key, 1):
            return node
        raise LookupError("there is no node")

    def nodes_for(self, key, count):
        return heapq.nlargest(count, self._nodes, key=lambda node: (hash((node, key)), node))
