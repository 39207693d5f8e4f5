import asyncio


async def retry(
    call, attempts=3, delay=0.1, factor=2, retry_on=(OSError,), sleep=asyncio.sleep
):
    return await call()
