import asyncio

from slow_consumers import Slow, Topic

POLICIES = ("wait", "drop oldest", "drop newest", "disconnect")
each_policy = {policy: (policy,) for policy in POLICIES}


async def settle():
    """Lets every task run until it waits for something."""
    for _ in range(40):
        await asyncio.sleep(0)


async def end_of(task):
    done, _ = await asyncio.wait({task}, timeout=0.5)
    if not done:
        task.cancel()
        await asyncio.wait({task}, timeout=0.5)
        return "still waiting"
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


async def publish(topic, *messages):
    """Publishes what must not have to wait."""
    async def all_of_them():
        for message in messages:
            await topic.publish(message)

    return await end_of(asyncio.create_task(all_of_them()))


async def rest(subscription):
    """The messages that can be had at once, and how it ended, or `waits`."""
    found = []

    async def take():
        async for message in subscription:
            found.append(message)
        return "end"

    task = asyncio.create_task(take())
    await settle()
    if task.done():
        error = task.exception()
        return found, type(error) if error else task.result()
    task.cancel()
    await asyncio.wait({task})
    return found, "waits"


async def test_all_get_the_messages(policy):
    """Each subscription gets each message once, in the order of publishing, also one that is false."""
    topic = Topic()
    async with topic.subscribe(5, policy) as one, topic.subscribe(5, policy) as other:
        assert await publish(topic, 1, None, 3) is None, "publish should return None"
        assert await rest(one) == ([1, None, 3], "waits")
        assert await rest(other) == ([1, None, 3], "waits")


test_all_get_the_messages.cases = each_policy


async def test_gets_what_was_published_since():
    """What was published before the block, or before it is entered, is not for this subscription."""
    topic = Topic()
    await publish(topic, 1)
    subscription = topic.subscribe(5, "wait")
    await publish(topic, 2)
    async with subscription as messages:
        await publish(topic, 3)
        assert await rest(messages) == ([3], "waits")


async def test_nobody_subscribed():
    """A message for nobody is gone, and keeps nobody waiting."""
    assert await publish(Topic(), 1, 2, 3) is None, "publish should return at once"


async def test_a_message_wakes_who_waits():
    """A consumer that waits gets the message when it comes."""
    topic = Topic()
    async with topic.subscribe(1, "wait") as messages:
        task = asyncio.create_task(messages.__anext__())
        await settle()
        waited = not task.done()
        await publish(topic, "now")
        assert (waited, await end_of(task)) == (True, "now")


async def test_a_full_buffer(policy, expected, dropped):
    """When the buffer is full, the policy says which message is missed; each missed one is counted."""
    topic = Topic()
    async with topic.subscribe(2, policy) as messages:
        assert await publish(topic, 1, 2, 3, 4) is None, "publish should not wait"
        assert await rest(messages) == (expected, "waits")
        assert messages.dropped == dropped


test_a_full_buffer.cases = {
    "drop oldest": ("drop oldest", [3, 4], 2),
    "drop newest": ("drop newest", [1, 2], 2),
}


async def test_the_publisher_waits():
    """With `wait` nothing is missed: the publisher is as fast as this consumer."""
    topic = Topic()
    async with topic.subscribe(2, "wait") as messages:
        await publish(topic, 1, 2)
        task = asyncio.create_task(topic.publish(3))
        await settle()
        waited = not task.done()
        first = await messages.__anext__()
        await settle()
        assert (waited, first, task.done()) == (True, 1, True)
        assert await rest(messages) == ([2, 3], "waits")
        assert messages.dropped == 0


async def test_the_others_do_not_wait():
    """One slow consumer holds up the publisher, and not the message for the others - whoever subscribed first."""
    topic = Topic()
    async with topic.subscribe(2, "drop oldest") as before, topic.subscribe(1, "wait") as slow:
        async with topic.subscribe(2, "wait") as after:
            await publish(topic, 1)
            task = asyncio.create_task(topic.publish(2))
            await settle()
            assert not task.done(), "the publisher should wait"
            assert await rest(before) == ([1, 2], "waits")
            assert await rest(after) == ([1, 2], "waits")
            assert await rest(slow) == ([1, 2], "waits")
            assert await end_of(task) is None, "the publisher should go on"


async def test_several_publishers_wait():
    """Each of them has a message, none of which is lost or comes twice; one consumer frees them all."""
    topic = Topic()
    async with topic.subscribe(1, "wait") as messages:
        tasks = [asyncio.create_task(topic.publish(number)) for number in range(4)]
        await settle()
        assert [task.done() for task in tasks].count(True) == 1
        found, _ = await rest(messages)
        assert sorted(found) == [0, 1, 2, 3]
        assert [await end_of(task) for task in tasks] == [None] * 4


