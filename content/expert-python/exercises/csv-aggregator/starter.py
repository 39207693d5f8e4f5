class BadRow(Exception):
    def __init__(self, line):
        super().__init__(f"line {line} cannot be read")
        self.line = line


def aggregate(lines, key, value):
    return {}
