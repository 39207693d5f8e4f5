"""When the function has run, the burst is over and can be cleared."""


class Debouncer:
    def __init__(self, function, quiet, limit, clock):
        if not 0 <= quiet <= limit:
            raise ValueError
        self.function, self.quiet, self.limit, self.clock = function, quiet, limit, clock
        self.first = None

    def __call__(self, *args, **kwargs):
        self.last = self.clock()
        if self.first is None:
            self.first = self.last
        self.arguments = args, kwargs

    def next_due(self):
        if self.first is None:
            return None
        return min(self.last + self.quiet, self.first + self.limit)

    def tick(self):
        due = self.next_due()
        return due is not None and self.clock() >= due and self.flush()

    def flush(self):
        if self.first is None:
            return False
        args, kwargs = self.arguments
        self.function(*args, **kwargs)
        self.first = None
        return True

    def cancel(self):
        self.first = None
