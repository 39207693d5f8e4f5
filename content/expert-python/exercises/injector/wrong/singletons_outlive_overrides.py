"""A singleton is made once, whatever is overridden."""
from contextlib import contextmanager
from inspect import Parameter, signature
from typing import get_type_hints

VARIADIC = {Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD}


class ResolutionError(Exception):
    pass


class Container:
    def __init__(self):
        self._factories = {}
        self._values = {}
        self._singletons = {}

    def register(self, kind, factory=None, singleton=False):
        self._factories[kind] = factory or kind, singleton
        self._singletons.pop(kind, None)

    def resolve(self, kind):
        return self._make(kind, ())

    @contextmanager
    def override(self, kind, value):
        before = self._values
        self._values = {**self._values, kind: value}
        try:
            yield
        finally:
            self._values = before

    def _make(self, kind, chain):
        for made in (self._values, self._singletons):
            if kind in made:
                return made[kind]
        if kind in chain:
            raise ResolutionError(arrows(*chain, kind))
        factory, singleton = self._factories.get(kind, (kind, False))
        positional, named = self._arguments(factory, (*chain, kind))
        value = factory(*positional, **named)
        if singleton:
            self._singletons[kind] = value
        return value

    def _arguments(self, factory, chain):
        positional, named = [], {}
        for name, parameter, hint in parameters(factory):
            if hint in self._values or hint in self._factories:
                value = self._make(hint, chain)
            elif parameter.default is not Parameter.empty:
                value = parameter.default
            else:
                wanted = name if hint is None else f"{name}: {label(hint)}"
                raise ResolutionError(arrows(*chain, wanted))
            if parameter.kind is Parameter.KEYWORD_ONLY:
                named[name] = value
            else:
                positional.append(value)
        return positional, named


def parameters(factory):
    """Name, parameter and type of each one that can be filled."""
    if isinstance(factory, type) and factory.__init__ is object.__init__:
        return
    hints = get_type_hints(factory.__init__ if isinstance(factory, type) else factory)
    for name, parameter in signature(factory).parameters.items():
        if parameter.kind not in VARIADIC:
            yield name, parameter, hints.get(name)


def label(kind):
    return getattr(kind, "__name__", str(kind))


def arrows(*chain):
    return " -> ".join(each if isinstance(each, str) else label(each) for each in chain)
