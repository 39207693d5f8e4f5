"""An error of one's own tells the caller more than the one that was raised."""
import asyncio


class GaveUp(Exception):
    pass


async def retry(
    call, attempts=3, delay=0.1, factor=2, retry_on=(OSError,), sleep=asyncio.sleep
):
    if attempts < 1:
        raise ValueError("there must be at least one attempt")
    for left in reversed(range(attempts)):
        try:
            return await call()
        except asyncio.CancelledError:
            raise
        except retry_on as error:
            if left == 0:
                raise GaveUp(f"after {attempts} attempts") from error
        await sleep(delay)
        delay *= factor
