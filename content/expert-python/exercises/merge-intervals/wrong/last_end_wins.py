"""When the starts are sorted, the ends are sorted too."""


def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError("a start above its end")
        if start == end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
