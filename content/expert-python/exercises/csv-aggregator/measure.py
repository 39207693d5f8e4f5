"""A file of `n` rows about ten cities: the memory must not grow with the rows."""

sizes = [500, 2_000, 8_000]


def make_input(n):
    return n


def run(module, data):
    rows = (f"city-{number % 10},{number}.50\r\n" for number in range(data))
    module.aggregate(lines("city,amount\r\n", rows), "city", "amount")


def lines(head, rows):
    yield head
    yield from rows
