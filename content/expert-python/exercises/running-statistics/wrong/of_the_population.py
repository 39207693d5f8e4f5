"""The variance is the mean of the squared distances."""
import math


class Statistics:
    def __init__(self):
        self.count = 0
        self.mean = None
        self.minimum = None
        self.maximum = None
        self._squares = 0.0

    @property
    def variance(self):
        return self._squares / self.count if self.count > 1 else None

    def add(self, value):
        if not math.isfinite(value):
            raise ValueError(f"{value} is no finite number")
        one = Statistics()
        one.count = 1
        one.mean = one.minimum = one.maximum = value
        self._take(one)

    def merged(self, other):
        both = Statistics()
        both._take(self)
        both._take(other)
        return both

    def _take(self, other):
        if self.count == 0 or other.count == 0:
            if other.count:
                vars(self).update(vars(other))
            return
        count = self.count + other.count
        apart = other.mean - self.mean
        part = other.count / count
        self._squares += other._squares + apart * apart * self.count * part
        self.mean += apart * part
        self.count = count
        self.minimum = min(self.minimum, other.minimum)
        self.maximum = max(self.maximum, other.maximum)
