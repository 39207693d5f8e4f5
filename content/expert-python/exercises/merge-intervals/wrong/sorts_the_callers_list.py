"""`list.sort` saves a copy, and a sorted list holds the same intervals."""


def merge(intervals):
    if isinstance(intervals, list):
        intervals.sort()
    else:
        intervals = sorted(intervals)
    merged = []
    for start, end in intervals:
        if start > end:
            raise ValueError("a start above its end")
        if start == end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
