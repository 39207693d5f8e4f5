import gc
import weakref
from dataclasses import dataclass

from weak_event_bus import EventBus


class Listener:
    def __init__(self, seen, name="listener"):
        self.seen = seen
        self.name = name

    def hear(self, *args, **kwargs):
        self.seen.append((self.name, args, kwargs))


def test_calls_a_bound_method():
    """A bound method is made anew each time it is read: it lives as long as its object does."""
    seen = []
    bus, listener = EventBus(), Listener(seen)
    bus.subscribe("saved", listener.hear)
    gc.collect()
    assert bus.publish("saved", 1, by="me") == []
    assert seen == [("listener", (1,), {"by": "me"})]


def test_calls_a_function():
    """Functions are handlers too."""
    seen = []

    def handler(number):
        seen.append(number)

    bus = EventBus()
    bus.subscribe("saved", handler)
    bus.publish("saved", 1)
    assert seen == [1]


def test_topics_do_not_mix():
    """Only those who subscribed to the topic are called; a topic that nobody knows calls nobody."""
    seen = []
    bus, listener = EventBus(), Listener(seen)
    bus.subscribe("saved", listener.hear)
    assert bus.publish("deleted") == []
    assert (seen, bus.count("deleted"), bus.count("saved")) == ([], 0, 1)


def test_buses_do_not_mix():
    """Each bus has subscriptions of its own."""
    seen = []
    one, other, listener = EventBus(), EventBus(), Listener(seen)
    one.subscribe("saved", listener.hear)
    other.publish("saved")
    assert seen == []


def test_keeps_the_order():
    """Handlers are called in the order in which they subscribed."""
    seen = []
    bus = EventBus()
    listeners = [Listener(seen, number) for number in range(5)]
    for listener in listeners:
        bus.subscribe("saved", listener.hear)
    bus.publish("saved")
    assert [name for name, _, _ in seen] == [0, 1, 2, 3, 4]


def test_keeps_no_listener_alive():
    """When the last one who needs a listener lets go of it, it is gone, and nobody calls it."""
    seen = []
    bus, listener = EventBus(), Listener(seen)
    bus.subscribe("saved", listener.hear)
    alive = weakref.ref(listener)
    del listener
    gc.collect()
    assert alive() is None, "the bus keeps the listener alive"
    assert bus.publish("saved") == []
    assert seen == []


def test_the_way_to_unsubscribe_keeps_nobody_alive():
    """The function that `subscribe` returns may be kept for long: it must not hold the listener either."""
    bus, listener = EventBus(), Listener([])
    end = bus.subscribe("saved", listener.hear)
    alive = weakref.ref(listener)
    del listener
    gc.collect()
    assert alive() is None, "the returned function keeps the listener alive"
    end()
    assert bus.count("saved") == 0


def test_keeps_no_function_alive():
    """A function that only the bus knows is gone as well."""
    seen = []
    bus = EventBus()

    def subscribe():
        def handler():
            seen.append(1)

        bus.subscribe("saved", handler)
        bus.publish("saved")

    subscribe()
    gc.collect()
    bus.publish("saved")
    assert seen == [1]
    assert bus.count("saved") == 0


def test_counts_the_living():
    """A subscription whose handler is gone does not count, even before anything is published."""
    bus = EventBus()
    listeners = [Listener([]) for _ in range(3)]
    for listener in listeners:
        bus.subscribe("saved", listener.hear)
    assert bus.count("saved") == 3
    del listeners[1:], listener
    gc.collect()
    assert bus.count("saved") == 1


def test_keeps_nothing_of_the_dead():
    """Thousands of short-lived listeners must not leave a reference each behind."""
    bus = EventBus()
    stay = Listener([])
    bus.subscribe("saved", stay.hear)

    def pass_by(times):
        for _ in range(times):
            bus.subscribe("saved", Listener([]).hear)
        bus.publish("saved")
        gc.collect()
        return len(gc.get_objects())

    pass_by(50)
    before = pass_by(50)
    after = pass_by(1_000)
    assert after - before < 200, f"{after - before} objects are left of 1000 listeners that are gone"


def test_one_that_fails_does_not_stop_the_others():
    """All are called, and the publisher hears of every failure."""
    seen = []
    first, last = ValueError("first"), KeyError("last")

    def fails():
        raise first

    def fails_too():
        raise last

    bus, listener = EventBus(), Listener(seen)
    bus.subscribe("saved", fails)
    bus.subscribe("saved", listener.hear)
    bus.subscribe("saved", fails_too)
    assert bus.publish("saved") == [first, last]
    assert len(seen) == 1


