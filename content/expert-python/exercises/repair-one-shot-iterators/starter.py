from itertools import groupby


def shares(amounts):
    return [amount / sum(amounts) for amount in amounts]


def pairs(items):
    items = list(items)
    return zip(items, items[1:])


def split(items, predicate):
    chosen = (item for item in items if predicate(item))
    others = (item for item in items if not predicate(item))
    return list(chosen), list(others)


def head(iterator, count):
    return [item for _, item in zip(iterator, range(count))]


def groups(items, key):
    return [(name, group) for name, group in groupby(items, key)]


class Log:
    def __init__(self, lines):
        self.lines = lines

    def __iter__(self):
        return iter(self.lines)


def contains_all(items, wanted):
    return all(value in items for value in wanted)
