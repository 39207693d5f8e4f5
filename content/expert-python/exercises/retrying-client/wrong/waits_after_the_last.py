"""After every failed attempt comes a wait, also after the last one."""
import asyncio


async def retry(
    call, attempts=3, delay=0.1, factor=2, retry_on=(OSError,), sleep=asyncio.sleep
):
    if attempts < 1:
        raise ValueError("there must be at least one attempt")
    error = None
    for _ in range(attempts):
        try:
            return await call()
        except asyncio.CancelledError:
            raise
        except retry_on as raised:
            error = raised
        await sleep(delay)
        delay *= factor
    raise error
