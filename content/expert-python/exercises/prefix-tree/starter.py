class PrefixTree:
    def __init__(self, words=()): ...

    def add(self, word): ...

    def discard(self, word): ...

    def starting_with(self, prefix):
        return iter(())

    def longest_prefix_of(self, text): ...

    def __len__(self):
        return 0

    def __contains__(self, word):
        return False
