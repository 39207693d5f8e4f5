import asyncio


async def worker(queue, handle, failures):
    while True:
        job = await queue.get()
        try:
            await handle(job)
        except BaseException as error:
            failures.append((job, error))
        queue.task_done()


async def transaction(connection, work):
    await connection.begin()
    try:
        result = await work(connection)
    except:
        await connection.rollback()
        return None
    await connection.commit()
    return result


async def stop(task):
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
