"""A tuple of key and item sorts by the key."""
import heapq


class NotSorted(ValueError):
    def __init__(self, stream):
        super().__init__(f"stream {stream} is not in ascending order")
        self.stream = stream


def merge(*streams, key=None):
    heap = []
    for number, stream in enumerate(streams):
        items = iter(stream)
        for item in items:
            heap.append((item if key is None else key(item), item, number, items))
            break
    heapq.heapify(heap)
    while heap:
        rank, item, number, items = heap[0]
        yield item
        for item in items:
            following = item if key is None else key(item)
            if following < rank:
                raise NotSorted(number)
            heapq.heapreplace(heap, (following, item, number, items))
            break
        else:
            heapq.heappop(heap)
