"""With a shield around it the load is safe, and a load that nobody awaits harms nobody."""
import asyncio


class SingleFlight:
    def __init__(self, load):
        self.load = load
        self.tasks = {}

    async def get(self, key):
        task = self.tasks.get(key)
        if task is None:
            task = self.tasks[key] = asyncio.ensure_future(self.load(key))
            task.add_done_callback(lambda _: self.ended(key, task))
        return await asyncio.shield(task)

    def ended(self, key, task):
        if task.cancelled() or task.exception():
            if self.tasks.get(key) is task:
                del self.tasks[key]

    def forget(self, key):
        self.tasks.pop(key, None)
