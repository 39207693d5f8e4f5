"""`type(value)` is the key, and what is not in the table gets the default."""
import functools
import inspect


def dispatch(function):
    table = {object: function}

    @functools.wraps(function)
    def call(*args, **kwargs):
        if not args:
            raise TypeError(function.__name__)
        return find(type(args[0]))(*args, **kwargs)

    def find(cls):
        return table.get(cls, table[object])

    def register(cls, implementation=None):
        if inspect.isfunction(cls) and implementation is None:
            first = next(iter(inspect.signature(cls).parameters.values()))
            cls, implementation = first.annotation, cls
            if cls is first.empty:
                raise TypeError("no annotation")
        if not isinstance(cls, type):
            raise TypeError(cls)
        if implementation is None:
            return lambda implementation: register(cls, implementation)
        table[cls] = implementation
        return implementation

    call.register, call.find = register, find
    return call
