"""Every class finds the dict of the base, and that is where it belongs."""


class Registered:
    key = None
    _family = {}

    def __init_subclass__(cls, key=None, **words):
        super().__init_subclass__(**words)
        cls.key = key
        if Registered in cls.__bases__:
            if key is not None:
                raise TypeError("the founder of a family has no key")
        if key is None:
            return
        if not isinstance(key, str) or not key:
            raise TypeError(f"a key is a text, not {key!r}")
        if key in cls._family:
            raise TypeError(f"{key!r} is {cls._family[key].__qualname__} already")
        cls._family[key] = cls

    @classmethod
    def with_key(cls, key):
        try:
            return cls._family[key]
        except KeyError:
            known = ", ".join(cls._family) or "none"
            raise LookupError(f"{key!r} is unknown; known are: {known}") from None

    @classmethod
    def keys(cls):
        return list(cls._family)
