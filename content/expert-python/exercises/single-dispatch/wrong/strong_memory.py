"""Emptying the memory when something is registered is all the care that a memory needs."""
import functools
import inspect
import types


class dispatch:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.table = {object: function}
        self.found = {}

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
        self.found.clear()
        return function

    def find(self, cls):
        if cls not in self.found:
            self.found[cls] = next(self.table[b] for b in cls.__mro__ if b in self.table)
        return self.found[cls]

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
