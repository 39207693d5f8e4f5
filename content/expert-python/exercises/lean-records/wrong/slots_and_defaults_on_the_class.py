"""A default value is a class attribute, which is found when the slot is empty."""
import sys
from keyword import iskeyword


def record(name, fields, defaults=()):
    fields, defaults = tuple(fields), tuple(defaults)
    if any(not f.isidentifier() or iskeyword(f) or f.startswith("_") for f in fields):
        raise ValueError("bad name")
    if len(set(fields)) < len(fields) or len(defaults) > len(fields):
        raise ValueError("twice")
    required = len(fields) - len(defaults)

    def __init__(self, *args, **kwargs):
        for field, value in zip(fields, args):
            object.__setattr__(self, field, value)
        for field, value in kwargs.items():
            object.__setattr__(self, field, value)

    def forbid(self, *args):
        raise AttributeError("read only")

    def values_of(it):
        return tuple(getattr(it, field) for field in fields)

    return type(name, (), {
        **dict(zip(fields[required:], defaults)),
        "__slots__": fields[:required],
        "__match_args__": fields,
        "__module__": sys._getframe(1).f_globals["__name__"],
        "__init__": __init__,
        "__setattr__": forbid,
        "__delattr__": forbid,
        "__eq__": lambda self, other: type(self) is type(other)
        and values_of(self) == values_of(other),
        "__hash__": lambda self: hash(values_of(self)),
        "__repr__": lambda self: f"{name}("
        + ", ".join(f"{f}={getattr(self, f)!r}" for f in fields) + ")",
        "__reduce__": lambda self: (type(self), values_of(self)),
        "_replace": lambda self, **changes: type(self)(
            **{**dict(zip(fields, values_of(self))), **changes}),
    })
