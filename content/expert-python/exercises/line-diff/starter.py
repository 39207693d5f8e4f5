def diff(old, new):
    return [("-", line) for line in old] + [("+", line) for line in new]


def apply(old, edits):
    return [line for sign, line in edits if sign != "-"]
