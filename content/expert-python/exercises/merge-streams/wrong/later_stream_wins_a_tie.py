"""Equal items are equal: which of them comes first cannot be seen."""


class NotSorted(ValueError):
    def __init__(self, stream):
        super().__init__(f"stream {stream} is not in ascending order")
        self.stream = stream


def merge(*streams, key=None):
    ranked = [rank(number, each, key) for number, each in enumerate(streams)]
    for _, item in tree(ranked):
        yield item


def rank(number, stream, key):
    last = None
    for item in stream:
        now = (item if key is None else key(item),)
        if last is not None and now < last:
            raise NotSorted(number)
        yield now, item
        last = now


def tree(streams):
    if len(streams) < 2:
        return iter(streams[0] if streams else ())
    middle = len(streams) // 2
    return pair(tree(streams[:middle]), tree(streams[middle:]))


def pair(left, right):
    one, other = next(left, None), next(right, None)
    while one and other:
        if other[0] <= one[0]:
            yield other
            other = next(right, None)
        else:
            yield one
            one = next(left, None)
    if one or other:
        yield one or other
        yield from left
        yield from right
