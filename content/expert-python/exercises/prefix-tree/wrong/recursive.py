"""A tree is a recursive structure, so its walk is a recursive function."""


class PrefixTree:
    def __init__(self, words=()):
        self._children = {}
        self._ends = False
        for word in words:
            self.add(word)

    def add(self, word):
        if not word:
            self._ends = True
        else:
            self._children.setdefault(word[0], PrefixTree()).add(word[1:])

    def discard(self, word):
        if not word:
            self._ends = False
        elif word[0] in self._children:
            child = self._children[word[0]]
            child.discard(word[1:])
            if not child._ends and not child._children:
                del self._children[word[0]]

    def starting_with(self, prefix, before=""):
        if prefix:
            if prefix[0] in self._children:
                child = self._children[prefix[0]]
                yield from child.starting_with(prefix[1:], before + prefix[0])
            return
        if self._ends:
            yield before
        for char in sorted(self._children):
            yield from self._children[char].starting_with("", before + char)

    def longest_prefix_of(self, text):
        rest = None
        if text and text[0] in self._children:
            rest = self._children[text[0]].longest_prefix_of(text[1:])
        if rest is not None:
            return text[0] + rest
        return "" if self._ends else None

    def __len__(self):
        return self._ends + sum(map(len, self._children.values()))

    def __contains__(self, word):
        if not word:
            return self._ends
        return word[0] in self._children and word[1:] in self._children[word[0]]