def test_an_interrupt_is_no_failure():
    """`KeyboardInterrupt` must stop the program, and not be collected in a list."""
    def interrupt():
        raise KeyboardInterrupt

    bus = EventBus()
    bus.subscribe("saved", interrupt)
    try:
        bus.publish("saved")
    except KeyboardInterrupt:
        return
    raise AssertionError("the KeyboardInterrupt should pass")


def test_unsubscribes():
    """The returned function ends this subscription; to call it again does nothing."""
    seen = []
    bus, one, other = EventBus(), Listener(seen, "one"), Listener(seen, "other")
    end = bus.subscribe("saved", one.hear)
    bus.subscribe("saved", other.hear)
    end()
    end()
    bus.publish("saved")
    assert [name for name, _, _ in seen] == ["other"]
    assert bus.count("saved") == 1


def test_each_subscription_counts():
    """Who subscribed twice is called twice, and ends one of the two at a time."""
    seen = []
    bus, listener = EventBus(), Listener(seen)
    end = bus.subscribe("saved", listener.hear)
    bus.subscribe("saved", listener.hear)
    bus.publish("saved")
    assert len(seen) == 2
    end()
    end()
    bus.publish("saved")
    assert len(seen) == 3


def test_several_methods_of_one_object():
    """An object may listen with more than one method."""
    seen = []

    class Both(Listener):
        def other(self):
            self.seen.append("other")

    bus, listener = EventBus(), Both(seen)
    bus.subscribe("saved", listener.hear)
    bus.subscribe("saved", listener.other)
    bus.publish("saved")
    assert seen == [("listener", (), {}), "other"]


def test_listeners_may_be_unhashable_and_equal():
    """A dataclass compares by its fields and has no hash: the bus must ask for neither."""
    @dataclass
    class Point:
        x: int

        def hear(self, seen):
            seen.append(id(self))

    seen = []
    bus, one, other = EventBus(), Point(1), Point(1)
    bus.subscribe("moved", one.hear)
    bus.subscribe("moved", other.hear)
    assert bus.publish("moved", seen) == []
    assert seen == [id(one), id(other)]


def test_who_subscribes_during_a_publication_waits():
    """A handler that subscribes another one must not make the publication longer, or endless."""
    seen = []
    bus, late = EventBus(), Listener(seen, "late")

    def handler():
        bus.subscribe("saved", late.hear)

    bus.subscribe("saved", handler)
    bus.publish("saved")
    assert seen == []
    bus.publish("saved")
    assert len(seen) == 1


def test_who_is_unsubscribed_during_a_publication_is_not_called():
    """After `end()` has returned its handler is not called any more, not even by what is going on."""
    seen = []
    bus, later = EventBus(), Listener(seen)

    def handler():
        end()

    bus.subscribe("saved", handler)
    end = bus.subscribe("saved", later.hear)
    bus.publish("saved")
    assert seen == []


def test_may_end_its_own_subscription():
    """A handler that listens once ends its subscription while it is called; its neighbor is not skipped."""
    seen = []
    bus, neighbor = EventBus(), Listener(seen, "neighbor")

    def once():
        seen.append("once")
        end()

    end = bus.subscribe("saved", once)
    bus.subscribe("saved", neighbor.hear)
    bus.publish("saved")
    bus.publish("saved")
    assert [each if each == "once" else each[0] for each in seen] == ["once", "neighbor", "neighbor"]


def test_who_dies_during_a_publication_is_not_called():
    """A listener that an earlier handler lets go of is gone when its turn comes."""
    seen = []
    bus, listeners = EventBus(), [Listener(seen)]

    def handler():
        listeners.clear()
        gc.collect()

    bus.subscribe("saved", handler)
    bus.subscribe("saved", listeners[0].hear)
    assert bus.publish("saved") == []
    assert seen == []


def test_may_publish_from_a_handler():
    """A publication within a publication calls everyone as usual."""
    seen = []
    bus, listener = EventBus(), Listener(seen)

    def handler(depth):
        if depth:
            bus.publish("saved", depth - 1)

    bus.subscribe("saved", handler)
    bus.subscribe("saved", listener.hear)
    bus.publish("saved", 2)
    assert [args for _, args, _ in seen] == [(0,), (1,), (2,)]
