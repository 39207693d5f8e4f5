"""What failed stands under its key, so that the key is what has to be removed."""
import asyncio


class SingleFlight:
    def __init__(self, load):
        self.load = load
        self.tasks = {}
        self.callers = {}

    async def get(self, key):
        task = self.tasks.get(key)
        if task is None:
            task = self.tasks[key] = asyncio.ensure_future(self.load(key))
            self.callers[task] = 0
            task.add_done_callback(lambda _: self.ended(key, task))
        if task.done():
            return task.result()
        self.callers[task] += 1
        try:
            return await asyncio.shield(task)
        finally:
            if task in self.callers:
                self.callers[task] -= 1
                if self.callers[task] == 0 and not task.done():
                    self.tasks.pop(key, None)
                    task.cancel()

    def ended(self, key, task):
        del self.callers[task]
        if task.cancelled() or task.exception():
            self.tasks.pop(key, None)

    def forget(self, key):
        self.tasks.pop(key, None)
