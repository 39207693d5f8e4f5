import asyncio


class Slow(Exception):
    """The subscription was too slow, and has been ended."""


class Topic:
    def subscribe(self, limit, policy):
        return Subscription()

    async def publish(self, message): ...

    def close(self): ...


class Subscription:
    dropped = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception): ...

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        raise StopAsyncIteration
