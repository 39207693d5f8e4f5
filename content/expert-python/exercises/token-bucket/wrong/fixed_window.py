"""A rate limit is a counter that begins anew in each window of time."""
import time


class TokenBucket:
    def __init__(self, rate, capacity, clock=time.monotonic):
        if rate <= 0 or capacity <= 0:
            raise ValueError("rate and capacity must be positive")
        self.window = capacity / rate
        self.capacity, self.clock = capacity, clock
        self.begin, self.used = clock(), 0

    def turn(self, tokens):
        if not 0 < tokens <= self.capacity:
            raise ValueError("tokens")
        if self.clock() - self.begin >= self.window:
            self.begin, self.used = self.clock(), 0

    def try_acquire(self, tokens=1):
        self.turn(tokens)
        if self.used + tokens > self.capacity:
            return False
        self.used += tokens
        return True

    def wait_time(self, tokens=1):
        self.turn(tokens)
        if self.used + tokens <= self.capacity:
            return 0
        return self.begin + self.window - self.clock()
