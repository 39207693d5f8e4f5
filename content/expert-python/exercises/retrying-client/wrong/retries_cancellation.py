"""Whatever `retry_on` names may be tried again, a cancellation too."""
import asyncio


async def retry(
    call, attempts=3, delay=0.1, factor=2, retry_on=(OSError,), sleep=asyncio.sleep
):
    if attempts < 1:
        raise ValueError("there must be at least one attempt")
    for left in reversed(range(attempts)):
        try:
            return await call()
        except retry_on:
            if left == 0:
                raise
        await sleep(delay)
        delay *= factor
