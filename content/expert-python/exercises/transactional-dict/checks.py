import time

from transactional_dict import Store


class Stop(Exception):
    pass


def aborted(store, change, error=Stop):
    """Makes the change in a transaction which an exception ends."""
    try:
        with store.transaction() as transaction:
            change(store)
            raise error
    except error:
        return transaction
    raise AssertionError("the exception should leave the block")


def test_is_a_dictionary():
    """Without transactions it does what a dictionary does."""
    store = Store(a=1)
    store["b"] = None
    store.update(c=3)
    assert (store["a"], store.get("b", 5), store.get("x", 5), "b" in store) == (1, None, 5, True)
    assert (store.pop("a"), store.setdefault("d", 4), len(store)) == (1, 4, 3)
    assert list(store.items()) == [("b", None), ("c", 3), ("d", 4)]
    store.clear()
    assert list(store) == []


def test_a_missing_key_is_a_key_error():
    """Reading, deleting and popping what is not there fail as they do for any dictionary."""
    store = Store()
    for access in (lambda: store["a"], lambda: store.__delitem__("a"), lambda: store.pop("a")):
        try:
            access()
        except KeyError:
            continue
        raise AssertionError("KeyError should be raised")
    assert store.pop("a", 7) == 7


def test_keeps_changes():
    """A block that comes to its end has changed the store for good."""
    store = Store(a=1, b=2)
    with store.transaction():
        store["a"] = 10
        del store["b"]
        store["c"] = 3
    assert list(store.items()) == [("a", 10), ("c", 3)]


def test_takes_back(change):
    """Whatever way a change was made, it is gone with all others, order included."""
    store = Store(a=1, b=None, c=3)
    aborted(store, change)
    assert list(store.items()) == [("a", 1), ("b", None), ("c", 3)]


def move(store):
    store["a"] = store.pop("a")


def twice(store):
    for value in range(3):
        store["a"] = value
        store["new"] = value


def delete_a_new_key(store):
    store["d"] = 1
    del store["d"]
    store["c"] = 0


test_takes_back.cases = {
    "assigned": (lambda store: store.__setitem__("a", 5),),
    "a new key": (lambda store: store.__setitem__("d", 5),),
    "deleted": (lambda store: store.__delitem__("a"),),
    "deleted with none": (lambda store: store.__delitem__("b"),),
    "popped": (lambda store: store.pop("c"),),
    "updated": (lambda store: store.update(a=2, d=4),),
    "set by default": (lambda store: store.setdefault("d", 4),),
    "cleared": (lambda store: store.clear(),),
    "moved to the end": (move,),
    "changed again and again": (twice,),
    "a new key deleted": (delete_a_new_key,),
    "nothing": (lambda store: None,),
}


def test_any_exception_takes_back(error):
    """Whoever is interrupted in the middle has not finished: it is no matter of `Exception`."""
    store = Store(a=1)
    aborted(store, lambda store: store.update(a=2), error)
    assert store["a"] == 1


test_any_exception_takes_back.cases = {
    "ordinary": (ValueError,),
    "interrupted": (KeyboardInterrupt,),
    "generator exit": (GeneratorExit,),
}


def test_sees_its_own_changes():
    """Inside of the block a read sees what was written there."""
    store = Store(a=1, b=2)
    with store.transaction():
        store["a"] = 10
        del store["b"]
        seen = (store["a"], "b" in store, len(store), list(store))
    assert seen == (10, False, 1, ["a"])


def test_an_inner_one_is_taken_back_alone():
    """The outer transaction goes on with the changes from before the inner one."""
    store = Store(a=1)
    with store.transaction():
        store["a"] = 2
        aborted(store, lambda store: store.update(a=3, b=3))
        inside = dict(store.items())
        store["c"] = 4
    assert (inside, dict(store.items())) == ({"a": 2}, {"a": 2, "c": 4})


