"""A line stays if it comes later in the new text, at the first such place: greedy is enough for a longest list."""


def diff(old, new):
    edits, y = [], 0
    run = []
    for line in old:
        if line in new[y:]:
            place = new.index(line, y)
            edits += run + [("+", other) for other in new[y:place]] + [(" ", line)]
            run, y = [], place + 1
        else:
            run.append(("-", line))
    return edits + run + [("+", line) for line in new[y:]]


def apply(old, edits):
    new, at = [], 0
    for sign, line in edits:
        if sign != "+":
            if sign not in (" ", "-") or at == len(old) or old[at] != line:
                raise ValueError(line)
            at += 1
        if sign != "-":
            new.append(line)
    if at < len(old):
        raise ValueError("left over")
    return new
