"""`await task` raises `CancelledError` when the task was cancelled, so it may be suppressed there."""
import asyncio
from contextlib import suppress


async def worker(queue, handle, failures):
    while True:
        job = await queue.get()
        try:
            await handle(job)
        except Exception as error:
            failures.append((job, error))
        finally:
            queue.task_done()


async def transaction(connection, work):
    await connection.begin()
    try:
        result = await work(connection)
    except BaseException:
        await connection.rollback()
        raise
    await connection.commit()
    return result


async def stop(task):
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task
