import asyncio


class Closing(Exception):
    """The service takes nothing more."""


class Service:
    def __init__(self, handle, sleep=asyncio.sleep):
        self.handle = handle
        self.sleep = sleep

    def submit(self, request):
        return asyncio.ensure_future(self.handle(request))

    def on_stop(self, function): ...

    async def shutdown(self, grace):
        await self.sleep(grace)
        return {"finished": 0, "failed": 0, "cancelled": 0, "errors": []}
