"""The next call of a repeating job comes one interval after this one."""
from heapq import heappop, heappush
from itertools import count


class Scheduler:
    def __init__(self, clock):
        self.clock, self.heap, self.numbers, self.jobs = clock, [], count(), {}

    def at(self, when, function, *args):
        return self.plan(next(self.numbers), when, None, function, args)

    def every(self, interval, function, *args):
        if interval <= 0:
            raise ValueError
        when = self.clock() + interval
        return self.plan(next(self.numbers), when, interval, function, args)

    def plan(self, job, when, interval, function, args):
        self.jobs[job] = interval, function, args
        heappush(self.heap, (when, job))
        return job

    def cancel(self, job):
        return self.jobs.pop(job, None) is not None

    def next_due(self):
        while self.heap and self.heap[0][1] not in self.jobs:
            heappop(self.heap)
        return self.heap[0][0] if self.heap else None

    def run_due(self):
        now, due, errors, ran = self.clock(), [], [], 0
        while self.next_due() is not None and self.next_due() <= now:
            due.append(heappop(self.heap)[1])
        for job in due:
            if job not in self.jobs:
                continue
            interval, function, args = self.jobs.pop(job)
            if interval is not None:
                self.plan(job, self.clock() + interval, interval, function, args)
            ran += 1
            try:
                function(*args)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0]
        return ran

    def __len__(self):
        return len(self.jobs)
