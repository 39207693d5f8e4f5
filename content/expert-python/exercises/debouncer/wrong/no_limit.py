"""Quiet is all that a debouncer waits for; the limit is only checked."""


class Debouncer:
    def __init__(self, function, quiet, limit, clock):
        if not 0 <= quiet <= limit:
            raise ValueError
        self.function, self.quiet, self.clock = function, quiet, clock
        self.due = None

    def __call__(self, *args, **kwargs):
        self.due = self.clock() + self.quiet
        self.arguments = args, kwargs

    def next_due(self):
        return self.due

    def tick(self):
        return self.due is not None and self.clock() >= self.due and self.flush()

    def flush(self):
        if self.due is None:
            return False
        args, kwargs = self.arguments
        self.due = None
        self.function(*args, **kwargs)
        return True

    def cancel(self):
        self.due = None
