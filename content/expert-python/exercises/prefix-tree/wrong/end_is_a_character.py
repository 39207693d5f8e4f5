"""A character that nobody uses is a fine mark for the end of a word."""

END = "$"


class PrefixTree:
    def __init__(self, words=()):
        self._root = {}
        self._count = 0
        for word in words:
            self.add(word)

    def _node(self, prefix):
        node = self._root
        for char in prefix:
            if char not in node:
                return None
            node = node[char]
        return node

    def add(self, word):
        node = self._root
        for char in word:
            node = node.setdefault(char, {})
        if END not in node:
            node[END] = {}
            self._count += 1

    def discard(self, word):
        node = self._node(word)
        if node is not None and END in node:
            del node[END]
            self._count -= 1

    def starting_with(self, prefix):
        stack = [(prefix, self._node(prefix))]
        while stack:
            word, node = stack.pop()
            if node is None:
                continue
            if END in node:
                yield word
            for char in sorted(node, reverse=True):
                if char != END:
                    stack.append((word + char, node[char]))

    def longest_prefix_of(self, text):
        for length in range(len(text), -1, -1):
            if text[:length] in self:
                return text[:length]
        return None

    def __len__(self):
        return self._count

    def __contains__(self, word):
        node = self._node(word)
        return node is not None and END in node
