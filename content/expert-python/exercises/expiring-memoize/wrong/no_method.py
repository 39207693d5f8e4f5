"""An object with `__call__` is as good as a function."""
import heapq
import time
from functools import update_wrapper
from itertools import count


class Memo:
    def __init__(self, function, ttl, clock):
        update_wrapper(self, function)
        self._function = function
        self._ttl = ttl
        self._clock = clock
        self._turns = count()
        self.forget()

    def forget(self):
        self._results = {}
        self._ends = []

    def __call__(self, *args, **kwargs):
        now = self._clock()
        while self._ends and self._ends[0][0] <= now:
            _, turn, key = heapq.heappop(self._ends)
            if key in self._results and self._results[key][0] == turn:
                del self._results[key]
        key = args, frozenset(kwargs.items())
        if key in self._results:
            return self._results[key][1]
        result = self._function(*args, **kwargs)
        turn = next(self._turns)
        self._results[key] = turn, result
        heapq.heappush(self._ends, (self._clock() + self._ttl, turn, key))
        return result


def memoize(function=None, *, ttl=60, clock=time.monotonic):
    if ttl <= 0:
        raise ValueError("the ttl must be above zero")
    if function is None:
        return lambda function: Memo(function, ttl, clock)
    return Memo(function, ttl, clock)
