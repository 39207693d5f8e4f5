"""Whatever happens, the end of the work is the result: nothing is lost then."""
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
    outer = _deadline.get()
    token = _deadline.set(when if outer is None else min(when, outer))
    task = asyncio.ensure_future(function(*args))
    _deadline.reset(token)
    try:
        await asyncio.wait({task}, timeout=seconds)
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    except asyncio.CancelledError:
        await _end(task)
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
