"""`__slots__` in the class that holds the fields is enough, whatever its bases are."""
import sys
from keyword import iskeyword


class Record:
    def __init__(*args, **kwargs):
        it, *rest = args
        fields, defaults = it._fields, it._defaults
        if len(rest) > len(fields):
            raise TypeError("too many")
        values = {**dict(zip(fields[len(fields) - len(defaults):], defaults))}
        given = dict(zip(fields, rest))
        if given.keys() & kwargs.keys() or kwargs.keys() - set(fields):
            raise TypeError("twice or unknown")
        values |= given | kwargs
        if len(values) < len(fields):
            raise TypeError("missing")
        for field in fields:
            object.__setattr__(it, field, values[field])

    def _values(self):
        return tuple(getattr(self, field) for field in self._fields)

    def __eq__(self, other):
        return self._values() == other._values() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash(self._values())

    def __repr__(self):
        shown = ", ".join(f"{f}={getattr(self, f)!r}" for f in self._fields)
        return f"{type(self).__name__}({shown})"

    def __setattr__(self, field, value):
        raise AttributeError("read only")

    def __delattr__(self, field):
        raise AttributeError("read only")

    def __reduce__(self):
        return type(self), self._values()

    def _replace(*args, **changes):
        (it,) = args
        return type(it)(**{**dict(zip(it._fields, it._values())), **changes})


def record(name, fields, defaults=()):
    fields, defaults = tuple(fields), tuple(defaults)
    if any(not f.isidentifier() or iskeyword(f) or f.startswith("_") for f in fields):
        raise ValueError("bad name")
    if len(set(fields)) < len(fields) or len(defaults) > len(fields):
        raise ValueError("twice")
    return type(name, (Record,), {
        "__slots__": fields, "__match_args__": fields, "_fields": fields, "_defaults": defaults,
        "__module__": sys._getframe(1).f_globals["__name__"],
    })
