"""The time of a call is the time at which it was made."""
import time
from functools import partial, wraps


def memoize(function=None, *, ttl=60, clock=time.monotonic):
    if ttl <= 0:
        raise ValueError("the ttl must be above zero")
    if function is None:
        return partial(memoize, ttl=ttl, clock=clock)
    results = {}

    def let_go(now):
        while results:
            key = next(iter(results))
            if now < results[key][0]:
                break
            del results[key]

    @wraps(function)
    def remembered(*args, **kwargs):
        now = clock()
        let_go(now)
        key = args, frozenset(kwargs.items())
        if key in results:
            return results[key][1]
        result = function(*args, **kwargs)
        results.pop(key, None)
        results[key] = now + ttl, result
        return result

    remembered.forget = results.clear
    return remembered