async def test_disconnects():
    """Too slow is an error that the consumer hears of, after the messages that it still has."""
    topic = Topic()
    async with topic.subscribe(2, "disconnect") as slow, topic.subscribe(9, "wait") as quick:
        assert await publish(topic, 1, 2, 3, 4) is None, "publish should not wait"
        assert await rest(slow) == ([1, 2], Slow)
        assert await rest(quick) == ([1, 2, 3, 4], "waits")


async def test_leaving_lets_the_publisher_go():
    """A consumer that leaves in the middle must not leave the publisher waiting for ever."""
    topic = Topic()
    async with topic.subscribe(1, "wait"):
        await publish(topic, 1)
        task = asyncio.create_task(topic.publish(2))
        await settle()
        waited = not task.done()
    assert (waited, await end_of(task)) == (True, None)
    assert await publish(topic, 3, 4, 5) is None, "nobody is subscribed any more"


async def test_leaving_by_a_cancellation():
    """So it is with a consumer that is cancelled while it waits or works."""
    topic = Topic()
    entered = asyncio.Event()

    async def consume():
        async with topic.subscribe(1, "wait") as messages:
            async for _ in messages:
                entered.set()
                await asyncio.Event().wait()

    consumer = asyncio.create_task(consume())
    await settle()
    await publish(topic, 1)
    await settle()
    await publish(topic, 2)
    task = asyncio.create_task(topic.publish(3))
    await settle()
    assert not task.done(), "the publisher should wait"
    consumer.cancel()
    assert (await end_of(consumer), await end_of(task)) == ("cancelled", None)


async def test_a_publisher_is_cancelled():
    """It ends as cancelled; its message is where it could be put, and nowhere else."""
    topic = Topic()
    async with topic.subscribe(1, "wait") as slow, topic.subscribe(5, "wait") as quick:
        await publish(topic, 1)
        task = asyncio.create_task(topic.publish(2))
        await settle()
        task.cancel()
        assert await end_of(task) == "cancelled"
        assert await rest(quick) == ([1, 2], "waits")
        assert await rest(slow) == ([1], "waits")
        assert await publish(topic, 3) is None, "the cancelled one must not keep the place"
        assert await rest(slow) == ([3], "waits")


async def test_a_consumer_that_gave_up_waiting_loses_nothing():
    """Cancelling one wait for a message, as a timeout does, must not take a message along."""
    topic = Topic()
    async with topic.subscribe(2, "wait") as messages:
        task = asyncio.create_task(messages.__anext__())
        await settle()
        task.cancel()
        await end_of(task)
        await publish(topic, 1)
        assert await rest(messages) == ([1], "waits")


async def test_close_ends_all(policy):
    """What is in the buffers is given, and then the iteration ends, as it does for a consumer that waits."""
    topic = Topic()
    async with topic.subscribe(2, policy) as full, topic.subscribe(2, policy) as empty:
        await publish(topic, 1, 2)
        assert await rest(empty) == ([1, 2], "waits")
        waiting = asyncio.create_task(rest(empty))
        await asyncio.sleep(0)
        topic.close()
        assert await rest(full) == ([1, 2], "end")
        assert await end_of(waiting) == ([], "end")


test_close_ends_all.cases = each_policy


async def test_close_lets_publishers_go():
    """A publisher that waits when the topic is closed goes on, and its message is not put."""
    topic = Topic()
    async with topic.subscribe(1, "wait") as messages:
        await publish(topic, 1)
        task = asyncio.create_task(topic.publish(2))
        await settle()
        topic.close()
        assert await end_of(task) is None, "the publisher should go on"
        assert await rest(messages) == ([1], "end")


async def test_after_the_end():
    """A closed topic takes neither messages nor subscriptions, and may be closed again."""
    topic = Topic()
    topic.close()
    topic.close()
    assert isinstance(await publish(topic, 1), RuntimeError), "publish should raise RuntimeError"
    try:
        async with topic.subscribe(1, "wait"):
            pass
    except RuntimeError:
        return
    raise AssertionError("subscribe should raise RuntimeError")


async def test_refuses(limit, policy):
    """A buffer without a place and a policy that nobody knows are mistakes of the caller's."""
    try:
        Topic().subscribe(limit, policy)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses.cases = {"no place": (0, "wait"), "a policy": (1, "drop all")}
