"""Between two lines that stay the order of changes does not matter."""
from bisect import bisect_left


def diff(old, new):
    edits, x, y = [], 0, 0
    for kept_x, kept_y in [*_kept(old, new), (len(old), len(new))]:
        edits += [("+", line) for line in new[y:kept_y]]
        edits += [("-", line) for line in old[x:kept_x]]
        edits += [(" ", line) for line in old[kept_x : kept_x + 1]]
        x, y = kept_x + 1, kept_y + 1
    return edits


def _kept(old, new):
    """The pairs of places of the lines that stay."""
    begin, end_x, end_y = 0, len(old), len(new)
    while begin < min(end_x, end_y) and old[begin] == new[begin]:
        begin += 1
    while min(end_x, end_y) > begin and old[end_x - 1] == new[end_y - 1]:
        end_x, end_y = end_x - 1, end_y - 1
    places = {}
    for y in range(end_y - 1, begin - 1, -1):
        places.setdefault(new[y], []).append(y)
    lowest, chains = [], []
    for x in range(begin, end_x):
        for y in places.get(old[x], ()):
            at = bisect_left(lowest, y)
            chain = (x, y), chains[at - 1] if at else None
            lowest[at : at + 1] = [y]
            chains[at : at + 1] = [chain]
    middle, chain = [], chains[-1] if chains else None
    while chain:
        pair, chain = chain
        middle.append(pair)
    prefix = [(at, at) for at in range(begin)]
    suffix = [(end_x + at, end_y + at) for at in range(len(old) - end_x)]
    return prefix + middle[::-1] + suffix


def apply(old, edits):
    lines, new = iter(enumerate(old, 1)), []
    for sign, line in edits:
        if sign != "+":
            number, expected = next(lines, (len(old) + 1, ValueError))
            if sign not in " -" or expected != line:
                raise ValueError(f"line {number} is not {line!r}")
        if sign != "-":
            new.append(line)
    if next(lines, None) is not None:
        raise ValueError("there are more lines")
    return new
