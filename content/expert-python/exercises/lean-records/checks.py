import copy
import pickle
import sys

from lean_records import record

Point = record("Point", ["x", "y", "z"], defaults=[0])
Pair = record("Pair", ("x", "y"))
Other = record("Other", ["x", "y"])


def raises(error, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except error:
        return True
    return False


def test_is_called_like_a_function(args, kwargs, expected):
    """Positional arguments, named ones and defaults go together as they do for any function."""
    point = Point(*args, **kwargs)
    assert (point.x, point.y, point.z) == expected


test_is_called_like_a_function.cases = {
    "positional": ((1, 2, 3), {}, (1, 2, 3)),
    "named": ((), {"z": 3, "x": 1, "y": 2}, (1, 2, 3)),
    "mixed, default": ((1,), {"y": 2}, (1, 2, 0)),
}


def test_refuses_other_arguments(args, kwargs):
    """A record that is half filled would fail much later, far from the mistake."""
    assert raises(TypeError, Point, *args, **kwargs), "TypeError should be raised"


test_refuses_other_arguments.cases = {
    "too few": ((1,), {}),
    "too many": ((1, 2, 3, 4), {}),
    "unknown name": ((1, 2), {"w": 3}),
    "twice": ((1, 2), {"x": 3}),
}


def test_has_no_dictionary():
    """The dictionary is what makes ordinary instances large; one base without `__slots__` brings it back."""
    point = Point(1, 2)
    assert not hasattr(point, "__dict__"), "an instance has a `__dict__`"
    size = sys.getsizeof(point)
    assert size <= 80, f"a record with three fields takes {size} bytes"


def test_cannot_be_changed(change):
    """Records are shared, and are keys: whoever changes one would change everybody's."""
    point = Point(1, 2)
    assert raises(AttributeError, change, point), "AttributeError should be raised"
    assert point == Point(1, 2)


test_cannot_be_changed.cases = {
    "set": (lambda point: setattr(point, "x", 5),),
    "delete": (lambda point: delattr(point, "x"),),
    "a new one": (lambda point: setattr(point, "color", "red"),),
}


def test_equality(left, right, expected):
    """Equal is who is of the same class and has equal fields: meters are no seconds, and a record is no tuple."""
    assert (left == right) is expected, f"{left!r} == {right!r} should be {expected}"
    assert (left != right) is not expected, f"{left!r} != {right!r} should be {not expected}"


test_equality.cases = {
    "the same values": (Pair(1, 2), Pair(1, 2), True),
    "other values": (Pair(1, 2), Pair(1, 3), False),
    "another class": (Pair(1, 2), Other(1, 2), False),
    "a tuple": (Pair(1, 2), (1, 2), False),
    "a tuple on the left": ((1, 2), Pair(1, 2), False),
    "something else": (Pair(1, 2), None, False),
    "numbers of two types": (Pair(1, 2), Pair(1.0, 2.0), True),
}


def test_leaves_the_comparison_to_others():
    """Somebody else's class may know how to compare itself with a record: it must be asked."""
    class Anything:
        def __eq__(self, other):
            return True

    assert Pair(1, 2) == Anything(), "the other side was not asked"


def test_equal_records_are_one_key():
    """What is equal has the same hash, or it cannot be found again."""
    counts = {Pair(1, 2): "a"}
    counts[Pair(1.0, 2)] = "b"
    assert counts == {Pair(1, 2): "b"}


def test_a_field_without_hash():
    """Immutable is only the record itself: with a list in a field it has no hash."""
    assert raises(TypeError, hash, Pair([], 1)), "TypeError should be raised"


def test_repr():
    """`repr` shows what one would type."""
    assert repr(Point("a", [1])) == "Point(x='a', y=[1], z=0)"


def test_match():
    """`__match_args__` gives the fields their places in a pattern."""
    match Point(1, 2, 3):
        case Point(1, y, z=3):
            found = y
        case _:
            found = None
    assert found == 2
    assert Point.__match_args__ == ("x", "y", "z")


def test_copies(duplicate):
    """Immutable, without a `__dict__`: whoever copies must be told how to fill the new object, if it is not told already."""
    inner = Pair([1], 2)
    found = duplicate(inner)
    assert type(found) is Pair, f"a {type(found).__name__} came back"
    assert found == inner


test_copies.cases = {
    "copy": (copy.copy,),
    "deepcopy": (copy.deepcopy,),
    **{
        f"pickle {protocol}": (lambda it, p=protocol: pickle.loads(pickle.dumps(it, p)),)
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    },
}


def test_deepcopy_is_deep():
    """What lies in a mutable field is copied as well."""
    inner = Pair([1], 2)
    assert copy.deepcopy(inner).x is not inner.x, "the list is the same one"


def test_belongs_to_the_module_of_its_caller():
    """`pickle` stores a class by module and name: it must be found there again."""
    assert Pair.__module__ == __name__
    assert (Pair.__name__, Pair.__qualname__) == ("Pair", "Pair")


def test_replace():
    """A changed copy takes the place of a change."""
    point = Point(1, 2, 3)
    assert point._replace(y=5) == Point(1, 5, 3)
    assert point == Point(1, 2, 3)
    assert raises(TypeError, point._replace, w=1), "an unknown field should be a TypeError"


def test_fields_of_any_name(field):
    """Names that the implementation uses itself are allowed for fields too."""
    cls = record("Anything", [field, "other"], [1])
    made = cls(**{field: 5})
    assert (getattr(made, field), made.other) == (5, 1)
    assert repr(made) == f"Anything({field}=5, other=1)"


test_fields_of_any_name.cases = {
    name: (name,) for name in ("self", "cls", "args", "kwargs", "values", "name", "fields", "count")
}


def test_refuses_bad_names(fields, defaults):
    """A mistake in the definition is told when the class is made."""
    assert raises(ValueError, record, "Bad", fields, defaults), "ValueError should be raised"


test_refuses_bad_names.cases = {
    "twice": (["x", "x"], ()),
    "no identifier": (["x y"], ()),
    "a keyword": (["class"], ()),
    "an underscore": (["_x"], ()),
    "too many defaults": (["x"], (1, 2)),
}


def test_without_fields():
    """A record of nothing is allowed, and equal to each other one."""
    Empty = record("Empty", [])
    assert Empty() == Empty()
    assert repr(Empty()) == "Empty()"


def test_a_default_is_the_last_field_s():
    """Defaults belong to the last fields, as they do in a signature; a false default is one too."""
    cls = record("Item", ["name", "price", "tag"], [None, ""])
    assert repr(cls("tea")) == "Item(name='tea', price=None, tag='')"


def test_classes_do_not_mix():
    """Each call makes a class of its own, also for the same name and fields."""
    one, other = record("Same", ["x"]), record("Same", ["x"])
    assert one(1) != other(1), "records of two classes are equal"
    assert isinstance(one, type), "record should return a class"
