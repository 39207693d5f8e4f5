import asyncio

from retrying_client import retry


class Server:
    """Raises what it is given, one error a call, then answers."""

    def __init__(self, *errors):
        self.errors = list(errors)
        self.calls = 0
        self.waits = []

    async def call(self):
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return "answer"

    async def sleep(self, seconds):
        self.waits.append(seconds)


async def outcome(awaitable):
    """What it returns, or the exception that it raises."""
    try:
        return await awaitable
    except BaseException as error:
        return error


async def test_returns_the_first_answer():
    """A call that succeeds is made once and waits for nothing."""
    server = Server()
    assert await retry(server.call, sleep=server.sleep) == "answer"
    assert (server.calls, server.waits) == (1, [])


async def test_tries_again(errors):
    """After an error of a type that may pass, the call is made anew."""
    server = Server(*errors)
    assert await retry(server.call, sleep=server.sleep) == "answer"
    assert server.calls == len(errors) + 1


test_tries_again.cases = {
    "after one error": ([OSError()],),
    "after two errors": ([OSError(), OSError()],),
    "after a subclass": ([ConnectionResetError()],),
}


async def test_waits_longer_each_time():
    """The waits grow by the factor, and there is one fewer of them than of attempts."""
    server = Server(*[OSError()] * 4)
    await outcome(retry(server.call, attempts=4, delay=0.5, factor=3, sleep=server.sleep))
    assert server.waits == [0.5, 1.5, 4.5]


async def test_raises_the_last_error_as_it_is():
    """When nothing helps the caller sees the newest error itself, and can read its details."""
    first, last = OSError("first"), OSError("last")
    server = Server(first, last)
    raised = await outcome(retry(server.call, attempts=2, sleep=server.sleep))
    assert raised is last, f"the last error should be raised, but it was {raised!r}"
    assert server.calls == 2


async def test_does_not_retry_other_errors(error):
    """A programming error does not go away by itself: trying again hides it."""
    server = Server(error)
    raised = await outcome(retry(server.call, sleep=server.sleep))
    assert raised is error, "the error should pass as it is"
    assert (server.calls, server.waits) == (1, [])


test_does_not_retry_other_errors.cases = {
    "TypeError": (TypeError(),),
    "KeyError": (KeyError("id"),),
    "KeyboardInterrupt": (KeyboardInterrupt(),),
}


async def test_follows_retry_on():
    """`retry_on` names what may pass, instead of the default and not beside it."""
    server = Server(KeyError("id"))
    assert await retry(server.call, retry_on=(KeyError,), sleep=server.sleep) == "answer"
    refused = Server(OSError())
    raised = await outcome(retry(refused.call, retry_on=(KeyError,), sleep=refused.sleep))
    assert isinstance(raised, OSError), "an OSError is not among the types"


async def test_never_retries_a_cancellation():
    """A cancelled task ends at once, even where `retry_on` is as wide as can be."""
    server = Server(asyncio.CancelledError())
    raised = await outcome(retry(server.call, retry_on=(BaseException,), sleep=server.sleep))
    assert isinstance(raised, asyncio.CancelledError), "the cancellation was swallowed"
    assert server.calls == 1


async def test_can_be_cancelled_while_it_waits():
    """Whoever cancels during a wait is not kept until the wait is over."""
    server = Server(*[OSError()] * 3)
    task = asyncio.create_task(retry(server.call, delay=3600))
    while server.calls == 0:
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait({task}, timeout=1)
    assert task in done and task.cancelled(), "it went on after it was cancelled"
    assert server.calls == 1


async def test_refuses_fewer_than_one_attempt(attempts):
    """With no attempt there is neither a result nor an error: the caller should hear of it."""
    server = Server()
    raised = await outcome(retry(server.call, attempts=attempts, sleep=server.sleep))
    assert isinstance(raised, ValueError), "ValueError should be raised"
    assert server.calls == 0, "nothing should be called"


test_refuses_fewer_than_one_attempt.cases = {"zero": (0,), "negative": (-2,)}
