import functools

from checked_overrides import Checked, final

SPACE = {"Checked": Checked, "final": final, "functools": functools}


def define(base, child):
    """Defines `Base` and `Child` with one line of a body each, and returns the error of the child, or `None`."""
    space = dict(SPACE)
    exec(f"class Base(metaclass=Checked):\n    {base}\n", space)
    try:
        exec(f"class Child(Base):\n    {child}\n", space)
    except TypeError as error:
        assert "Child" not in space, "the class should not be there"
        return str(error)
    return None


def test_takes_what_fits(base, child):
    """Whatever could be asked of the base can be asked of the override: then there is nothing to say."""
    assert define(f"def run(self{base}): ...", f"def run(self{child}): ...") is None


test_takes_what_fits.cases = {
    "the same": (", a, b=1, *args, c, d=2, **more", ", a, b=1, *args, c, d=2, **more"),
    "nothing": ("", ""),
    "another default": (", a=1", ", a=2"),
    "a default more": (", a, *, b", ", a=1, *, b=2"),
    "an optional one more": (", a", ", a, b=1"),
    "an optional named one more": (", a", ", a, *, b=1"),
    "anything": (", a, b=1, *, c", ", *args, **kwargs"),
    "args more": (", a", ", a, *args"),
    "kwargs more": (", a", ", a, **kwargs"),
    "named before, both now": (", *, a", ", a=None"),
    "named by kwargs": (", *, a", ", **kwargs"),
    "named in another order": (", *, a, b", ", *, b, a"),
}


def test_refuses_other_parameters(base, child):
    """Some call of the base's method would fail, or mean something else: the class says so at once."""
    message = define(f"def run(self{base}): ...", f"def run(self{child}): ...")
    assert message is not None, "TypeError should be raised"
    assert "Child.run" in message and "parameters" in message, f"it says {message}"


test_refuses_other_parameters.cases = {
    "one less": (", a", ""),
    "one more": ("", ", a"),
    "a named one more": (", a", ", a, *, b"),
    "a default less": (", a=1", ", a"),
    "a named default less": (", *, a=1", ", *, a"),
    "renamed": (", a", ", b"),
    "in another order": (", a, b", ", b, a"),
    "only by name now": (", a", ", *, a"),
    "only by position now": (", a", ", *args"),
    "only by kwargs now": (", a", ", **kwargs"),
    "no args": (", a, *args", ", a"),
    "no kwargs": (", a, **kwargs", ", a"),
    "a named one less": (", *, a=1", ""),
    "one before": (", a", ", b=1, a=2"),
    "one between args": (", a, *args", ", a, b=1, *args"),
}


def test_kinds(base, child, fits):
    """A static method cannot be called like a method, and a property is not called at all."""
    bodies = {
        "method": "def run(self): ...",
        "static": "run = staticmethod(lambda: None)",
        "class": "run = classmethod(lambda cls: None)",
        "property": "run = property(lambda self: None)",
        "value": "run = 5",
    }
    message = define(bodies[base], bodies[child])
    if fits:
        assert message is None
    else:
        assert message is not None, "TypeError should be raised"
        assert "Child.run" in message and "kind" in message, f"it says {message}"


test_kinds.cases = {
    "method, static": ("method", "static", False),
    "static, method": ("static", "method", False),
    "class, method": ("class", "method", False),
    "class, static": ("class", "static", False),
    "property, method": ("property", "method", False),
    "method, property": ("method", "property", False),
    "method, value": ("method", "value", False),
    "value, value": ("value", "value", True),
    "static, static": ("static", "static", True),
    "class, class": ("class", "class", True),
    "property, property": ("property", "property", True),
}


def test_parameters_of_static_and_class_methods(kind, child, fits):
    """They have parameters as well; only what is bound is left out."""
    first = {"staticmethod": "", "classmethod": "cls, "}[kind]
    message = define(f"run = {kind}(lambda {first}a: a)", f"run = {kind}(lambda {first}{child}: 0)")
    assert (message is None) is fits, f"it says {message}"


test_parameters_of_static_and_class_methods.cases = {
    "static, the same": ("staticmethod", "a", True),
    "static, more": ("staticmethod", "a, b", False),
    "class, the same": ("classmethod", "a", True),
    "class, renamed": ("classmethod", "b", False),
}


def test_final(base, child):
    """What is final must not be overridden, however it is made."""
    message = define(base, child)
    assert message is not None, "TypeError should be raised"
    assert "Child.run" in message and "final" in message, f"it says {message}"


