import time


def memoize(function=None, *, ttl=60, clock=time.monotonic):
    return function
