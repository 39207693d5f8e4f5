import copy
import gc
import weakref
from decimal import Decimal

from validated_fields import Bounded, Typed


class Item:
    name = Typed(str)
    count = Bounded(int, low=0, high=100, default=1)
    price = Bounded((int, float), low=0)
    note = Typed((str, type(None)), default=None)


def refused(error, call):
    """The message of the error that the call must raise."""
    try:
        call()
    except error as raised:
        return str(raised)
    raise AssertionError(f"{error.__name__} should be raised")


def test_stores_a_value():
    """What was set is read again."""
    item = Item()
    item.name, item.count = "tea", 5
    assert (item.name, item.count) == ("tea", 5)


def test_instances_have_values_of_their_own():
    """A descriptor exists once for the class: what it stores on itself is common to all instances."""
    one, other = Item(), Item()
    one.name, other.name = "one", "other"
    one.count = 7
    assert (one.name, other.name, one.count, other.count) == ("one", "other", 7, 1)


def test_refuses_another_type(value):
    """Only instances of the type are accepted, subclasses too."""
    item = Item()
    assert "name" in refused(TypeError, lambda: setattr(item, "name", value))


test_refuses_another_type.cases = {"int": (1,), "none": (None,), "bytes": (b"tea",)}


def test_accepts_subclasses():
    """An instance of a subclass is an instance."""
    class Text(str):
        pass

    item = Item()
    item.name = Text("tea")
    assert type(item.name) is Text


def test_a_bool_is_no_number():
    """`isinstance(True, int)` holds, yet a count of `True` is a mistake."""
    item = Item()
    refused(TypeError, lambda: setattr(item, "count", True))
    refused(TypeError, lambda: setattr(item, "price", False))


def test_a_bool_where_it_is_named(kind):
    """Who names `bool`, alone or among others, or takes any object, gets it."""
    class Switch:
        on = Typed(kind)

    switch = Switch()
    switch.on = True
    assert switch.on is True


test_a_bool_where_it_is_named.cases = {
    "bool": (bool,), "among others": ((str, bool),), "any object": (object,),
}


def test_stays_within_the_bounds(value):
    """Both bounds are included."""
    item = Item()
    item.count = value
    assert item.count == value


test_stays_within_the_bounds.cases = {"low": (0,), "middle": (50,), "high": (100,)}


def test_refuses_what_is_out_of_bounds(field, value):
    """The error is a `ValueError`, for the type is right, and names the attribute."""
    item = Item()
    assert field in refused(ValueError, lambda: setattr(item, field, value))


test_refuses_what_is_out_of_bounds.cases = {
    "below": ("count", -1),
    "above": ("count", 101),
    "below, without a high bound": ("price", -0.01),
    "not a number": ("price", float("nan")),
}


def test_not_a_number_with_one_bound(low, high):
    """Every comparison with "not a number" is false, so that it slips through "is it below, is it above"."""
    class Reading:
        value = Bounded(float, low=low, high=high)

    refused(ValueError, lambda: setattr(Reading(), "value", float("nan")))


test_not_a_number_with_one_bound.cases = {"low": (0, None), "high": (None, 0), "both": (0, 1)}


def test_a_bound_may_be_missing(low, high, value):
    """A bound that is `None` does not bind; a bound of zero does."""
    class Reading:
        value = Bounded((int, float, Decimal), low=low, high=high)

    reading = Reading()
    reading.value = value
    assert reading.value == value


test_a_bound_may_be_missing.cases = {
    "no low": (None, 10, -1_000), "no high": (0, None, 1_000), "none": (None, None, 0),
    "infinite": (0, None, float("inf")), "another type of number": (0, 1, Decimal("0.5")),
}


def test_a_bound_of_zero_binds():
    """`0` is a bound like any other, though it is false."""
    class Reading:
        depth = Bounded(int, high=0)
        height = Bounded(int, low=0)

    refused(ValueError, lambda: setattr(Reading(), "depth", 1))
    refused(ValueError, lambda: setattr(Reading(), "height", -1))


def test_bounded_checks_the_type_first():
    """A text is not below or above a number: that is a `TypeError` that names the attribute."""
    item = Item()
    assert "count" in refused(TypeError, lambda: setattr(item, "count", "5"))


def test_bounded_is_typed():
    """`Bounded` is a `Typed` with one rule more."""
    assert isinstance(Item.count, Typed), "Bounded should derive from Typed"


def test_a_refused_value_changes_nothing():
    """After an error the object is as it was before."""
    item = Item()
    item.count = 5
    refused(ValueError, lambda: setattr(item, "count", 500))
    refused(TypeError, lambda: setattr(item, "count", "5"))
    assert item.count == 5


def test_default_until_it_is_set():
    """Without a value there is the default, `None` too; after `del` it is there again."""
    item = Item()
    assert (item.count, item.note) == (1, None)
    item.count = 5
    del item.count
    assert item.count == 1


def test_a_default_is_checked(make, error):
    """A default that could not be set is a mistake of the class, told when the class is written."""
    refused(error, make)


test_a_default_is_checked.cases = {
    "type": (lambda: Typed(int, default="1"), TypeError),
    "bool": (lambda: Typed(int, default=True), TypeError),
    "none": (lambda: Typed(str, default=None), TypeError),
    "bound": (lambda: Bounded(int, low=5, default=1), ValueError),
}


def test_without_value_and_default():
    """As with any attribute that is not there: `AttributeError`, so that `hasattr` and `getattr` work."""
    item = Item()
    assert "name" in refused(AttributeError, lambda: item.name)
    assert hasattr(item, "name") is False
    assert getattr(item, "name", "default") == "default"


def test_del_removes_the_value():
    """`del` removes the value of this instance; where there is none, not even a default helps."""
    item, other = Item(), Item()
    item.name = other.name = "tea"
    del item.name
    assert (hasattr(item, "name"), other.name) == (False, "tea")
    assert "name" in refused(AttributeError, lambda: delattr(item, "name"))
    assert "count" in refused(AttributeError, lambda: delattr(item, "count"))


def test_read_from_the_class():
    """Documentation and tools ask the class for the field: it answers with itself."""
    assert isinstance(Item.name, Typed), "Item.name should be the field"
    assert isinstance(Item.count, Bounded), "Item.count should be the field"


def test_subclasses_inherit_and_may_replace():
    """A subclass can narrow a field; the base class keeps its own."""
    class Few(Item):
        count = Bounded(int, low=0, high=3, default=2)

    few = Few()
    few.name = "tea"
    assert (few.name, few.count, Item().count) == ("tea", 2, 1)
    refused(ValueError, lambda: setattr(few, "count", 4))


def test_instances_may_be_unhashable():
    """A class with `__eq__` has no hash: values must not be kept in a dictionary by instance."""
    class Equal(Item):
        def __eq__(self, other):
            return True

    one, other = Equal(), Equal()
    one.count, other.count = 5, 6
    assert (one.count, other.count) == (5, 6)


def test_keeps_no_instance_alive():
    """A field lives as long as its class; instances must not."""
    item = Item()
    item.name = "tea"
    alive = weakref.ref(item)
    del item
    gc.collect()
    assert alive() is None, "the field keeps the instance alive"


def test_copies_have_the_values():
    """What belongs to an instance goes with it when it is copied."""
    item = Item()
    item.name, item.count = "tea", 5
    copied = copy.copy(item)
    item.count = 6
    assert (copied.name, copied.count) == ("tea", 5)
