"""A `finally` around the whole round is the safest place for what must always happen."""
import asyncio


async def worker(queue, handle, failures):
    while True:
        job = None
        try:
            job = await queue.get()
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
    await asyncio.wait({task})
