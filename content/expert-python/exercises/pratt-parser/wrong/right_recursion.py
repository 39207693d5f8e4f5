"""A sum is a product, then perhaps an operator and another sum."""
import re

TOKEN = re.compile(r"\d+\.?\d*|\.\d+|[A-Za-z_]\w*|\S")


class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


def parse(text):
    found = [(match[0], match.start()) for match in TOKEN.finditer(text)]
    descent = Descent([*found, ("", len(text))])
    tree = descent.sum()
    descent.expect("")
    return tree


class Descent:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def take(self, *texts):
        text, _ = self.tokens[self.at]
        if text not in texts:
            return None
        self.at += bool(text)
        return text

    def fail(self, wanted):
        raise ParseError(f"expected {wanted}", self.tokens[self.at][1])

    def expect(self, text):
        if self.take(text) is None:
            self.fail(text or "the end")

    def sum(self):
        left = self.product()
        if operator := self.take("+", "-"):
            return (operator, left, self.sum())
        return left

    def product(self):
        left = self.unary()
        while operator := self.take("*", "/"):
            left = (operator, left, self.unary())
        return left

    def unary(self):
        if self.take("-"):
            return ("neg", self.unary())
        return self.power()

    def power(self):
        left = self.call()
        if self.take("^"):
            return ("^", left, self.unary())
        return left

    def call(self):
        function = self.operand()
        while self.take("("):
            function = ("call", function, self.arguments())
        return function

    def arguments(self):
        if self.take(")"):
            return []
        found = [self.sum()]
        while self.take(","):
            found.append(self.sum())
        self.expect(")")
        return found

    def operand(self):
        text, _ = self.tokens[self.at]
        if self.take("("):
            inner = self.sum()
            self.expect(")")
            return inner
        if text[:1].isalpha() or text[:1] == "_":
            self.at += 1
            return ("name", text)
        if any(character.isdigit() for character in text):
            self.at += 1
            return float(text) if "." in text else int(text)
        self.fail("an operand")
