"""A generator expression over `sorted(…)` is lazy, because a generator is."""


class PrefixTree:
    def __init__(self, words=()):
        self._words = set(words)

    def add(self, word):
        self._words.add(word)

    def discard(self, word):
        self._words.discard(word)

    def starting_with(self, prefix):
        return (word for word in sorted(self._words) if word.startswith(prefix))

    def longest_prefix_of(self, text):
        return max((w for w in self._words if text.startswith(w)), key=len, default=None)

    def __len__(self):
        return len(self._words)

    def __contains__(self, word):
        return word in self._words
