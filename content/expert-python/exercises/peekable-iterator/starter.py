class Peekable:
    def __init__(self, items):
        self._items = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)

    def peek(self, *default): ...

    def take_while(self, predicate): ...
