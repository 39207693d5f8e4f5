import time


class CircuitOpen(Exception):
    def __init__(self, retry_after):
        super().__init__(f"try again in {retry_after} seconds")
        self.retry_after = retry_after


class CircuitBreaker:
    def __init__(self, threshold, reset, failures=(Exception,), clock=time.monotonic):
        ...

    def call(self, function):
        return function()
