"""The mean of the squares minus the square of the mean is the variance, in floats too."""
import math


class Statistics:
    def __init__(self):
        self.count = 0
        self.minimum = None
        self.maximum = None
        self._sum = 0.0
        self._squares = 0.0

    @property
    def mean(self):
        return float(self._sum / self.count) if self.count else None

    @property
    def variance(self):
        if self.count < 2:
            return None
        squares = self._squares - self._sum * self._sum / self.count
        return float(squares / (self.count - 1))

    def add(self, value):
        if not math.isfinite(value):
            raise ValueError(f"{value} is no finite number")
        exact = float(value)
        self._take(1, exact, exact * exact, value, value)

    def merged(self, other):
        both = Statistics()
        for each in (self, other):
            if each.count:
                both._take(
                    each.count, each._sum, each._squares, each.minimum, each.maximum
                )
        return both

    def _take(self, count, total, squares, least, most):
        first = self.count == 0
        self.count += count
        self._sum += total
        self._squares += squares
        self.minimum = least if first else min(self.minimum, least)
        self.maximum = most if first else max(self.maximum, most)
