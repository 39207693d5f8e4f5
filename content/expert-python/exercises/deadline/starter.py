import asyncio


class Expired(TimeoutError):
    """The time was over."""


def remaining():
    return None


async def within(seconds, function, *args):
    return await asyncio.wait_for(function(*args), seconds)
