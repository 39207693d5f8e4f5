"""A cancelled task has ended."""
import asyncio


async def ordered_map(function, source, limit):
    if limit < 1:
        raise ValueError("limit")
    places, queue, running = asyncio.Semaphore(limit), asyncio.Queue(), set()

    async def feed():
        items = aiter(source)
        while True:
            await places.acquire()
            try:
                item = await anext(items)
            except StopAsyncIteration:
                return
            task = asyncio.create_task(function(item))
            running.add(task)
            queue.put_nowait(task)

    feeder = asyncio.create_task(feed())
    feeder.add_done_callback(queue.put_nowait)
    running.add(feeder)
    try:
        while (task := await queue.get()) is not feeder:
            result = await task
            running.discard(task)
            yield result
            places.release()
        await feeder
    finally:
        for task in running:
            task.cancel()
