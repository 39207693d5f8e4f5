"""A copy under another name, made in the loop, belongs to that round."""


def limits(rules):
    checks = {}
    for name, low, high in rules:
        own_name, own_low, own_high = name, low, high

        def check(value):
            if own_low <= value <= own_high:
                return None
            return f"{own_name}: {value} is not in {own_low}..{own_high}"

        checks[name] = check
    return checks


def stage(rows, column, convert):
    return ({**row, column: convert(row[column])} for row in rows)


def converted(rows, columns):
    for column, convert in columns.items():
        rows = stage(rows, column, convert)
    return rows


def record(calls):
    replays = []
    for call in calls:
        try:
            result, kept = call(), None
        except Exception as error:
            result, kept = None, error

        def replay():
            if kept:
                raise kept
            return result

        replays.append(replay)
    return replays
