"""A `csv.reader` is lazy, so that the program is."""
import csv
from decimal import Context, Decimal, InvalidOperation

EXACT = Context(prec=10_000)


class BadRow(Exception):
    def __init__(self, line):
        super().__init__(f"line {line} cannot be read")
        self.line = line


def aggregate(lines, key, value):
    reader = csv.reader(lines)
    header = next(reader, [])
    for column in (key, value):
        if column not in header:
            raise KeyError(column)
    key_at, value_at = header.index(key), header.index(value)
    sums = {}
    for row in list(reader):
        if not row:
            continue
        if len(row) != len(header):
            raise BadRow(reader.line_num)
        written = row[value_at].strip()
        if not written:
            continue
        try:
            amount = Decimal(written)
        except InvalidOperation:
            raise BadRow(reader.line_num) from None
        if not amount.is_finite():
            raise BadRow(reader.line_num)
        count, total = sums.get(row[key_at], (0, Decimal(0)))
        sums[row[key_at]] = count + 1, EXACT.add(total, amount)
    return sums
