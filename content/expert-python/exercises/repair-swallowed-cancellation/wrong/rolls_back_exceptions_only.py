"""`except Exception` is the cure for everything that swallows a cancellation."""
import asyncio


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
    except Exception:
        await connection.rollback()
        raise
    await connection.commit()
    return result


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
