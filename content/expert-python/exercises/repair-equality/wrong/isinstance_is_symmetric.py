"""`isinstance` on one side is enough: the other side's comparison will come to the same."""
import operator
from functools import total_ordering


class Money:
    def __init__(self, amount, currency):
        self.amount = amount
        self.currency = currency

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency) == (other.amount, other.currency)

    def __hash__(self):
        return hash((self.amount, self.currency))

    def _compared(self, compare, other):
        if isinstance(other, Money) and self.currency == other.currency:
            return compare(self.amount, other.amount)
        return NotImplemented

    def __lt__(self, other):
        return self._compared(operator.lt, other)

    def __le__(self, other):
        return self._compared(operator.le, other)

    def __gt__(self, other):
        return self._compared(operator.gt, other)

    def __ge__(self, other):
        return self._compared(operator.ge, other)


class Header:
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def _key(self):
        return self.name.lower(), self.value

    def __eq__(self, other):
        if not isinstance(other, Header):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def _key(self):
        return Point, self.x, self.y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())


class Labeled(Point):
    def __init__(self, x, y, label):
        super().__init__(x, y)
        self.label = label

    def _key(self):
        return Point, self.x, self.y


@total_ordering
class Version:
    def __init__(self, text):
        self.text = text

    def _key(self):
        numbers = [int(part) for part in self.text.split(".")]
        while numbers and not numbers[-1]:
            numbers.pop()
        return tuple(numbers)

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self._key() < other._key()


class Node:
    def __init__(self, name, children=()):
        self.name = name
        self.children = list(children)

    def __contains__(self, node):
        return node is self or any(node in child for child in self.children)
