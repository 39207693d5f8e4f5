"""A lock for each key lets one load at a time, and the others find its result."""
import asyncio
from collections import defaultdict


class SingleFlight:
    def __init__(self, load):
        self.load = load
        self.kept = {}
        self.locks = defaultdict(asyncio.Lock)

    async def get(self, key):
        async with self.locks[key]:
            if key not in self.kept:
                self.kept[key] = await self.load(key)
            return self.kept[key]

    def forget(self, key):
        self.kept.pop(key, None)
        self.locks.pop(key, None)
