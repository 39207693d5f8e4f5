"""A default argument is the idiom for it, and costs nothing."""


def limits(rules):
    checks = {}
    for name, low, high in rules:

        def check(value, name=name, low=low, high=high):
            if low <= value <= high:
                return None
            return f"{name}: {value} is not in {low}..{high}"

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
            result = call()
        except Exception as error:

            def replay(error=error):
                raise error

        else:

            def replay(result=result):
                return result

        replays.append(replay)
    return replays
