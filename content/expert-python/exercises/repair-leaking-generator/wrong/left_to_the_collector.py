"""A generator is closed as soon as the function that made it is left."""


def read_lines(path, opener):
    file = opener(path)
    try:
        for line in file:
            yield line.rstrip("\n")
    finally:
        file.close()


def records(paths, opener, bad):
    for path in paths:
        lines = read_lines(path, opener)
        header = next(lines, None)
        if header is None:
            continue
        columns = header.split(",")
        for line in lines:
            cells = line.split(",")
            if len(cells) != len(columns):
                bad.append(line)
            else:
                yield dict(zip(columns, cells))


def first(paths, opener, wanted):
    stream = records(paths, opener, [])
    for record in stream:
        if wanted(record):
            return record
    return None
