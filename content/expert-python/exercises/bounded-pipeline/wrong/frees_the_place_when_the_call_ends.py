"""A place is needed while a call runs; its result is only a value."""
import asyncio


async def ordered_map(function, source, limit):
    if limit < 1:
        raise ValueError("limit")
    places, queue, running = asyncio.Semaphore(limit), asyncio.Queue(), set()

    async def call(item):
        try:
            return await function(item)
        finally:
            places.release()

    async def feed():
        items = aiter(source)
        while True:
            await places.acquire()
            try:
                item = await anext(items)
            except StopAsyncIteration:
                return
            task = asyncio.create_task(call(item))
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
        await feeder
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
