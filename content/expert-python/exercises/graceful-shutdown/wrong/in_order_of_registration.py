"""What was registered first is stopped first."""
import asyncio
from collections import Counter


class Closing(Exception):
    """The service takes nothing more."""


class Service:
    def __init__(self, handle, sleep=asyncio.sleep):
        self._handle = handle
        self._sleep = sleep
        self._running = set()
        self._stops = []
        self._closing = None
        self._hurry = asyncio.Event()

    def submit(self, request):
        if self._closing:
            raise Closing
        task = asyncio.ensure_future(self._handle(request))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    def on_stop(self, function):
        self._stops.append(function)

    async def shutdown(self, grace):
        if self._closing:
            self._hurry.set()
        else:
            self._closing = asyncio.ensure_future(self._close(grace))
        return await asyncio.shield(self._closing)

    async def _close(self, grace):
        tasks = set(self._running)
        if tasks:
            await self._wait_patiently(tasks, grace)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        return {
            **dict.fromkeys(["finished", "failed", "cancelled"], 0),
            **Counter(map(_end, tasks)),
            "errors": await self._stop(),
        }

    async def _wait_patiently(self, tasks, grace):
        ends = [
            asyncio.ensure_future(asyncio.wait(tasks)),
            asyncio.ensure_future(self._sleep(grace)),
            asyncio.ensure_future(self._hurry.wait()),
        ]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()

    async def _stop(self):
        errors = []
        for function in self._stops:
            try:
                await function()
            except Exception as error:
                errors.append(error)
        return errors


def _end(task):
    if task.cancelled():
        return "cancelled"
    return "failed" if task.exception() else "finished"
