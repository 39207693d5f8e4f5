import gc
import sys
import threading
import weakref

from lazy_attribute import lazy


def counted(result=7):
    """A class with a lazy attribute, and the list of instances for which it was computed."""
    calls = []

    class Thing:
        @lazy
        def value(self):
            """What it is worth."""
            calls.append(self)
            if isinstance(result, Exception) and len(calls) == 1:
                raise result
            return result

    return Thing, calls


def test_computes_once(value):
    """The first reading computes, every other one finds what was kept, also a value that is false."""
    Thing, calls = counted(value)
    thing = Thing()
    assert [thing.value, thing.value, thing.value] == [value] * 3
    assert len(calls) == 1


test_computes_once.cases = {"a number": (7,), "none": (None,), "empty": ([],)}


def test_computes_nothing_unless_it_is_read():
    """Lazy means that an instance that nobody asks costs nothing."""
    Thing, calls = counted()
    thing = Thing()
    assert vars(thing).get("value", "nothing") == "nothing"
    assert calls == []


def test_instances_do_not_mix():
    """The value belongs to the instance: the descriptor is one for all of them."""
    class Square:
        def __init__(self, side):
            self.side = side

        @lazy
        def area(self):
            return self.side**2

    two, three = Square(2), Square(3)
    assert [two.area, three.area, two.area] == [4, 9, 4]


def test_a_kept_value_is_a_plain_attribute():
    """A non-data descriptor loses against the instance's dictionary: after the first reading it is not asked any more."""
    Thing, _ = counted(7)
    thing = Thing()
    assert thing.value == 7
    assert vars(thing).get("value") == 7
    vars(thing)["value"] = 8
    assert thing.value == 8
    assert not hasattr(type(vars(Thing)["value"]), "__set__"), "`__set__` makes each reading call code"


def test_can_be_assigned():
    """Assigning before or after the first reading replaces the value, without computing it."""
    Thing, calls = counted()
    thing = Thing()
    thing.value = 1
    assert thing.value == 1
    assert calls == []


def test_can_be_deleted():
    """`del` forgets the value, and the next reading computes it anew."""
    Thing, calls = counted()
    thing = Thing()
    assert thing.value == 7
    del thing.value
    assert thing.value == 7
    assert len(calls) == 2


def test_an_error_is_not_kept():
    """A query that failed once is tried again by the next reader."""
    error = OSError("no connection")
    Thing, calls = counted(error)
    thing = Thing()
    raised = None
    try:
        thing.value
    except OSError as caught:
        raised = caught
    assert raised is error, "the first reading should raise the function's own error"
    assert thing.value is error, "the second reading should try again"
    assert len(calls) == 2


def test_is_the_descriptor_on_the_class():
    """Tools that document a class read its attributes: they want the descriptor and its text, not an error."""
    Thing, calls = counted()
    assert Thing.value is vars(Thing)["value"], "read on the class it should be the descriptor"
    assert Thing.value.__doc__ == "What it is worth."
    assert calls == []


def test_has_the_name_of_the_class_body():
    """`__set_name__` tells under which name to keep the value; the function may be called otherwise."""
    class Thing:
        size = lazy(lambda self: 3)
        weight = lazy(lambda self: 5)

    thing = Thing()
    assert (thing.size, thing.weight) == (3, 5)
    assert vars(thing).get("size") == 3
    assert vars(thing).get("weight") == 5


def test_reads_another_one():
    """One lazy attribute may be made of another: the thread that computes must not wait for itself."""
    class Order:
        @lazy
        def total(self):
            return self.net + 1

        @lazy
        def net(self):
            return 9

    done = []
    thread = threading.Thread(target=lambda: done.append(Order().total), daemon=True)
    thread.start()
    thread.join(1)
    assert done == [10]


def test_a_subclass_can_ask_its_base():
    """`super().area` finds the base's descriptor, which must not store its value where the subclass looks for its own."""
    class Base:
        @lazy
        def area(self):
            return 10

    class Doubled(Base):
        @lazy
        def area(self):
            return 2 * super().area

    doubled = Doubled()
    assert [doubled.area, doubled.area, Base().area] == [20, 20, 10]


