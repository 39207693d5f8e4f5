"""Each interval absorbs those it meets, so that what is left can be searched from the front."""


def merge(intervals):
    merged = []
    for start, end in intervals:
        if start > end:
            raise ValueError("a start above its end")
        if start == end:
            continue
        apart = []
        for other in merged:
            if other[1] < start or end < other[0]:
                apart.append(other)
            else:
                start, end = min(start, other[0]), max(end, other[1])
        merged = [*apart, (start, end)]
    return sorted(merged)
