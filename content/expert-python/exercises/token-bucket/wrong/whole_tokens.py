"""Tokens are whole, so that what flows in can be rounded down each time."""
import time


class TokenBucket:
    def __init__(self, rate, capacity, clock=time.monotonic):
        if rate <= 0 or capacity <= 0:
            raise ValueError("rate and capacity must be positive")
        self.rate, self.capacity, self.clock = rate, capacity, clock
        self.tokens, self.at = capacity, clock()

    def fill(self, tokens):
        if not 0 < tokens <= self.capacity:
            raise ValueError("tokens")
        now = self.clock()
        self.tokens = min(self.capacity, self.tokens + int((now - self.at) * self.rate))
        self.at = now

    def try_acquire(self, tokens=1):
        self.fill(tokens)
        if self.tokens < tokens:
            return False
        self.tokens -= tokens
        return True

    def wait_time(self, tokens=1):
        self.fill(tokens)
        return max(0, tokens - self.tokens) / self.rate