def test_an_inner_one_goes_with_the_outer_one():
    """A transaction inside of another is only kept for sure when the outer one is."""
    store = Store(a=1)

    def change(store):
        with store.transaction():
            store["a"] = 2
            with store.transaction():
                store["b"] = 3
        store["a"] = 4

    aborted(store, change)
    assert dict(store.items()) == {"a": 1}


def test_rollback_goes_on():
    """`rollback` goes back to the begin of the block, and what comes afterwards counts."""
    store = Store(a=1)
    with store.transaction() as transaction:
        store["a"] = 2
        store["b"] = 2
        transaction.rollback()
        between = dict(store.items())
        store["c"] = 3
        transaction.rollback()
        transaction.rollback()
        store["d"] = 4
    assert (between, dict(store.items())) == ({"a": 1}, {"a": 1, "d": 4})


def test_rollback_and_then_an_exception():
    """An exception after a rollback takes back what came after it."""
    store = Store(a=1)
    try:
        with store.transaction() as transaction:
            store["a"] = 2
            transaction.rollback()
            store["a"] = 3
            raise Stop
    except Stop:
        pass
    assert dict(store.items()) == {"a": 1}


def test_rollback_of_the_outer_one_inside_of_the_inner_one():
    """What the inner block changed came later, and goes as well; both blocks go on."""
    store = Store(a=1)
    with store.transaction() as outer:
        store["a"] = 2
        with store.transaction() as inner:
            store["b"] = 3
            outer.rollback()
            between = dict(store.items())
            store["c"] = 4
            inner.rollback()
            after_inner = dict(store.items())
            store["d"] = 5
    assert (between, after_inner, dict(store.items())) == ({"a": 1}, {"a": 1}, {"a": 1, "d": 5})


def test_rollback_afterwards():
    """Once a block is over its changes cannot be told from others: that is an error, not a guess."""
    store = Store(a=1)
    with store.transaction() as kept:
        store["a"] = 2
    for transaction in (kept, aborted(store, lambda store: None)):
        try:
            transaction.rollback()
        except RuntimeError:
            continue
        raise AssertionError("RuntimeError should be raised")
    assert store["a"] == 2


def test_depth():
    """Open transactions are counted, and closed ones are not, however they ended."""
    store = Store()
    seen = [store.depth]
    with store.transaction():
        seen.append(store.depth)
        aborted(store, lambda store: seen.append(store.depth))
        seen.append(store.depth)
    assert seen + [store.depth] == [0, 1, 2, 1, 0]


def test_stores_do_not_mix():
    """Each store has transactions of its own."""
    one, other = Store(a=1), Store(a=1)
    try:
        with one.transaction():
            one["a"] = other["a"] = 2
            assert other.depth == 0
            raise Stop
    except Stop:
        pass
    assert (one["a"], other["a"]) == (1, 2)


def ratio_of_times(small, large, enough):
    """How much longer `large` takes. The fastest of a few rounds counts: a busy machine makes rounds slower, none faster."""
    fastest = [float("inf"), float("inf")]
    for _ in range(8):
        for at, work in enumerate((small, large)):
            begin = time.perf_counter()
            work()
            fastest[at] = min(fastest[at], time.perf_counter() - begin)
        if fastest[1] < enough * fastest[0]:
            break
    return fastest[1] / fastest[0]


def test_costs_what_the_changes_cost(end):
    """A copy of the whole store for each transaction makes small changes of large stores dear."""
    def changes_in(size):
        store = Store()
        store.update((number, number) for number in range(size))

        def change():
            for _ in range(20):
                try:
                    with store.transaction():
                        store[0] = "changed"
                        if end == "taken back":
                            raise Stop
                except Stop:
                    pass

        return change

    ratio = ratio_of_times(changes_in(300), changes_in(9_000), 6)
    assert ratio < 6, f"in a store that is 30 times as large it takes {ratio:.0f} times as long"


test_costs_what_the_changes_cost.cases = {"kept": ("kept",), "taken back": ("taken back",)}
