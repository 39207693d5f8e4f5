"""Streams that are said to be sorted are sorted."""
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
            heap.append((item if key is None else key(item), number, item, items))
            break
    heapq.heapify(heap)
    while heap:
        rank, number, item, items = heap[0]
        yield item
        for item in items:
            following = item if key is None else key(item)
            heapq.heapreplace(heap, (following, number, item, items))
            break
        else:
            heapq.heappop(heap)
