from abc import ABC, abstractmethod

from codec_registry import Registered


def family():
    class Codec(Registered):
        pass

    return Codec


def refused(error, define):
    try:
        define()
    except error as raised:
        return str(raised)
    raise AssertionError(f"{error.__name__} should be raised")


def test_finds_a_class_by_its_key():
    """To define a class is to sign it up; nobody has to call anything."""
    Codec = family()

    class Json(Codec, key="json"):
        pass

    class Text(Codec, key="text"):
        pass

    assert [Codec.with_key("json"), Codec.with_key("text")] == [Json, Text]
    assert Codec.keys() == ["json", "text"]


def test_classes_further_below_sign_up():
    """A class below a class of the family belongs to the family, too."""
    Codec = family()

    class Json(Codec, key="json"):
        pass

    class Pretty(Json, key="pretty"):
        pass

    assert Codec.with_key("pretty") is Pretty
    assert Codec.keys() == ["json", "pretty"]


def test_every_class_of_the_family_answers():
    """The registry is the family's: it does not matter which class is asked."""
    Codec = family()

    class Json(Codec, key="json"):
        pass

    class Pretty(Json, key="pretty"):
        pass

    assert [each.keys() for each in (Codec, Json, Pretty)] == [["json", "pretty"]] * 3
    assert Pretty.with_key("json") is Json
    assert Json().with_key("pretty") is Pretty


def test_families_do_not_mix():
    """A registry on the common base would be common to all that derive from it."""
    Codec, Shape = family(), family()

    class Json(Codec, key="same"):
        pass

    class Circle(Shape, key="same"):
        pass

    assert (Codec.with_key("same"), Shape.with_key("same")) == (Json, Circle)


def test_without_a_key_a_class_is_not_signed_up():
    """What only others are to derive from has no key, and does not inherit one."""
    Codec = family()

    class Json(Codec, key="json"):
        pass

    class Variant(Json):
        pass

    class Base(Codec):
        pass

    class Leaf(Base, key="leaf"):
        pass

    assert Codec.keys() == ["json", "leaf"]
    assert [each.key for each in (Json, Variant, Base, Leaf, Codec)] == ["json", None, None, "leaf", None]
    assert Codec.with_key("json") is Json


def test_an_unknown_key():
    """The error says which keys there are: most often it is a typing error."""
    Codec = family()

    class Json(Codec, key="json"):
        pass

    assert "json" in refused(LookupError, lambda: Codec.with_key("jsno"))
    refused(LookupError, lambda: family().with_key("json"))


def test_a_key_is_given_once():
    """The second class with a key is refused where it is defined, and the first one stays."""
    Codec = family()

    class Json(Codec, key="json"):
        pass

    def define():
        class Other(Json, key="json"):
            pass

    refused(TypeError, define)
    assert Codec.with_key("json") is Json
    assert Codec.keys() == ["json"]


def test_a_founder_has_no_key():
    """A founder is what the others have in common. To give it a key is a misunderstanding that should be told."""
    def define():
        class Codec(Registered, key="codec"):
            pass

    refused(TypeError, define)


def test_a_key_is_a_text(key):
    """A number or an empty text is a mistake in the definition, and is told there."""
    Codec = family()

    def define():
        class Json(Codec, key=key):
            pass

    refused(TypeError, define)
    assert Codec.keys() == []


test_a_key_is_a_text.cases = {"number": (5,), "empty": ("",), "bytes": (b"json",), "false": (False,)}


def test_other_bases_take_their_own_words(bases):
    """Words beside the bases are for everyone: take yours, and pass the others on."""
    class Tuned:
        def __init_subclass__(cls, level=0, **words):
            super().__init_subclass__(**words)
            cls.level = level

    Codec = family()
    order = (Codec, Tuned) if bases == "after" else (Tuned, Codec)

    class Fast(*order, key="fast", level=3):
        pass

    assert (Fast.level, Fast.key) == (3, "fast")
    assert Codec.with_key("fast") is Fast


test_other_bases_take_their_own_words.cases = {"after": ("after",), "before": ("before",)}


def test_a_word_that_nobody_takes():
    """A typing error in a word must not be swallowed."""
    Codec = family()

    def define():
        class Json(Codec, kye="json"):
            pass

    refused(TypeError, define)


def test_a_class_that_fails_is_not_signed_up():
    """When another base refuses the class there is no class: its key must be free again."""
    class Strict:
        def __init_subclass__(cls, **words):
            super().__init_subclass__(**words)
            if not hasattr(cls, "version"):
                raise TypeError("a version is wanted")

    Codec = family()

    def define():
        class Json(Codec, Strict, key="json"):
            pass

    refused(TypeError, define)
    assert Codec.keys() == []

    class Json(Codec, Strict, key="json"):
        version = 1

    assert Codec.with_key("json") is Json


def test_works_with_abstract_classes():
    """A founder may be abstract. A metaclass of one's own would clash with the one of `ABC`."""
    class Codec(Registered, ABC):
        @abstractmethod
        def encode(self, value): ...

    class Json(Codec, key="json"):
        def encode(self, value):
            return "{}"

    assert Codec.with_key("json")().encode(1) == "{}"


def test_a_founder_with_a_mixin():
    """What makes a founder is `Registered` among its own bases, in whatever place."""
    class Mixin:
        pass

    class Codec(Mixin, Registered):
        pass

    class Json(Codec, key="json"):
        pass

    assert Codec.with_key("json") is Json


def test_registered_itself():
    """The base belongs to no family, and knows no keys."""
    assert Registered.keys() == []
    refused(LookupError, lambda: Registered.with_key("json"))


def test_keys_is_a_copy():
    """What is handed out may be changed without consequences."""
    Codec = family()

    class Json(Codec, key="json"):
        pass

    Codec.keys().clear()
    assert Codec.keys() == ["json"]
