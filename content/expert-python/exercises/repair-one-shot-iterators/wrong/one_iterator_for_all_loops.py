"""`__iter__` may return the iterator that the object holds."""
from itertools import groupby, islice, pairwise


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
    return list(islice(iterator, count))


def groups(items, key):
    return [(name, list(group)) for name, group in groupby(items, key)]


class Log:
    def __init__(self, lines):
        self._rest = iter(lines)
        self._read = []

    def __iter__(self):
        return self._rest


def contains_all(items, wanted):
    missing = list(wanted)
    if not missing:
        return True
    for item in items:
        missing = [value for value in missing if value != item]
        if not missing:
            return True
    return False
