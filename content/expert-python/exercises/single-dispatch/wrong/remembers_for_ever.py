"""What was found for a class stays right, so it may be remembered for good."""
import functools
import inspect
import types


class dispatch:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.table = {object: function}
        self.find = functools.lru_cache(maxsize=None)(self._find)

    def register(self, cls, function=None):
        if inspect.isfunction(cls) and function is None:
            first = next(iter(inspect.signature(cls).parameters.values()))
            cls, function = first.annotation, cls
            if cls is first.empty:
                raise TypeError("no annotation")
        if not isinstance(cls, type):
            raise TypeError(cls)
        if function is None:
            return lambda function: self.register(cls, function)
        self.table[cls] = function
        return function

    def _find(self, cls):
        return next(self.table[base] for base in cls.__mro__ if base in self.table)

    def __call__(self, *args, **kwargs):
        if not args:
            raise TypeError(self.__name__)
        return self.find(type(args[0]))(*args, **kwargs)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return types.MethodType(
            lambda it, *args, **kwargs: self.find(type(args[0]))(it, *args, **kwargs), instance
        )
