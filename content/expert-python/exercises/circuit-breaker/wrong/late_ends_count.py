"""Whenever a call ends, its end tells how the server is now."""
import time


class CircuitOpen(Exception):
    def __init__(self, retry_after):
        super().__init__(f"try again in {retry_after} seconds")
        self.retry_after = retry_after


class CircuitBreaker:
    def __init__(self, threshold, reset, failures=(Exception,), clock=time.monotonic):
        self.threshold, self.reset = threshold, reset
        self.failures, self.clock = failures, clock
        self.failed, self.opened, self.trying = 0, None, False

    def call(self, function):
        trial = self.opened is not None
        if trial:
            left = self.opened + self.reset - self.clock()
            if left > 0 or self.trying:
                raise CircuitOpen(max(0, left))
            self.trying = True
        try:
            result = function()
        except Exception as error:
            if isinstance(error, self.failures):
                self.failed += 1
                if self.failed >= self.threshold:
                    self.opened = self.clock()
            else:
                self.failed, self.opened = 0, None
            raise
        else:
            self.failed, self.opened = 0, None
            return result
        finally:
            if trial:
                self.trying = False
