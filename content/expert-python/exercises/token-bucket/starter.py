import time


class TokenBucket:
    def __init__(self, rate, capacity, clock=time.monotonic): ...

    def try_acquire(self, tokens=1):
        return True

    def wait_time(self, tokens=1):
        return 0.0
