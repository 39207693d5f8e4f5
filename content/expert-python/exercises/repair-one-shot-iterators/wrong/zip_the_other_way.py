"""`zip` takes the same number of items from both."""
from itertools import groupby, pairwise


def shares(amounts):
    amounts = list(amounts)
    total = sum(amounts)
    return [amount / total for amount in amounts]


def pairs(items):
    return pairwise(items)


def split(items, predicate):
    lists = [], []
    for item in items:
        lists[not predicate(item)].append(item)
    return lists


def head(iterator, count):
    return [item for item, _ in zip(iterator, range(count))]


def groups(items, key):
    return [(name, list(group)) for name, group in groupby(items, key)]


class Log:
    def __init__(self, lines):
        self._rest = iter(lines)
        self._read = []

    def __iter__(self):
        at = 0
        while True:
            if at == len(self._read):
                try:
                    self._read.append(next(self._rest))
                except StopIteration:
                    return
            yield self._read[at]
            at += 1


def contains_all(items, wanted):
    missing = list(wanted)
    if not missing:
        return True
    for item in items:
        missing = [value for value in missing if value != item]
        if not missing:
            return True
    return False
