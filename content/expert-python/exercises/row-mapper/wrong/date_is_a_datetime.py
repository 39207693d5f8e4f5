"""A `datetime` is a `date`, so that one conversion serves both."""
import types
from dataclasses import MISSING, fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Union, get_args, get_origin, get_type_hints


def fetch(connection, kind, sql, parameters=()):
    cursor = connection.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    known = {each.name: each for each in fields(kind) if each.init}
    for name in names:
        if name not in known:
            raise TypeError(f"{kind.__name__} has no field for the column {name!r}")
        if names.count(name) > 1:
            raise TypeError(f"the column {name!r} comes more than once")
    for name, each in known.items():
        if name not in names and each.default is each.default_factory is MISSING:
            raise TypeError(f"there is no column for the field {name!r}")
    hints = get_type_hints(kind)
    converters = [converter(name, hints[name]) for name in names]
    return instances(cursor, kind, names, converters)


def instances(cursor, kind, names, converters):
    for row in cursor:
        values = [convert(value) for convert, value in zip(converters, row)]
        yield kind(**dict(zip(names, values)))


def converter(name, hint):
    optional = get_origin(hint) in (Union, types.UnionType)
    if optional:
        (hint,) = [each for each in get_args(hint) if each is not type(None)]
    convert = conversion(hint)

    def checked(value):
        if value is not None:
            return convert(value)
        if optional:
            return None
        raise ValueError(f"{name} must not be NULL")

    return checked


def conversion(hint):
    if isinstance(hint, type) and issubclass(hint, date):
        return datetime.fromisoformat
    if hint in (Decimal, bool):
        return hint
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return lambda value: value


def insert(connection, value, table=None):
    names = [each.name for each in fields(value) if each.init]
    columns = ", ".join(map(quoted, names))
    places = ", ".join("?" * len(names))
    into = quoted(type(value).__name__.lower() if table is None else table)
    return connection.execute(
        f"INSERT INTO {into} ({columns}) VALUES ({places})",
        [plain(getattr(value, name)) for name in names],
    ).lastrowid


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def plain(value):
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
