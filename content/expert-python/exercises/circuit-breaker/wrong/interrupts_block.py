"""A trial ends by a result or by an exception, and both are handled."""
import time


class CircuitOpen(Exception):
    def __init__(self, retry_after):
        super().__init__(f"try again in {retry_after} seconds")
        self.retry_after = retry_after


class CircuitBreaker:
    def __init__(self, threshold, reset, failures=(Exception,), clock=time.monotonic):
        self.threshold, self.reset = threshold, reset
        self.failures, self.clock = failures, clock
        self.period, self.failed, self.opened, self.trying = 0, 0, None, False

    def call(self, function):
        if self.opened is not None:
            left = self.opened + self.reset - self.clock()
            if left > 0 or self.trying:
                raise CircuitOpen(max(0, left))
            self.trying = True
        period = self.period
        try:
            result = function()
        except Exception as error:
            self.ended(period, isinstance(error, self.failures))
            raise
        self.ended(period, False)
        return result

    def ended(self, period, failed):
        if period != self.period:
            return
        self.trying = False
        self.failed = self.failed + 1 if failed else 0
        if failed and (self.opened is not None or self.failed >= self.threshold):
            self.period, self.failed, self.opened = self.period + 1, 0, self.clock()
        elif not failed and self.opened is not None:
            self.period, self.failed, self.opened = self.period + 1, 0, None
