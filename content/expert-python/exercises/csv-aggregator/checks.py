import tracemalloc
from decimal import Decimal
from itertools import chain

from csv_aggregator import BadRow, aggregate


def text(*lines):
    return [f"{line}\r\n" for line in lines]


def line_of(lines):
    try:
        found = aggregate(lines, "shop", "amount")
    except BadRow as error:
        return error.line
    raise AssertionError(f"BadRow should be raised, but there was {found!r}")


def test_sums_by_key():
    """Each key has its count and its sum, in the order in which keys appear."""
    lines = text("shop,amount", "Rome,5", "Paris,0.1", "Rome,-2", "Paris,7")
    found = aggregate(lines, "shop", "amount")
    assert list(found.items()) == [("Rome", (2, Decimal(3))), ("Paris", (2, Decimal("7.1")))]


def test_sums_are_exact(amounts, total):
    """A float would be off by a little, which an accountant finds."""
    found = aggregate(text("shop,amount", *[f"Rome,{each}" for each in amounts]), "shop", "amount")
    assert found == {"Rome": (len(amounts), Decimal(total))}
    assert isinstance(found["Rome"][1], Decimal), "the sum should be a Decimal"


test_sums_are_exact.cases = {
    "cents": (["0.1"] * 3, "0.3"),
    "large and small": (["10000000000000000000000000000", "0.01"], "10000000000000000000000000000.01"),
    "an exponent": (["1e3", "1E-2"], "1000.01"),
    "more digits than a context has": (["0." + "1" * 40, "1"], "1." + "1" * 40),
}


def test_reads_quotes(cell, key):
    """A quoted cell may hold what else would end it."""
    lines = text("amount,shop", f"1,{cell}", "2,Rome")
    assert aggregate(lines, "shop", "amount") == {key: (1, Decimal(1)), "Rome": (1, Decimal(2))}


test_reads_quotes.cases = {
    "a comma": ('"Paris, Texas"', "Paris, Texas"),
    "a quote": ('"the ""old"" shop"', 'the "old" shop'),
    "nothing": ("", ""),
    "space stays": (" Rome ", " Rome "),
}


def test_a_row_may_span_lines():
    """A line break inside quotes belongs to the cell."""
    lines = ["shop,note,amount\n", 'Rome,"two\n', 'lines",3\n', "Rome,,4\n"]
    assert aggregate(lines, "shop", "amount") == {"Rome": (2, Decimal(7))}


def test_line_ends_do_not_matter(end):
    """Lines come with or without their ends, as `splitlines` or a file gives them."""
    lines = [line + end for line in ("shop,amount", "Rome,1", "", "Rome,2")]
    assert aggregate(lines, "shop", "amount") == {"Rome": (2, Decimal(3))}


test_line_ends_do_not_matter.cases = {"none": ("",), "unix": ("\n",), "windows": ("\r\n",)}


def test_skips_rows_without_an_amount():
    """An empty amount is no zero: it does not count, and its key is not there for it."""
    lines = text("shop,amount", "Rome,", "Rome,2", "Paris,   ", "Oslo,0")
    assert aggregate(lines, "shop", "amount") == {"Rome": (1, Decimal(2)), "Oslo": (1, Decimal(0))}


def test_space_around_an_amount():
    """Amounts are often padded."""
    assert aggregate(text("shop,amount", "Rome,  2.50 "), "shop", "amount") == {
        "Rome": (1, Decimal("2.50"))
    }


def test_the_same_column_twice():
    """One may group amounts by themselves."""
    assert aggregate(text("amount", "2", "2"), "amount", "amount") == {"2": (2, Decimal(4))}


def test_only_a_header():
    """Without rows there are no sums."""
    assert aggregate(text("shop,amount"), "shop", "amount") == {}


def test_says_which_line(rows, line):
    """Who has to mend a terabyte wants the line that an editor shows, also behind rows of several lines."""
    assert line_of(["shop,amount\n", *rows]) == line


test_says_which_line.cases = {
    "no number": (["Rome,1\n", "Rome,x\n"], 3),
    "not finite": (["Rome,nan\n"], 2),
    "infinite": (["Rome,-Infinity\n"], 2),
    "too few cells": (["Rome,1\n", "Rome\n"], 3),
    "too many cells": (["Rome,1,2\n"], 2),
    "too many cells without an amount": (["Rome,,2\n"], 2),
    "after an empty line": (["\n", "Rome,x\n"], 3),
    "after a row of two lines": (['"Ro\n', 'me",1\n', "Rome,x\n"], 4),
    "in a row of two lines": (['"Ro\n', 'me",x\n'], 3),
}


def test_a_column_that_is_not_there(lines):
    """A misspelled column is noticed at once, and not after a night of reading."""
    taken = []

    def source():
        for line in lines:
            taken.append(line)
            yield line

    try:
        aggregate(source(), "shop", "amount")
    except KeyError:
        assert len(taken) <= 1, "more than the header was read"
        return
    raise AssertionError("KeyError should be raised")


test_a_column_that_is_not_there.cases = {
    "no key": (text("town,amount", "Rome,1"),),
    "no value": (text("shop,price", "Rome,1"),),
    "no line": ([],),
}


class Line(str):
    alive = most = 0

    def __new__(cls, value):
        cls.alive += 1
        cls.most = max(cls.most, cls.alive)
        return super().__new__(cls, value)

    def __del__(self):
        Line.alive -= 1


def test_keeps_no_rows():
    """Lines are read one after another, and none is kept: however long the file, a few are alive."""
    def source():
        yield Line("shop,amount")
        for number in range(3000):
            yield Line(f"{number % 3},1")

    Line.alive = Line.most = 0
    found = aggregate(source(), "shop", "amount")
    assert found == {str(each): (1000, Decimal(1000)) for each in range(3)}
    assert Line.most < 20, f"{Line.most} lines were in memory at the same time"


def test_keeps_no_amounts():
    """The sum is kept, not what it is made of: an amount is read after the one before it was added."""
    def peak(rows):
        lines = (f"Rome,{number}.25" for number in range(rows))
        tracemalloc.start()
        try:
            aggregate(chain(["shop,amount"], lines), "shop", "amount")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    few, many = peak(150), peak(3000)
    assert many < 3 * few, f"for 20 times the rows it takes {many / few:.0f} times the memory"
