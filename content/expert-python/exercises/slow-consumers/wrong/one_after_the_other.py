"""`publish` has put the message everywhere when it returns, so the order of putting does not matter."""
import asyncio
from collections import deque


_POLICIES = ("wait", "drop oldest", "drop newest", "disconnect")


class Slow(Exception):
    """The subscription was too slow, and has been ended."""


class Topic:
    def __init__(self):
        self._subscriptions = []
        self._closed = False

    def _check(self):
        if self._closed:
            raise RuntimeError("the topic is closed")

    def subscribe(self, limit, policy):
        self._check()
        return Subscription(self, limit, policy)

    async def publish(self, message):
        self._check()
        for subscription in list(self._subscriptions):
            await subscription.put(message)

    def close(self):
        self._closed = True
        for subscription in list(self._subscriptions):
            subscription.end()


class Subscription:
    def __init__(self, topic, limit, policy):
        if limit < 1 or policy not in _POLICIES:
            raise ValueError(f"a limit of {limit}, policy {policy!r}")
        self._topic, self._limit, self._policy = topic, limit, policy
        self._buffer = deque()
        self._changed = asyncio.Event()
        self._ended = False
        self._error = StopAsyncIteration
        self.dropped = 0

    async def __aenter__(self):
        self._topic._check()
        self._topic._subscriptions.append(self)
        return self

    async def __aexit__(self, *exception):
        self.end()

    def end(self):
        if not self._ended:
            self._ended = True
            self._topic._subscriptions.remove(self)
        self._wake()

    def _wake(self):
        self._changed.set()
        self._changed = asyncio.Event()

    def offer(self, message):
        if len(self._buffer) == self._limit:
            if self._policy == "wait":
                return False
            self.dropped += 1
            if self._policy == "drop newest":
                return True
            if self._policy == "disconnect":
                self._error = Slow
                self.end()
                return True
            self._buffer.popleft()
        self._buffer.append(message)
        self._wake()
        return True

    async def put(self, message):
        while not self._ended and not self.offer(message):
            await self._changed.wait()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self._buffer:
            if self._ended:
                raise self._error
            await self._changed.wait()
        message = self._buffer.popleft()
        self._wake()
        return message
