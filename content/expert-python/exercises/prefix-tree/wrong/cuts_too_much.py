"""When a word goes, its last node goes with everything below it."""


class PrefixTree:
    def __init__(self, words=()):
        self._root = [{}, False]
        for word in words:
            self.add(word)

    def _node(self, prefix):
        node = self._root
        for char in prefix:
            node = node[0].get(char)
            if node is None:
                return None
        return node

    def add(self, word):
        node = self._root
        for char in word:
            node = node[0].setdefault(char, [{}, False])
        node[1] = True

    def discard(self, word):
        if word not in self:
            return
        if not word:
            self._root[1] = False
            return
        del self._node(word[:-1])[0][word[-1]]

    def starting_with(self, prefix):
        stack = [(prefix, self._node(prefix))]
        while stack:
            word, node = stack.pop()
            if node is None:
                continue
            if node[1]:
                yield word
            for char in sorted(node[0], reverse=True):
                stack.append((word + char, node[0][char]))

    def longest_prefix_of(self, text):
        for length in range(len(text), -1, -1):
            if text[:length] in self:
                return text[:length]
        return None

    def __len__(self):
        return sum(1 for _ in self.starting_with(""))

    def __contains__(self, word):
        node = self._node(word)
        return node is not None and node[1]
