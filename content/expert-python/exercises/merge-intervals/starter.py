def merge(intervals):
    return list(intervals)
