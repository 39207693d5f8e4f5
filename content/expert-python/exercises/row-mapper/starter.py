def fetch(connection, kind, sql, parameters=()):
    yield from ()


def insert(connection, value, table=None): ...
