class Money:
    def __init__(self, amount, currency):
        self.amount = amount
        self.currency = currency

    def __eq__(self, other):
        return self.amount == other.amount and self.currency == other.currency

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __lt__(self, other):
        return self.amount < other.amount


class Header:
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __eq__(self, other):
        return (
            isinstance(other, Header)
            and self.name.lower() == other.name.lower()
            and self.value == other.value
        )

    def __hash__(self):
        return hash((self.name, self.value))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))


class Labeled(Point):
    def __init__(self, x, y, label):
        super().__init__(x, y)
        self.label = label

    def __eq__(self, other):
        if not isinstance(other, Labeled):
            return NotImplemented
        return super().__eq__(other) and self.label == other.label


class Version:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == other

    def __lt__(self, other):
        return self.text < other.text


class Node:
    def __init__(self, name, children=()):
        self.name = name
        self.children = list(children)

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash((self.name, len(self.children)))

    def __contains__(self, node):
        return node == self or any(node in child for child in self.children)
