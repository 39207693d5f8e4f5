"""`None` in the place means that nothing is kept."""


class Peekable:
    def __init__(self, items):
        self._items = iter(items)
        self._kept = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._kept is None:
            return next(self._items)
        item, self._kept = self._kept, None
        return item

    def __bool__(self):
        if self._kept is None:
            self._kept = next(self._items, None)
        return self._kept is not None

    def peek(self, *default):
        if self:
            return self._kept
        if default:
            return default[0]
        raise LookupError("there is no next item")

    def take_while(self, predicate):
        while self and predicate(self._kept):
            yield next(self)
