class Debouncer:
    def __init__(self, function, quiet, limit, clock):
        self.function = function

    def __call__(self, *args, **kwargs):
        self.function(*args, **kwargs)

    def tick(self):
        return False

    def next_due(self):
        return None

    def flush(self):
        return False

    def cancel(self): ...
