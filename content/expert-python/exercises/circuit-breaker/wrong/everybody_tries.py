"""After the time the circuit is closed again, with one failure left until it opens."""
import time


class CircuitOpen(Exception):
    def __init__(self, retry_after):
        super().__init__(f"try again in {retry_after} seconds")
        self.retry_after = retry_after


class CircuitBreaker:
    def __init__(self, threshold, reset, failures=(Exception,), clock=time.monotonic):
        self.threshold, self.reset = threshold, reset
        self.failures, self.clock = failures, clock
        self.period, self.failed, self.opened = 0, 0, None

    def call(self, function):
        if self.opened is not None:
            left = self.opened + self.reset - self.clock()
            if left > 0:
                raise CircuitOpen(left)
            self.opened, self.failed = None, self.threshold - 1
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
        self.failed = self.failed + 1 if failed else 0
        if self.failed >= self.threshold:
            self.period, self.opened = self.period + 1, self.clock()
