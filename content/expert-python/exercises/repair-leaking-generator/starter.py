def read_lines(path, opener):
    file = opener(path)
    for line in file:
        yield line.rstrip("\n")
    file.close()


def records(paths, opener, bad):
    for path in paths:
        lines = read_lines(path, opener)
        columns = next(lines).split(",")
        for line in lines:
            try:
                cells = line.split(",")
                if len(cells) != len(columns):
                    raise ValueError
                yield dict(zip(columns, cells))
            except:
                bad.append(line)


def first(paths, opener, wanted):
    for record in records(paths, opener, []):
        if wanted(record):
            return record
    return None
