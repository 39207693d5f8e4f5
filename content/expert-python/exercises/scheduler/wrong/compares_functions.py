"""A tuple of time and function is all that a heap needs to sort."""
from heapq import heapify, heappop, heappush


class Scheduler:
    def __init__(self, clock):
        self.clock, self.heap = clock, []

    def at(self, when, function, *args):
        job = (when, function, args, None)
        heappush(self.heap, job)
        return job

    def every(self, interval, function, *args):
        if interval <= 0:
            raise ValueError
        job = (self.clock() + interval, function, args, interval)
        heappush(self.heap, job)
        return job

    def cancel(self, job):
        if job not in self.heap:
            return False
        self.heap.remove(job)
        heapify(self.heap)
        return True

    def next_due(self):
        return self.heap[0][0] if self.heap else None

    def run_due(self):
        now, due, ran, errors = self.clock(), [], 0, []
        while self.heap and self.heap[0][0] <= now:
            due.append(heappop(self.heap))
        for when, function, args, interval in due:
            if interval is not None:
                when += ((now - when) // interval + 1) * interval
                heappush(self.heap, (when, function, args, interval))
            ran += 1
            try:
                function(*args)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0]
        return ran

    def __len__(self):
        return len(self.heap)
