"""The deadline that was set last is the one that holds."""
import asyncio
from contextvars import ContextVar

_deadline = ContextVar("deadline", default=None)


class Expired(TimeoutError):
    """The time was over."""


def remaining():
    when = _deadline.get()
    if when is None:
        return None
    return max(0, when - asyncio.get_running_loop().time())


async def within(seconds, function, *args):
    if seconds <= 0:
        raise Expired
    when = asyncio.get_running_loop().time() + seconds
    token = _deadline.set(when)
    task = asyncio.ensure_future(function(*args))
    _deadline.reset(token)
    try:
        await asyncio.wait({task}, timeout=seconds)
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    except asyncio.CancelledError:
        await _end(task)
        raise
    if task.cancelled():
        raise Expired
    return task.result()


async def _end(task):
    task.cancel()
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            task.cancel()
    if not task.cancelled():
        task.exception()
