"""A result that has expired can wait until somebody asks for it again."""
import time
from functools import partial, wraps


def memoize(function=None, *, ttl=60, clock=time.monotonic):
    if ttl <= 0:
        raise ValueError("the ttl must be above zero")
    if function is None:
        return partial(memoize, ttl=ttl, clock=clock)
    results = {}

    @wraps(function)
    def remembered(*args, **kwargs):
        key = args, frozenset(kwargs.items())
        if key in results and clock() < results[key][0]:
            return results[key][1]
        result = function(*args, **kwargs)
        results.pop(key, None)
        results[key] = clock() + ttl, result
        return result

    remembered.forget = results.clear
    return remembered
