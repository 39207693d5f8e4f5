"""Positional and named arguments, one after the other, make a key."""
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
        let_go(clock())
        key = (*args, *sorted(kwargs.items(), key=lambda item: item[0]))
        if key in results:
            return results[key][1]
        result = function(*args, **kwargs)
        results.pop(key, None)
        results[key] = clock() + ttl, result
        return result

    remembered.forget = results.clear
    return remembered
