"""Whoever is cancelled need not finish the bookkeeping of a job."""
import asyncio


async def worker(queue, handle, failures):
    while True:
        job = await queue.get()
        try:
            await handle(job)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            failures.append((job, error))
        queue.task_done()


async def transaction(connection, work):
    await connection.begin()
    try:
        result = await work(connection)
        await connection.commit()
        return result
    except BaseException:
        await connection.rollback()
        raise


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
