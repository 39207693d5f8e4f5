import copy
import pickle

from enum_by_hand import Choice


class Color(Choice):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def is_warm(self):
        return self is Color.RED

    @property
    def code(self):
        return f"#{self.value}"

    @staticmethod
    def help():
        return "colors"

    @classmethod
    def first(cls):
        return next(iter(cls))

    _hidden = 9


class Falsy(Choice):
    NOTHING = 0
    NONE = None
    EMPTY = ()


class Listed(Choice):
    ONE = [1]
    TWO = [2]
    UNO = [1]


class Other(Choice):
    RED = 1


def raises(error, call, *args):
    try:
        call(*args)
    except error:
        return True
    return False


def test_members_know_their_name_and_value():
    """A member is an instance of its class that says what it was called and what stood there."""
    assert [(m.name, m.value) for m in (Color.RED, Color.GREEN)] == [("RED", 1), ("GREEN", 2)]
    assert isinstance(Color.RED, Color), "a member should be an instance of its class"


def test_iterates_in_order():
    """`for` asks the class, and a class is asked through its metaclass. Aliases are not counted."""
    assert [member.name for member in Color] == ["RED", "GREEN"]
    assert [member.name for member in reversed(Color)] == ["GREEN", "RED"]
    assert len(Color) == 2


def test_a_second_name_is_an_alias():
    """Two names of one value are one member, called by the first of them."""
    assert Color.CRIMSON is Color.RED, "an alias should be the same member"
    assert Color.CRIMSON.name == "RED"


def test_call_looks_up():
    """Calling the class finds a member by value: it never makes another instance."""
    assert Color(2) is Color.GREEN, "Color(2) should be the member"
    assert Color(1) is Color.RED, "Color(1) should be the member"


def test_refuses_unknown_values(value):
    """A value from outside that no member has is told where it comes in."""
    assert raises(ValueError, Color, value), "ValueError should be raised"


test_refuses_unknown_values.cases = {
    "a number": (3,),
    "a name": ("RED",),
    "unhashable": ([],),
    "none": (None,),
    "hidden": (9,),
}


def test_index_is_by_name():
    """Names are looked up with brackets, aliases too; what is no member is a KeyError."""
    assert Color["GREEN"] is Color.GREEN, "Color['GREEN'] should be the member"
    assert Color["CRIMSON"] is Color.RED, "an alias should be found"
    for name in ("BLUE", "is_warm", "code", "_hidden", "help", "__module__"):
        assert raises(KeyError, lambda name=name: Color[name]), f"{name} should be a KeyError"


def test_contains(thing, expected):
    """`in` is true for members of this very class, and no value is a member."""
    assert (thing in Color) is expected, f"`{thing!r} in Color` should be {expected}"


test_contains.cases = {
    "a member": (Color.RED, True),
    "another class's": (Other.RED, False),
    "a value": (1, False),
    "unhashable": ([], False),
}


def test_functions_are_no_members():
    """Methods, properties and static methods do what they do in any class."""
    assert [Color.RED.is_warm(), Color.GREEN.is_warm()] == [True, False]
    assert (Color.RED.code, Color.help(), Color._hidden) == ("#1", "colors", 9)
    assert Color.first() is Color.RED, "class methods should work"


def test_members_are_true():
    """A member that stands for zero is a member all the same: `if color` asks whether there is one."""
    assert [bool(member) for member in Falsy] == [True, True, True]
    assert [Falsy(0).name, Falsy(None).name, Falsy(()).name] == ["NOTHING", "NONE", "EMPTY"]


def test_unhashable_values():
    """Values need not be hashable: then they are compared one by one."""
    assert [member.name for member in Listed] == ["ONE", "TWO"]
    assert Listed([2]) is Listed.TWO, "Listed([2]) should be the member"
    assert Listed.UNO is Listed.ONE, "an alias should be the same member"


def test_equal_only_to_itself():
    """A color is not the number that it was written as, and not the color of another class."""
    assert Color.RED == Color.RED
    assert (Color.RED == 1, Color.RED == Other.RED, Color.RED == Color.GREEN) == (False,) * 3
    assert {Color.RED: "r", Color.GREEN: "g"}[Color.CRIMSON] == "r"


