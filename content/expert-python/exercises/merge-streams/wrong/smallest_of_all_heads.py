"""`min` finds the smallest head, and k is small."""


class NotSorted(ValueError):
    def __init__(self, stream):
        super().__init__(f"stream {stream} is not in ascending order")
        self.stream = stream


def merge(*streams, key=None):
    heads = {}
    for number, stream in enumerate(streams):
        items = iter(stream)
        for item in items:
            heads[number] = (item if key is None else key(item), item, items)
            break
    while heads:
        number = min(heads, key=lambda each: heads[each][0])
        rank, item, items = heads[number]
        yield item
        for item in items:
            following = item if key is None else key(item)
            if following < rank:
                raise NotSorted(number)
            heads[number] = (following, item, items)
            break
        else:
            del heads[number]
