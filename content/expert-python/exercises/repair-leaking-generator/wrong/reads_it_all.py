"""A file that is read at once can be closed at once, which is the simplest."""
from contextlib import closing


def read_lines(path, opener):
    with closing(opener(path)) as file:
        lines = [line.rstrip("\n") for line in file]
    yield from lines


def records(paths, opener, bad):
    for path in paths:
        with closing(read_lines(path, opener)) as lines:
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
    with closing(records(paths, opener, [])) as found:
        return next(filter(wanted, found), None)
