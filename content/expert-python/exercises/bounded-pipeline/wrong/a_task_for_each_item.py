"""A semaphore bounds how many calls run, and so everything is bounded."""
import asyncio


async def ordered_map(function, source, limit):
    if limit < 1:
        raise ValueError("limit")
    places = asyncio.Semaphore(limit)

    async def call(item):
        async with places:
            return await function(item)

    tasks = [asyncio.create_task(call(item)) async for item in source]
    try:
        for task in tasks:
            yield await task
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
