"""Minus infinity is below everything, so it is a safe first end."""


def merge(intervals):
    merged, last = [], float("-inf")
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError("a start above its end")
        if start == end:
            continue
        if start <= last and merged:
            last = max(last, end)
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((start, end))
            last = end
    return merged
