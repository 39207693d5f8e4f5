"""A list of the run is an iterable too, and simpler than a generator."""

EMPTY = object()


class Peekable:
    def __init__(self, items):
        self._items = iter(items)
        self._kept = EMPTY

    def __iter__(self):
        return self

    def __next__(self):
        if self._kept is EMPTY:
            return next(self._items)
        item, self._kept = self._kept, EMPTY
        return item

    def __bool__(self):
        if self._kept is EMPTY:
            self._kept = next(self._items, EMPTY)
        return self._kept is not EMPTY

    def peek(self, *default):
        if self:
            return self._kept
        if default:
            return default[0]
        raise LookupError("there is no next item")

    def take_while(self, predicate):
        run = []
        while self and predicate(self._kept):
            run.append(next(self))
        return iter(run)
