from itertools import count

from peekable_iterator import Peekable


class Source:
    """An iterator that counts the items read, and does not like to be asked again after its end."""

    def __init__(self, *items):
        self.items = list(items)
        self.read = 0
        self.ended = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.read == len(self.items):
            self.ended = True
            raise StopIteration
        self.read += 1
        return self.items[self.read - 1]


def even(number):
    return number % 2 == 0


def test_is_an_iterator_over_the_same_items(items):
    """Whoever does not look ahead notices no difference, whatever the items are."""
    it = Peekable(items)
    assert iter(it) is it, "iter() of an iterator is the iterator itself"
    assert list(it) == list(items)
    assert list(it) == []


test_is_an_iterator_over_the_same_items.cases = {
    "numbers": ([1, 2, 3],), "nothing": ([],), "false ones": ([0, None, "", False],), "text": ("abc",),
}


def test_peek_takes_nothing():
    """Looking twice shows the same item, and it is still the next one."""
    it = Peekable("ab")
    assert [it.peek(), it.peek(), next(it), it.peek(), next(it)] == ["a", "a", "a", "b", "b"]


def test_peek_shows_items_that_are_false(item):
    """`None` and `0` are items like any other, and not the sign that there is none."""
    it = Peekable([item, "next"])
    assert it.peek("default") == item
    assert bool(it), "there is a next item"
    assert list(it) == [item, "next"]


test_peek_shows_items_that_are_false.cases = {
    "none": (None,), "zero": (0,), "empty": ("",), "dots": (...,), "NotImplemented": (NotImplemented,),
}


def test_peek_at_the_end():
    """At the end there is nothing to show: an error says so, and not `StopIteration`, which would end a
    loop or a generator around it in silence."""
    for it in (Peekable([]), Peekable("a")):
        list(it)
        try:
            shown = it.peek()
        except LookupError:
            continue
        except StopIteration:
            raise AssertionError("LookupError should be raised, not StopIteration") from None
        raise AssertionError(f"LookupError should be raised, but {shown!r} was returned")


def test_peek_with_a_default(default):
    """A default stands for what is not there, `None` too; it is not given out as an item afterwards."""
    it = Peekable([])
    assert it.peek(default) == default
    assert list(it) == []


test_peek_with_a_default.cases = {"none": (None,), "zero": (0,), "text": ("end",)}


def test_truth():
    """True as long as there is a next item; to ask does not take it."""
    it = Peekable([0, 0])
    seen = []
    while it:
        seen.append(next(it))
    assert seen == [0, 0]
    assert bool(Peekable([])) is False


def test_reads_nothing_too_early():
    """The source may be a terminal or a socket: reading waits for somebody who wants the item."""
    source = Source(1, 2, 3)
    it = Peekable(source)
    reads = [source.read]
    for action in (lambda: next(it), it.peek, it.peek, lambda: bool(it), lambda: next(it)):
        action()
        reads.append(source.read)
    assert reads == [0, 1, 2, 2, 2, 2]


def test_takes_an_endless_source():
    """What never ends cannot be made a list first."""
    it = Peekable(count())
    assert list(it.take_while(lambda number: number < 3)) == [0, 1, 2]
    assert next(it) == 3


def test_take_while_leaves_the_item_that_ends_it():
    """The first item that does not fit begins what comes next, and must not be lost."""
    it = Peekable([2, 4, 5, 6])
    assert list(it.take_while(even)) == [2, 4]
    assert list(it) == [5, 6]


def test_take_while_of_nothing():
    """If the first item does not fit, or there is none, nothing is taken."""
    it = Peekable([1, 2])
    assert list(it.take_while(even)) == []
    assert it.peek() == 1
    assert list(Peekable([]).take_while(even)) == []


def test_take_while_to_the_end():
    """At the end of the source the run ends too, without an error."""
    it = Peekable([2, 4])
    assert list(it.take_while(even)) == [2, 4]
    assert not it, "everything was taken"


def test_take_while_is_lazy():
    """To call it reads nothing, and each item is taken when it is asked for, not earlier."""
    source = Source(2, 4, 6)
    it = Peekable(source)
    run = it.take_while(even)
    assert source.read == 0
    assert next(run) == 2
    assert source.read == 1
    assert next(it) == 4
    assert list(run) == [6]


def test_a_run_may_be_left():
    """Whoever stops in the middle of a run leaves the rest of it where it is."""
    it = Peekable([2, 4, 6, 7])
    for number in it.take_while(even):
        if number == 4:
            break
    assert list(it) == [6, 7]


def test_asks_the_predicate_once_for_each_item():
    """A predicate may count or print: it is asked in order, once for each item it decides on."""
    asked = []

    def predicate(item):
        asked.append(item)
        return item < 3

    list(Peekable([1, 2, 3, 4]).take_while(predicate))
    assert asked == [1, 2, 3]


def test_an_error_of_the_source_passes():
    """An error while looking ahead is the caller's to see: it is not the end of the items."""
    def broken():
        yield 1
        raise KeyError("broken")

    it = Peekable(broken())
    next(it)
    try:
        it.peek("default")
    except KeyError as error:
        assert error.args == ("broken",)
    else:
        raise AssertionError("the KeyError of the source should pass, default or not")


def test_an_error_of_the_source_is_not_the_end():
    """`bool` must not take an error for the end: a `while` loop would stop as if all were well."""
    def broken():
        raise OSError("unplugged")
        yield

    try:
        truth = bool(Peekable(broken()))
    except OSError:
        return
    raise AssertionError(f"the OSError of the source should pass, but bool() was {truth}")
