"""Edits were made by `diff`, so `apply` need not look at the old text."""


def diff(old, new):
    edits, x, y = [], len(old), len(new)
    history = _search(old, new)
    for count in range(len(history) - 1, -1, -1):
        furthest, diagonal = history[count], x - y
        before = _neighbor(furthest, diagonal, count)
        start_x, start_y = furthest[before], furthest[before] - before
        while x > start_x and y > start_y:
            x, y = x - 1, y - 1
            edits.append((" ", old[x]))
        if count and before > diagonal:
            edits.append(("+", new[start_y]))
        elif count:
            edits.append(("-", old[start_x]))
        x, y = start_x, start_y
    return _old_lines_first(edits[::-1])


def _search(old, new):
    furthest, history = {1: 0}, []
    for count in range(len(old) + len(new) + 1):
        history.append(dict(furthest))
        for diagonal in range(-count, count + 1, 2):
            before = _neighbor(furthest, diagonal, count)
            x = furthest[before] + (before < diagonal)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            furthest[diagonal] = x
            if x >= len(old) and y >= len(new):
                return history


def _neighbor(furthest, diagonal, count):
    below, above = diagonal + 1, diagonal - 1
    if diagonal == -count:
        return below
    if diagonal != count and furthest[above] < furthest[below]:
        return below
    return above


def _old_lines_first(edits):
    ordered, run = [], []
    for edit in edits:
        if edit[0] == " ":
            ordered += sorted(run, key=lambda change: change[0] == "+") + [edit]
            run = []
        else:
            run.append(edit)
    return ordered + sorted(run, key=lambda change: change[0] == "+")


def apply(old, edits):
    new, at = [], 0
    for sign, line in edits:
        if sign == "+":
            new.append(line)
            continue
        at += 1
        if sign == " ":
            new.append(line)
    return new
