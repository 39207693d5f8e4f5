"""Whatever `next` raises, there is no next item."""

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
        try:
            self.peek()
        except Exception:
            return False
        return True

    def peek(self, *default):
        if self._kept is EMPTY:
            try:
                self._kept = next(self._items)
            except Exception:
                if default:
                    return default[0]
                raise LookupError("there is no next item") from None
        return self._kept

    def take_while(self, predicate):
        while self and predicate(self._kept):
            yield next(self)
