import sqlite3
import warnings
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from decimal import Decimal
from enum import Enum
from typing import Optional

from row_mapper import fetch, insert


class Color(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Order:
    id: int
    placed: date
    note: Optional[str] = None


@dataclass
class Everything:
    when: datetime
    day: date
    price: Decimal
    paid: bool
    color: Color
    size: float


@dataclass
class Lazy:
    """As after `from __future__ import annotations`: types are texts."""

    day: "date"
    color: "Color | None" = None


@dataclass
class Numbers:
    id: int
    tags: list = field(default_factory=list)


def database():
    return sqlite3.connect(":memory:")


def refused(error, call):
    try:
        call()
    except error as raised:
        return str(raised)
    raise AssertionError(f"{error.__name__} should be raised")


def test_maps_columns_by_name():
    """The order of the columns is the query's, the order of the fields is the class's."""
    rows = fetch(database(), Order, "SELECT 'hi' AS note, '2026-11-27' AS placed, 7 AS id")
    assert list(rows) == [Order(7, date(2026, 11, 27), "hi")]


def test_a_field_without_column_has_its_default():
    """What the query does not select is what the class says, made anew for each instance."""
    rows = list(fetch(database(), Numbers, "SELECT 1 AS id UNION SELECT 2"))
    assert rows == [Numbers(1, []), Numbers(2, [])]
    assert rows[0].tags is not rows[1].tags, "instances share a default"


def test_converts_what_the_field_says():
    """SQLite knows numbers and texts: the class knows what they mean."""
    sql = """SELECT '2026-11-27T09:30:00+00:00' AS "when", '2026-11-27' AS day, '1.50' AS price,
             1 AS paid, 'blue' AS color, 2.5 AS size"""
    row = next(fetch(database(), Everything, sql))
    moment = datetime(2026, 11, 27, 9, 30, tzinfo=timezone.utc)
    assert row == Everything(moment, date(2026, 11, 27), Decimal("1.50"), True, Color.BLUE, 2.5)
    assert row.paid is True
    assert type(row.day) is date
    assert str(row.price) == "1.50"


def test_types_that_are_texts():
    """Under `from __future__ import annotations` a field's type is a text until it is resolved."""
    rows = fetch(database(), Lazy, "SELECT '2026-11-27' AS day, 'red' AS color UNION ALL SELECT '2026-11-28', NULL")
    assert list(rows) == [Lazy(date(2026, 11, 27), Color.RED), Lazy(date(2026, 11, 28), None)]


def test_null_and_false_values(value, expected):
    """`NULL` is `None`; zero and the empty text are values."""
    @dataclass
    class Row:
        value: Optional[int]
        text: Optional[str]

    row = next(fetch(database(), Row, "SELECT ? AS value, ? AS text", value))
    assert (row.value, row.text) == expected


test_null_and_false_values.cases = {
    "null": ((None, None), (None, None)),
    "false": ((0, ""), (0, "")),
}


def test_optional_values_are_converted():
    """An optional date is a date when it is there, whichever way the type is written."""
    @dataclass
    class Row:
        day: Optional[date]
        paid: Optional[bool]
        price: "Decimal | None"

    sql = "SELECT '2026-11-27' AS day, 0 AS paid, '0.10' AS price"
    row = next(fetch(database(), Row, sql))
    assert (row.day, row.paid, row.price) == (date(2026, 11, 27), False, Decimal("0.10"))
    assert row.paid is False


def test_null_where_none_is_not_allowed():
    """A `None` in a field that does not expect it is found much later, and somewhere else."""
    rows = fetch(database(), Order, "SELECT 1 AS id, NULL AS placed")
    assert "placed" in refused(ValueError, lambda: next(rows))


def test_wrong_columns_are_told_at_the_call(sql, name):
    """The query does not fit the class: the mistake is in this line, whether there are rows or not."""
    connection = database()
    connection.execute("CREATE TABLE empty (id, placed, extra)")
    assert name in refused(TypeError, lambda: fetch(connection, Order, sql))


test_wrong_columns_are_told_at_the_call.cases = {
    "one too many": ("SELECT * FROM empty", "extra"),
    "one too few": ("SELECT id FROM empty", "placed"),
    "twice": ("SELECT id, placed, id AS id FROM empty", "id"),
}


def test_no_rows():
    """A query without rows gives nothing, and no error."""
    connection = database()
    connection.execute("CREATE TABLE orders (id, placed)")
    assert list(fetch(connection, Order, "SELECT * FROM orders")) == []


def test_reads_one_row_at_a_time():
    """A result may have millions of rows: each is read when it is asked for."""
    made = []
    connection = database()
    connection.create_function("seen", 1, lambda number: made.append(number) or number)
    sql = """WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10000)
             SELECT seen(x) AS id FROM n"""
    rows = fetch(connection, Numbers, sql)
    assert [next(rows).id for _ in range(3)] == [1, 2, 3]
    assert len(made) < 10, f"{len(made)} rows were read for three"


def test_passes_parameters():
    """Values go to the database as parameters, by place or by name."""
    connection = database()
    assert next(fetch(connection, Numbers, "SELECT ? + ? AS id", (1, 2))).id == 3
    assert next(fetch(connection, Numbers, "SELECT :n AS id", {"n": 5})).id == 5


def test_inserts_and_fetches():
    """What goes in comes out, and the row's id is returned."""
    connection = database()
    connection.execute('CREATE TABLE "order" (id INTEGER PRIMARY KEY, placed TEXT, note TEXT)')
    order = Order(7, date(2026, 11, 27))
    assert insert(connection, order) == 7
    assert list(fetch(connection, Order, 'SELECT * FROM "order"')) == [order]


def test_stores_plain_values():
    """Other programs read the same tables: ISO dates, numbers as text where their digits count, values of enums."""
    connection = database()
    connection.execute('CREATE TABLE everything ("when", day, price, paid, color, size)')
    moment = datetime(2026, 11, 27, 9, 30, tzinfo=timezone.utc)
    value = Everything(moment, date(2026, 11, 27), Decimal("1.50"), True, Color.RED, 2.5)
    insert(connection, value)
    stored = connection.execute("SELECT * FROM everything").fetchone()
    assert [each.replace(" ", "T") if isinstance(each, str) else each for each in stored] == [
        "2026-11-27T09:30:00+00:00", "2026-11-27", "1.50", 1, "red", 2.5,
    ]
    assert next(fetch(connection, Everything, "SELECT * FROM everything")) == value


def test_needs_no_adapters_of_sqlite3():
    """The default adapters for dates are deprecated since Python 3.12: to rely on them is to be warned."""
    connection = database()
    connection.execute('CREATE TABLE "order" (id, placed, note)')
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        insert(connection, Order(1, date(2026, 11, 27)))


def test_names_may_be_anything():
    """A word of SQL, a quote, a semicolon: a name is quoted, and its own quotes are doubled."""
    @dataclass
    class Group:
        order: int
        select: Optional[str] = None

    connection = database()
    connection.execute('CREATE TABLE "group" ("order", "select")')
    insert(connection, Group(1, "x"))
    assert list(fetch(connection, Group, 'SELECT * FROM "group"')) == [Group(1, "x")]
    name = 'a"; DROP TABLE "group"; --'
    connection.execute('CREATE TABLE "a""; DROP TABLE ""group""; --" ("order", "select")')
    insert(connection, Group(2), name)
    assert connection.execute('SELECT count(*) FROM "group"').fetchone() == (1,)


def test_values_are_never_part_of_a_statement():
    """A value with quotes is a value with quotes."""
    connection = database()
    connection.execute('CREATE TABLE "order" (id, placed, note)')
    note = "x'); DROP TABLE \"order\"; --"
    insert(connection, Order(1, date(2026, 11, 27), note))
    assert connection.execute('SELECT note FROM "order"').fetchall() == [(note,)]


def test_computed_fields_are_no_columns():
    """A field with `init=False` is computed by the class: it is neither stored nor wanted."""
    @dataclass
    class Box:
        width: int
        area: int = field(init=False)

        def __post_init__(self):
            self.area = self.width ** 2

    connection = database()
    connection.execute("CREATE TABLE box (width)")
    insert(connection, Box(3))
    assert list(fetch(connection, Box, "SELECT width FROM box")) == [Box(3)]
    assert "area" in refused(TypeError, lambda: fetch(connection, Box, "SELECT 3 AS width, 9 AS area"))


def test_the_connection_stays_as_it_is():
    """The connection is the caller's: another `row_factory` would surprise all others who use it, and none is assumed."""
    connection = database()
    rows = fetch(connection, Numbers, "SELECT 1 AS id")
    assert next(rows) == Numbers(1)
    assert connection.row_factory is None, "row_factory was changed"
    connection.row_factory = sqlite3.Row
    assert next(fetch(connection, Numbers, "SELECT 1 AS id")) == Numbers(1)
