"""An iterator that has read its next item at any time needs no case distinction."""

END = object()


class Peekable:
    def __init__(self, items):
        self._items = iter(items)
        self._kept = next(self._items, END)

    def __iter__(self):
        return self

    def __next__(self):
        if self._kept is END:
            raise StopIteration
        item, self._kept = self._kept, next(self._items, END)
        return item

    def __bool__(self):
        return self._kept is not END

    def peek(self, *default):
        if self:
            return self._kept
        if default:
            return default[0]
        raise LookupError("there is no next item")

    def take_while(self, predicate):
        while self and predicate(self._kept):
            yield next(self)
