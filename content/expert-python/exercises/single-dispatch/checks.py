import gc
import weakref

from single_dispatch import dispatch


def example():
    """A fresh dispatcher with three functions."""
    @dispatch
    def show(value, *args, **kwargs):
        """Shows anything."""
        return "object", value, args, kwargs

    @show.register(int)
    def show_int(value):
        return "int", value

    @show.register(list)
    def show_list(value):
        return "list", value

    return show


def raises(error, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except error as caught:
        return str(caught) or "raised"
    return ""


def test_chooses_by_the_first_argument(value, expected):
    """The class of the value decides, and what nobody registered gets the default."""
    assert example()(value)[0] == expected


test_chooses_by_the_first_argument.cases = {
    "registered": (5, "int"),
    "another one": ([], "list"),
    "default": ("text", "object"),
    "none": (None, "object"),
    "a subclass": (True, "int"),
    "a class is a value": (int, "object"),
}


def test_passes_all_arguments():
    """The other arguments go where the first one goes, named ones too."""
    assert example()("a", 1, 2, key=3) == ("object", "a", (1, 2), {"key": 3})


def test_follows_the_mro():
    """Of two bases the one that stands first in the MRO decides, whatever was registered first."""
    class A: ...

    class B: ...

    class Both(B, A): ...

    @dispatch
    def name(value):
        return "object"

    name.register(A, lambda value: "A")
    name.register(B, lambda value: "B")
    assert [name(A()), name(B()), name(Both())] == ["A", "B", "B"]


def test_a_diamond():
    """In a diamond the second base comes before the common one: depth first would be wrong."""
    class Top: ...

    class Left(Top): ...

    class Right(Top): ...

    class Bottom(Left, Right): ...

    @dispatch
    def name(value):
        return "object"

    name.register(Top, lambda value: "Top")
    name.register(Right, lambda value: "Right")
    assert name(Bottom()) == "Right"


def test_register_returns_the_function():
    """A decorator that keeps the function would leave `None` under its name."""
    show = example()

    @show.register(float)
    @show.register(complex)
    def number(value):
        return "number", value

    assert number(1) == ("number", 1)
    assert [show(1.0)[0], show(1j)[0]] == ["number", "number"]
    assert show.register(bytes, number) is number, "register(cls, function) should return it too"


def test_takes_the_class_from_the_annotation():
    """`@show.register` without a class reads the annotation of the first parameter."""
    show = example()

    @show.register
    def number(value: float, digits: int = 2) -> str:
        return "float"

    assert show(1.5) == "float"
    assert show(1) == ("int", 1)
    assert number(0) == "float"


def test_refuses_what_is_no_class(thing):
    """Forgotten parentheses or annotations are told at once, and not by a call that goes astray."""
    assert raises(TypeError, example().register, thing), "TypeError should be raised"


def bare(value):
    return value


test_refuses_what_is_no_class.cases = {
    "no annotation": (bare,),
    "a text": ("int",),
    "none": (None,),
    "a value": (5,),
}


def test_find_tells():
    """`find` names the function without calling it; a subclass has its base's, everything else the default."""
    show = example()
    implementation = show.register(str, lambda value: "str")
    assert show.find(str) is implementation, "find(str) should be what was registered"
    assert show.find(bool) is show.find(int), "find(bool) should be the one of int"
    assert show.find(dict) is show.__wrapped__, "find(dict) should be the function itself"


def test_registering_later_counts():
    """A memory of what was found must not outlive a new registration: neither for the class nor for its subclasses."""
    show = example()
    assert [show("a")[0], show(True)[0]] == ["object", "int"]
    show.register(str, lambda value: ("str", value))
    show.register(bool, lambda value: ("bool", value))
    assert [show("a")[0], show(True)[0]] == ["str", "bool"]
    show.register(int, lambda value: ("whole", value))
    assert [show(5)[0], show(True)[0]] == ["whole", "bool"]


def test_object_replaces_the_default():
    """The default is what `object` has: registering `object` replaces it."""
    show = example()
    show.register(object, lambda value: ("anything", value))
    assert show("a") == ("anything", "a")


def test_walks_once():
    """Calls are many and classes are few: the MRO is walked for the first value of a class, and not again."""
    walks = []

    class Meta(type):
        def __getattribute__(cls, name):
            if name in ("__mro__", "mro"):
                walks.append(name)
            return super().__getattribute__(name)

    class Thing(metaclass=Meta): ...

    show = example()
    show(Thing())
    first = len(walks)
    for _ in range(20):
        show(Thing())
    assert len(walks) == first, f"the MRO was read {len(walks) - first} more times"


def test_keeps_no_class_alive():
    """Classes are made at run time too: remembering one must not keep it for ever."""
    show = example()

    class Thing: ...

    show(Thing())
    show.find(Thing)
    gone = weakref.ref(Thing)
    del Thing
    gc.collect()
    assert gone() is None, "the class is still alive"


def test_dispatchers_do_not_mix():
    """Each decorated function has a table of its own."""
    one, other = example(), example()
    one.register(str, lambda value: "str")
    assert one("a") == "str"
    assert other("a")[0] == "object"


def test_looks_like_the_function():
    """Documentation and tracebacks should show the function, not the machinery."""
    show = example()
    assert (show.__name__, show.__doc__) == ("show", "Shows anything.")
    assert callable(show.__wrapped__), "the function should be `__wrapped__`"


def test_needs_an_argument():
    """Without a positional argument there is nothing to choose by, and the error should say of whom."""
    show = example()
    assert "show" in raises(TypeError, show), "a TypeError that tells the name should be raised"
    assert "show" in raises(TypeError, show, value=5), "a named argument does not choose"


def test_dispatches_methods():
    """As a method it looks past `self`, and each implementation gets `self` as any method does."""
    class Printer:
        def __init__(self, mark):
            self.mark = mark

        @dispatch
        def show(self, value, end=""):
            return f"{self.mark}{value!r}{end}"

        @show.register(int)
        def show_int(self, value, end=""):
            return f"{self.mark}{value:,}{end}"

    one, other = Printer("> "), Printer("* ")
    assert [one.show(1000, end="!"), other.show("a"), one.show("b")] == ["> 1,000!", "* 'a'", "> 'b'"]
    assert one.show_int(1) == "> 1"


def test_a_method_of_a_registered_class():
    """The class of `self` must not be taken for the class of the argument."""
    class Loud:
        @dispatch
        def show(self, value):
            return "object"

    Loud.show.register(Loud, lambda self, value: "Loud")
    loud = Loud()
    assert [loud.show(1), loud.show(loud)] == ["object", "Loud"]


def test_methods_can_be_inherited_and_kept():
    """`obj.show` is a bound method like any other: it can be kept, and a subclass has it."""
    class Base:
        @dispatch
        def show(self, value):
            return type(self).__name__, "object"

    class Derived(Base): ...

    Base.show.register(int, lambda self, value: (type(self).__name__, "int"))
    kept = Derived().show
    assert [kept(1), kept("a")] == [("Derived", "int"), ("Derived", "object")]
