import asyncio

from repair_swallowed_cancellation import stop, transaction, worker


async def settle():
    """Lets every task run until it waits for something."""
    for _ in range(20):
        await asyncio.sleep(0)


async def end_of(task):
    """How a task ended, once the loop had its chances; a task that goes on has not ended."""
    done, _ = await asyncio.wait({task}, timeout=0.5)
    if not done:
        # Else the event loop could not be closed, and nobody would read the message.
        for _ in range(5):
            task.cancel()
            await settle()
        return "still running"
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


class Connection:
    def __init__(self):
        self.log = []

    async def begin(self):
        self.log.append("begin")

    async def commit(self):
        self.log.append("commit")

    async def rollback(self):
        await asyncio.sleep(0)
        self.log.append("rollback")


async def forever(_=None):
    await asyncio.Event().wait()


def queue_of(*jobs):
    queue = asyncio.Queue()
    for job in jobs:
        queue.put_nowait(job)
    return queue


async def test_a_worker_handles_jobs_in_order():
    """Every job is handled, one after another."""
    handled = []

    async def handle(job):
        handled.append(job)

    task = asyncio.create_task(worker(queue_of(1, 2, 3), handle, []))
    await settle()
    assert handled == [1, 2, 3]
    task.cancel()
    await end_of(task)


async def test_a_worker_survives_a_failed_job():
    """One bad job is noted, and the next one is handled."""
    failures, handled = [], []
    error = ValueError("bad")

    async def handle(job):
        if job == 2:
            raise error
        handled.append(job)

    task = asyncio.create_task(worker(queue_of(1, 2, 3), handle, failures))
    await settle()
    assert (handled, failures) == ([1, 3], [(2, error)])
    task.cancel()
    await end_of(task)


async def test_a_worker_ends_when_it_is_cancelled(jobs):
    """Whether it waits for a job or is in the middle of one: a cancelled worker ends, and says that it was cancelled."""
    failures = []
    task = asyncio.create_task(worker(queue_of(*jobs), forever, failures))
    await settle()
    task.cancel()
    assert await end_of(task) == "cancelled"
    assert failures == []


test_a_worker_ends_when_it_is_cancelled.cases = {"idle": ([],), "in a job": ([1, 2],)}


async def test_every_job_is_marked_once():
    """`queue.join()` waits for each job, also for the one that failed and for the one that was cut off."""
    async def handle(job):
        if job == "bad":
            raise ValueError
        if job == "long":
            await forever()

    queue = queue_of("good", "bad", "long")
    task = asyncio.create_task(worker(queue, handle, []))
    await settle()
    task.cancel()
    await end_of(task)
    joined = asyncio.create_task(queue.join())
    assert await end_of(joined) is None, "a job was never marked as done"
    try:
        queue.task_done()
    except ValueError:
        return
    raise AssertionError("there are more jobs than marks")


async def test_an_idle_worker_marks_nothing():
    """Who was cancelled while waiting for a job has no job to mark: `task_done` would raise ValueError."""
    queue = queue_of()
    task = asyncio.create_task(worker(queue, forever, []))
    await settle()
    task.cancel()
    assert await end_of(task) == "cancelled"


async def test_a_transaction_commits():
    """Work that comes to its end is committed, and its result returned, a false one too."""
    connection = Connection()

    async def work(_):
        connection.log.append("work")
        return 0

    assert await transaction(connection, work) == 0
    assert connection.log == ["begin", "work", "commit"]


async def test_a_transaction_passes_the_error(error):
    """A failure is rolled back and told: `None` would look like a result."""
    connection = Connection()

    async def work(_):
        raise error

    raised = None
    try:
        await transaction(connection, work)
    except BaseException as caught:
        raised = caught
    assert raised is error, f"the error should pass, but there was {raised!r}"
    assert connection.log == ["begin", "rollback"]


test_a_transaction_passes_the_error.cases = {
    "an ordinary one": (ValueError("no"),),
    "no Exception": (GeneratorExit("closed"),),
}


async def test_a_cancelled_transaction_is_rolled_back():
    """Cancellation leaves no open transaction, and still ends the task."""
    connection = Connection()
    task = asyncio.create_task(transaction(connection, forever))
    await settle()
    task.cancel()
    assert await end_of(task) == "cancelled"
    assert connection.log == ["begin", "rollback"]


async def test_a_commit_that_fails_is_no_failure_of_the_work():
    """The error of a commit passes; the connection has already ended the transaction, so nothing is rolled back."""
    connection = Connection()
    error = OSError("disk full")

    async def commit():
        raise error

    async def work(_):
        return 1

    connection.commit = commit
    raised = None
    try:
        await transaction(connection, work)
    except OSError as caught:
        raised = caught
    assert raised is error, "the commit's error should pass"
    assert connection.log == ["begin"]


async def test_stop_waits_for_the_end():
    """After `stop` the task has ended: its cleanup is done, not just asked for."""
    log = []

    async def service():
        try:
            await forever()
        finally:
            await asyncio.sleep(0)
            log.append("cleaned up")

    task = asyncio.create_task(service())
    await settle()
    assert await stop(task) is None, "stop should return None"
    assert log == ["cleaned up"]
    assert task.cancelled(), "the task should have ended as cancelled"


async def test_stop_takes_any_end(end):
    """However the task ends, whoever stops it goes on."""
    async def service():
        try:
            await forever()
        except asyncio.CancelledError:
            if isinstance(end, Exception):
                raise end from None
            return end

    task = asyncio.create_task(service())
    await settle()
    assert await end_of(asyncio.create_task(stop(task))) is None, "stop should return None"
    assert task.done(), "the task should have ended"
    task.exception()


test_stop_takes_any_end.cases = {"a result": ("bye",), "an error": (ValueError("late"),)}


async def test_stop_takes_a_task_that_has_ended(end):
    """Stopping what has ended is no error."""
    async def service():
        if isinstance(end, Exception):
            raise end
        return end

    task = asyncio.create_task(service())
    await asyncio.wait({task})
    assert await end_of(asyncio.create_task(stop(task))) is None, "stop should return None"
    task.exception()


test_stop_takes_a_task_that_has_ended.cases = {"by a result": (1,), "by an error": (OSError(),)}


async def test_who_stops_can_be_cancelled():
    """A cancellation of the one that waits in `stop` is not the one of the task: it must not be swallowed."""
    may_end = asyncio.Event()
    log = []

    async def service():
        try:
            await forever()
        finally:
            while not may_end.is_set():
                try:
                    await may_end.wait()
                except asyncio.CancelledError:
                    pass

    async def shut_down():
        await stop(task)
        log.append("went on")

    task = asyncio.create_task(service())
    await settle()
    stopping = asyncio.create_task(shut_down())
    await settle()
    stopping.cancel()
    await settle()
    may_end.set()
    assert await end_of(stopping) == "cancelled"
    assert log == []
    await end_of(task)