def test_repr_and_str():
    """`repr` shows name and value, `str` what one would write."""
    assert repr(Color.RED) == "<Color.RED: 1>"
    assert str(Color.CRIMSON) == "Color.RED"
    assert repr(Falsy.EMPTY) == "<Falsy.EMPTY: ()>"


def test_cannot_be_changed(change):
    """Everybody compares with members by identity: nobody may exchange them."""
    assert raises(AttributeError, change), "AttributeError should be raised"
    assert (Color.RED.name, Color.RED.value, len(Color)) == ("RED", 1, 2)


def set_value():
    Color.RED.value = 5


def set_name():
    Color.RED.name = "BLUE"


test_cannot_be_changed.cases = {
    "set a member": (lambda: setattr(Color, "RED", 5),),
    "set an alias": (lambda: setattr(Color, "CRIMSON", 5),),
    "delete a member": (lambda: delattr(Color, "GREEN"),),
    "set its value": (set_value,),
    "set its name": (set_name,),
    "delete its value": (lambda: delattr(Color.RED, "value"),),
}


def test_other_attributes_can_be_set():
    """Only members are protected: tools put attributes of their own on classes."""
    class Size(Choice):
        SMALL = 1

    Size.note = "in centimeters"
    assert Size.note == "in centimeters"
    assert [member.name for member in Size] == ["SMALL"]
    del Size.note
    assert not hasattr(Size, "note"), "the attribute should be gone"


def test_refuses_a_name_twice(body):
    """A dictionary silently keeps the last one: the class body must notice the second assignment."""
    assert raises(TypeError, exec, body, {"Choice": Choice}), "TypeError should be raised"


test_refuses_a_name_twice.cases = {
    "two values": ("class Bad(Choice):\n    A = 1\n    A = 2",),
    "the same value": ("class Bad(Choice):\n    A = 1\n    A = 1",),
    "a function second": ("class Bad(Choice):\n    A = 1\n    def A(self): ...",),
    "a function first": ("class Bad(Choice):\n    def A(self): ...\n    A = 1",),
}


def test_members_end_the_family():
    """A member of a subclass would be an instance of a class whose list it is not on."""
    def derive():
        class More(Color):
            BLUE = 3

    assert raises(TypeError, derive), "TypeError should be raised"


def test_a_base_without_members():
    """A class that only brings methods may be derived from, again and again."""
    class Labeled(Choice):
        def label(self):
            return self.name.title()

    class Tea(Labeled):
        GREEN = 1

    class Coffee(Labeled):
        BLACK = 1

    assert [Tea.GREEN.label(), Coffee.BLACK.label()] == ["Green", "Black"]
    assert [list(Labeled), list(Tea), list(Coffee)] == [[], [Tea.GREEN], [Coffee.BLACK]]


def test_without_members_there_is_nothing_to_find():
    """Neither the base nor a class that only brings methods has instances."""
    class Labeled(Choice):
        def label(self): ...

    assert raises(TypeError, Choice, 1), "Choice(1) should be a TypeError"
    assert raises(TypeError, Labeled, 1), "a class without members cannot be called"


def test_comes_back_as_itself(duplicate):
    """A second instance of a member would be equal to nothing: copies and pickles find the one there is."""
    for member in (Color.RED, Falsy.NONE, Listed.TWO):
        assert duplicate(member) is member, f"another {member} came back"


test_comes_back_as_itself.cases = {
    "copy": (copy.copy,),
    "deepcopy": (copy.deepcopy,),
    **{
        f"pickle {protocol}": (lambda it, p=protocol: pickle.loads(pickle.dumps(it, p)),)
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    },
}


def test_super_works_in_methods():
    """The cell `__class__` must reach `type.__new__`, or `super()` without arguments fails."""
    class Named(Choice):
        A = 1

        def __str__(self):
            return super().__str__().lower()

    assert str(Named.A) == "named.a"
