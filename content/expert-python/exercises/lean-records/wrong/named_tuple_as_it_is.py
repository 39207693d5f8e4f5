"""A named tuple is a lean immutable record already."""
import sys
from collections import namedtuple


def record(name, fields, defaults=()):
    try:
        return namedtuple(
            name, fields, defaults=defaults, module=sys._getframe(1).f_globals["__name__"]
        )
    except TypeError as error:
        raise ValueError(str(error)) from None
