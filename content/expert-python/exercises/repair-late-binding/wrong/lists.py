"""A list comprehension binds early, so brackets instead of parentheses cure the generators."""


def limit(name, low, high):
    def check(value):
        if low <= value <= high:
            return None
        return f"{name}: {value} is not in {low}..{high}"

    return check


def limits(rules):
    return {name: limit(name, low, high) for name, low, high in rules}


def converted(rows, columns):
    for column, convert in columns.items():
        rows = [{**row, column: convert(row[column])} for row in rows]
    return rows


def ended(call):
    try:
        result = call()
    except Exception as error:
        kept = error

        def replay():
            raise kept

        return replay
    return lambda: result


def record(calls):
    return [ended(call) for call in calls]