STATIC = "run = staticmethod(lambda: 2)"
CLASS = "run = classmethod(lambda cls: 2)"
PROPERTY = "run = property(lambda self: 2)"
FINAL_PROPERTY = "run = final(property(lambda self: 1))"
test_final.cases = {
    "a method": ("run = final(lambda self: 1)", "def run(self): ..."),
    "inside of static": ("run = staticmethod(final(lambda: 1))", STATIC),
    "outside of static": ("run = final(staticmethod(lambda: 1))", STATIC),
    "inside of class": ("run = classmethod(final(lambda cls: 1))", CLASS),
    "outside of class": ("run = final(classmethod(lambda cls: 1))", CLASS),
    "inside of property": ("run = property(final(lambda self: 1))", PROPERTY),
    "outside of property": (FINAL_PROPERTY, PROPERTY),
}


def test_final_gives_the_method_back():
    """The mark changes nothing about what the method does."""
    class Base(metaclass=Checked):
        @final
        def run(self):
            return 1

        @final
        @staticmethod
        def help():
            return 2

        @final
        @property
        def size(self):
            return 3

    base = Base()
    assert (base.run(), Base.help(), base.size) == (1, 2, 3)


def test_final_methods_do_not_mix():
    """The mark is on one method, and not on all properties there are."""
    assert define(FINAL_PROPERTY, "size = property(lambda self: 2)") is None
    assert define(FINAL_PROPERTY, "pass") is None
    assert define("run = property(lambda self: 1)", PROPERTY) is None


def test_some_names_are_not_checked(name):
    """A constructor may ask for other things than the base's, and what is private is nobody's business."""
    assert define(f"def {name}(self, a): ...", f"def {name}(self, b, c): ...") is None


test_some_names_are_not_checked.cases = {
    "constructor": ("__init__",),
    "call": ("__call__",),
    "private": ("_run",),
    "mangled": ("__run",),
}


def test_decorated_functions():
    """A decorator that uses `functools.wraps` shows the signature of what it wraps: this counts."""
    body = "run = functools.wraps({0})(lambda *args, **kwargs: None)"
    base = body.format("lambda self, a: 0")
    assert define(base, body.format("lambda self, a: 1")) is None
    assert "parameters" in (define(base, body.format("lambda self, b: 1")) or "no fault")


def test_tells_all_faults():
    """Who has three things to mend wants to hear of three."""
    base = (
        "def run(self, a): ...\n    def stop(self): ...\n    size = property(lambda self: 1)\n"
        "    name = final(lambda self: 1)"
    )
    child = (
        "def run(self): ...\n    def stop(self): ...\n    def size(self): ...\n"
        "    def name(self): ..."
    )
    message = define(base, child)
    assert message is not None, "TypeError should be raised"
    names = ("Child.run", "Child.stop", "Child.size", "Child.name")
    assert [name for name in names if name in message] == ["Child.run", "Child.size", "Child.name"]


def test_looks_further_up():
    """The nearest class above that has the name counts, not only the direct base."""
    assert define("def run(self, a): ...", "pass") is None
    space = dict(SPACE)
    exec(
        "class A(metaclass=Checked):\n    def run(self, a): ...\n"
        "class B(A): ...\nclass C(B):\n    def run(self, a, b=1): ...\n"
        "class D(C): ...\n",
        space,
    )
    for body, fits in (("def run(self, a, b=2): ...", True), ("def run(self, a): ...", False)):
        error = None
        try:
            exec(f"class E(D):\n    {body}", dict(space))
        except TypeError as caught:
            error = caught
        assert (error is None) is fits, f"for {body} there was {error!r}"


def test_several_bases():
    """With two bases the MRO decides; and bases may come from elsewhere, without this metaclass."""
    class Plain:
        def run(self, plain): ...

    class Base(metaclass=Checked):
        def run(self, a): ...

    class Fine(Base, Plain):
        def run(self, a): ...

    class Inherits(Base, Plain): ...

    error = None
    try:
        class Wrong(Plain, Base):
            def run(self, a): ...
    except TypeError as caught:
        error = caught
    assert error is not None and "Wrong.run" in str(error), f"there was {error!r}"
    assert Fine.__mro__[1:3] == (Base, Plain)
    assert Inherits.__mro__[1:3] == (Base, Plain)


def test_classes_work_as_ever():
    """`super()`, words for `__init_subclass__` and attributes of the class are what they are in any class."""
    class Base(metaclass=Checked):
        def __init_subclass__(cls, level=0, **kwargs):
            super().__init_subclass__(**kwargs)
            cls.level = level

        def run(self, a):
            return [a]

    class Child(Base, level=3):
        def run(self, a):
            return super().run(a) * 2

    assert (Child.level, Child().run(1), type(Child)) == (3, [1, 1], Checked)


def test_a_fault_changes_nothing_else():
    """After a class that failed the base is what it was, and the next class can be made."""
    class Base(metaclass=Checked):
        def run(self, a): ...

    for _ in range(2):
        try:
            type(Base)("Child", (Base,), {"run": lambda self: 0})
        except TypeError:
            continue
        raise AssertionError("TypeError should be raised")
    fine = type(Base)("Child", (Base,), {"run": lambda self, a: a})
    assert fine().run(5) == 5