def test_super_later_does_not_disturb():
    """Also when the base is asked after the subclass has its value."""
    class Base:
        @lazy
        def area(self):
            return 10

    class Fixed(Base):
        @lazy
        def area(self):
            return 3

        def base_area(self):
            return super().area

    fixed = Fixed()
    assert [fixed.area, fixed.base_area(), fixed.area] == [3, 10, 3]


def test_unhashable_instances():
    """A dictionary of all instances would need their hashes; many classes with `__eq__` have none."""
    class Point:
        __hash__ = None

        def __eq__(self, other):
            return True

        @lazy
        def value(self):
            return object()

    one, other = Point(), Point()
    assert one.value is one.value, "the value should be computed once"
    assert one.value is not other.value, "equal instances should have values of their own"


def test_keeps_nobody_alive():
    """A cache in the descriptor lives as long as the class does, and so would each instance."""
    Thing, calls = counted()
    thing = Thing()
    assert thing.value == 7
    gone = weakref.ref(thing)
    calls.clear()
    del thing
    gc.collect()
    assert gone() is None, "the instance is still alive"


class Gate:
    """A function that waits in the middle, and lets the check see that it has begun."""

    def __init__(self, *results):
        self.results = list(results)
        self.begun = threading.Semaphore(0)
        self.may_end = threading.Event()
        self.calls = 0

    def __call__(self, instance):
        self.calls += 1
        result = self.results.pop(0)
        self.begun.release()
        assert self.may_end.wait(2), "the gate was never opened"
        if isinstance(result, Exception):
            raise result
        return result


def reader(thing, found):
    def read():
        try:
            found.append(thing.value)
        except OSError:
            found.append("failed")

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread


def test_threads_compute_once():
    """Who comes while another thread computes waits for that value, and does not compute a second one."""
    gate, found = Gate(1, 2, 3), []
    Thing = type("Thing", (), {"value": lazy(gate)})
    thing = Thing()
    threads = [reader(thing, found)]
    assert gate.begun.acquire(timeout=1), "the first reader did not begin"
    threads += [reader(thing, found) for _ in range(2)]
    second = gate.begun.acquire(timeout=0.1)
    gate.may_end.set()
    for thread in threads:
        thread.join(1)
    assert not second, "a second thread began to compute"
    assert found == [1, 1, 1]


def test_instances_do_not_wait_for_one_another():
    """A lock in the descriptor would make a thousand independent instances wait for one slow query."""
    gate, found = Gate(1, 2), []
    Thing = type("Thing", (), {"value": lazy(gate)})
    threads = [reader(Thing(), found)]
    assert gate.begun.acquire(timeout=1), "the first reader did not begin"
    threads.append(reader(Thing(), found))
    both = gate.begun.acquire(timeout=1)
    gate.may_end.set()
    for thread in threads:
        thread.join(1)
    assert both, "the second instance waited for the first one"
    assert sorted(found) == [1, 2]


def test_who_waited_tries_again_after_an_error():
    """The error belongs to the thread that computed: the one that waited has not tried yet."""
    gate, found = Gate(OSError("no"), 5), []
    Thing = type("Thing", (), {"value": lazy(gate)})
    thing = Thing()
    threads = [reader(thing, found)]
    assert gate.begun.acquire(timeout=1), "the first reader did not begin"
    threads.append(reader(thing, found))
    gate.may_end.set()
    for thread in threads:
        thread.join(1)
    assert sorted(map(str, found)) == ["5", "failed"]
    assert gate.calls == 2


def test_many_threads_many_times():
    """However the threads fall over one another, even the instance's lock must be made only once."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(60):
            calls = []
            Thing = type("Thing", (), {"value": lazy(lambda self, calls=calls: calls.append(1) or [])})
            thing, found = Thing(), []
            start = threading.Barrier(4)

            def read(thing=thing, found=found, start=start):
                start.wait(2)
                found.append(thing.value)

            threads = [threading.Thread(target=read, daemon=True) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(2)
            assert len(calls) == 1, f"it was computed {len(calls)} times"
            assert len({id(value) for value in found}) == 1, "the threads got different values"
    finally:
        sys.setswitchinterval(interval)
