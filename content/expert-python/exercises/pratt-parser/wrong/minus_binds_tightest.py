"""A sign belongs to its number, so that it binds tighter than everything."""
import re

TOKEN = re.compile(r"\s*(?:(?P<number>\d+\.?\d*|\.\d+)|(?P<name>[A-Za-z_]\w*)|(?P<op>\S))?")
INFIX = {"+": (1, 2), "-": (1, 2), "*": (3, 4), "/": (3, 4), "^": (8, 7)}
PREFIX = 9
CALL = 9


class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


def tokens(text):
    at = 0
    while True:
        match = TOKEN.match(text, at)
        kind = match.lastgroup
        if kind is None:
            yield "end", "", len(text)
            return
        yield kind, match[kind], match.start(kind)
        at = match.end()


def parse(text):
    parser = Parser(tokens(text))
    found = parser.expression(0)
    parser.expect("")
    return found


class Parser:
    def __init__(self, stream):
        self.stream = stream
        self.advance()

    def advance(self):
        self.kind, self.text, self.position = next(self.stream)

    def take(self, text):
        if self.kind not in ("op", "end") or self.text != text:
            return False
        if text:
            self.advance()
        return True

    def expect(self, text):
        if not self.take(text):
            raise ParseError(f"expected {text or 'the end'}", self.position)

    def expression(self, least):
        left = self.operand()
        while True:
            operator = self.text
            if operator == "(" and CALL > least:
                self.advance()
                left = ("call", left, self.arguments())
                continue
            powers = INFIX.get(operator)
            if powers is None or powers[0] <= least:
                return left
            self.advance()
            left = (operator, left, self.expression(powers[1]))

    def operand(self):
        kind, text, position = self.kind, self.text, self.position
        if kind == "number":
            self.advance()
            return float(text) if "." in text else int(text)
        if kind == "name":
            self.advance()
            return ("name", text)
        if self.take("-"):
            return ("neg", self.expression(PREFIX))
        if self.take("("):
            inner = self.expression(0)
            self.expect(")")
            return inner
        raise ParseError("expected an operand", position)

    def arguments(self):
        if self.take(")"):
            return []
        found = [self.expression(0)]
        while self.take(","):
            found.append(self.expression(0))
        self.expect(")")
        return found
