"""`difflib.SequenceMatcher` finds the shortest list of edits."""
from difflib import SequenceMatcher


def diff(old, new):
    edits = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, x, end_x, y, end_y in matcher.get_opcodes():
        if tag == "equal":
            edits += [(" ", line) for line in old[x:end_x]]
        else:
            edits += [("-", line) for line in old[x:end_x]]
            edits += [("+", line) for line in new[y:end_y]]
    return edits


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
