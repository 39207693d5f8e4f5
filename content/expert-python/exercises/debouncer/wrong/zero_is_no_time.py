"""A moment that is not set is `None`, so its truth tells whether there is one."""


class Debouncer:
    def __init__(self, function, quiet, limit, clock):
        if not 0 <= quiet <= limit:
            raise ValueError
        self.function, self.quiet, self.limit, self.clock = function, quiet, limit, clock
        self.first = None

    def __call__(self, *args, **kwargs):
        self.last = self.clock()
        self.first = self.first or self.last
        self.arguments = args, kwargs

    def next_due(self):
        return self.first and min(self.last + self.quiet, self.first + self.limit)

    def tick(self):
        return bool(self.next_due() and self.clock() >= self.next_due() and self.flush())

    def flush(self):
        if not self.first:
            return False
        args, kwargs = self.arguments
        self.first = None
        self.function(*args, **kwargs)
        return True

    def cancel(self):
        self.first = None
