"""Taking `limit` items and waiting for all of them is parallel and bounded."""
import asyncio


async def ordered_map(function, source, limit):
    if limit < 1:
        raise ValueError("limit")
    batch = []

    async def results():
        tasks = [asyncio.create_task(function(item)) for item in batch]
        batch.clear()
        try:
            for task in tasks:
                yield await task
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async for item in source:
        batch.append(item)
        if len(batch) == limit:
            async for result in results():
                yield result
    async for result in results():
        yield result
