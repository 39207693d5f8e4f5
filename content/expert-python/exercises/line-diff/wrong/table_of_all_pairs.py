"""The table of all pairs is the textbook's way, and a computer is fast."""


def diff(old, new):
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x in range(len(old) - 1, -1, -1):
        for y in range(len(new) - 1, -1, -1):
            if old[x] == new[y]:
                table[x][y] = table[x + 1][y + 1] + 1
            else:
                table[x][y] = max(table[x + 1][y], table[x][y + 1])
    edits, gone, come, x, y = [], [], [], 0, 0
    while x < len(old) or y < len(new):
        if x < len(old) and y < len(new) and old[x] == new[y]:
            edits += gone + come + [(" ", old[x])]
            gone, come, x, y = [], [], x + 1, y + 1
        elif y == len(new) or x < len(old) and table[x + 1][y] >= table[x][y + 1]:
            gone.append(("-", old[x]))
            x += 1
        else:
            come.append(("+", new[y]))
            y += 1
    return edits + gone + come


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
