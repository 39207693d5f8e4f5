import threading

from read_write_lock import ReadWriteLock

# An answer that is there ends the wait for it at once; only what never comes takes the whole time.
LONG = 2
# So long it is watched that something does not happen.
SHORT = 0.08


class Visitor:
    """A thread that enters when it is started and leaves when it is let go."""

    def __init__(self, enter, error=None):
        self.enter = enter
        self.error = error
        self.raised = None
        self.inside = threading.Event()
        self.may_leave = threading.Event()
        self.thread = threading.Thread(target=self.visit, daemon=True)
        self.thread.start()

    def visit(self):
        try:
            with self.enter():
                self.inside.set()
                self.may_leave.wait()
                if self.error:
                    raise self.error
        except BaseException as error:
            self.raised = error

    def is_in(self):
        return self.inside.wait(LONG)

    def stays_out(self):
        return not self.inside.wait(SHORT)

    def leave(self):
        self.may_leave.set()
        self.thread.join(LONG)
        assert not self.thread.is_alive(), "a thread cannot leave the lock"


def test_readers_share():
    """Readers do each other no harm: three are inside at the same time."""
    lock = ReadWriteLock()
    readers = [Visitor(lock.read) for _ in range(3)]
    assert all(reader.is_in() for reader in readers), "a reader waits for other readers"
    for reader in readers:
        reader.leave()


def test_a_writer_keeps_others_out(kind):
    """Whoever writes is alone."""
    lock = ReadWriteLock()
    writer = Visitor(lock.write)
    assert writer.is_in(), "the lock is free, and yet a writer waits"
    other = Visitor(getattr(lock, kind))
    assert other.stays_out(), "it came in beside a writer"
    writer.leave()
    assert other.is_in(), "it was not let in after the writer had left"
    other.leave()


test_a_writer_keeps_others_out.cases = {"readers": ("read",), "writers": ("write",)}


def test_readers_keep_a_writer_out():
    """A writer waits for *all* readers, not only for the first that leaves."""
    lock = ReadWriteLock()
    first, second = Visitor(lock.read), Visitor(lock.read)
    assert first.is_in() and second.is_in(), "a reader waits for other readers"
    writer = Visitor(lock.write)
    assert writer.stays_out(), "a writer came in beside two readers"
    first.leave()
    assert writer.stays_out(), "a writer came in beside a reader"
    second.leave()
    assert writer.is_in(), "the writer was not let in after the last reader had left"
    writer.leave()


def test_a_reader_may_leave_in_any_order():
    """The reader that came first need not leave last, nor in the order of entry."""
    lock = ReadWriteLock()
    readers = [Visitor(lock.read) for _ in range(3)]
    assert all(reader.is_in() for reader in readers), "a reader waits for other readers"
    for at in (1, 0, 2):
        readers[at].leave()
    writer = Visitor(lock.write)
    assert writer.is_in(), "no reader is left, and yet a writer waits"
    writer.leave()


def test_a_waiting_writer_comes_to_its_turn():
    """Readers that come while a writer waits wait too; else readers that overlap would keep it out for ever."""
    lock = ReadWriteLock()
    early = Visitor(lock.read)
    assert early.is_in(), "the lock is free, and yet a reader waits"
    writer = Visitor(lock.write)
    assert writer.stays_out(), "a writer came in beside a reader"
    late = Visitor(lock.read)
    assert late.stays_out(), "a reader overtook a writer that was waiting"
    early.leave()
    assert writer.is_in(), "the writer was not let in"
    assert late.stays_out(), "a reader came in beside a writer"
    writer.leave()
    assert late.is_in(), "the reader was not let in after the writer"
    late.leave()


def test_all_waiting_readers_go_on():
    """After a writer every waiting reader goes on, and they share again: waking one of them is not enough."""
    lock = ReadWriteLock()
    writer = Visitor(lock.write)
    assert writer.is_in(), "the lock is free, and yet a writer waits"
    readers = [Visitor(lock.read) for _ in range(3)]
    assert all(reader.stays_out() for reader in readers), "a reader came in beside a writer"
    writer.leave()
    assert all(reader.is_in() for reader in readers), "a waiting reader was forgotten"
    for reader in readers:
        reader.leave()


def test_every_waiting_writer_comes_to_its_turn():
    """Writers that wait together go on one after another, and none is forgotten, nor a reader among them."""
    lock = ReadWriteLock()
    first = Visitor(lock.read)
    assert first.is_in(), "the lock is free, and yet a reader waits"
    waiting = [Visitor(lock.write), Visitor(lock.write)]
    assert waiting[0].stays_out() and waiting[1].stays_out(), "a writer came in beside a reader"
    waiting.append(Visitor(lock.read))
    first.leave()
    arrived = threading.Event()

    def serve():
        for visitor in waiting:
            visitor.may_leave.set()
        for visitor in waiting:
            visitor.thread.join()
        arrived.set()

    threading.Thread(target=serve, daemon=True).start()
    assert arrived.wait(LONG), "somebody waits although the lock is free"


def test_an_exception_gives_the_lock_back(kind):
    """A failure inside must not lock everybody out, and it is not the lock's business to hide it."""
    lock = ReadWriteLock()
    error = KeyError("price")
    visitor = Visitor(getattr(lock, kind), error)
    assert visitor.is_in(), "the lock is free, and yet somebody waits"
    visitor.leave()
    assert visitor.raised is error, "the exception should pass"
    writer = Visitor(lock.write)
    assert writer.is_in(), "the lock was not given back"
    writer.leave()


test_an_exception_gives_the_lock_back.cases = {"reading": ("read",), "writing": ("write",)}


def test_each_use_is_one_of_its_own():
    """The lock is used again and again, and two locks have nothing to do with each other."""
    one, other = ReadWriteLock(), ReadWriteLock()
    for _ in range(3):
        with one.write():
            with other.write():
                pass
        with one.read():
            with other.read():
                pass
    writer = Visitor(one.write)
    assert writer.is_in(), "somebody is still counted as being inside"
    writer.leave()


def test_writers_do_not_mix():
    """Four threads that write and read at random moments never see a half-written table."""
    lock = ReadWriteLock()
    table = [0, 0]
    seen = []

    def write():
        for _ in range(60):
            with lock.write():
                table[0] += 1
                threading.Event().wait(0)
                table[1] += 1

    def read():
        for _ in range(60):
            with lock.read():
                first = table[0]
                threading.Event().wait(0)
                seen.append(first == table[1])

    threads = [threading.Thread(target=work, daemon=True) for work in (write, read, write, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    assert table == [120, 120]
    assert all(seen), "a reader saw a table that was being written"
