"""What is overridden stands in one of the bases."""
import inspect
from inspect import Parameter

_final = []


def final(method):
    _final.append(method)
    return method


def _functions(method):
    """The object itself and the function inside of it."""
    inside = method.fget if isinstance(method, property) else None
    return [method, inside or getattr(method, "__func__", method)]


def _kind(method):
    for kind in (staticmethod, classmethod, property):
        if isinstance(method, kind):
            return kind.__name__
    return "method" if inspect.isroutine(method) else "value"


class Checked(type):
    def __new__(metacls, name, bases, namespace, **kwargs):
        cls = super().__new__(metacls, name, bases, namespace, **kwargs)
        faults = [
            f"{name}.{attribute}: {fault}"
            for attribute, method in namespace.items()
            if not attribute.startswith("_")
            for fault in _faults(attribute, method, bases)
        ]
        if faults:
            raise TypeError("; ".join(faults))
        return cls


def _faults(attribute, method, above):
    base = next((vars(cls)[attribute] for cls in above if attribute in vars(cls)), None)
    if base is None:
        return
    if any(each is marked for each in _functions(base) for marked in _final):
        yield "the base's method is final"
    if _kind(base) != _kind(method):
        yield f"of the kind {_kind(method)}, not {_kind(base)}"
    elif _kind(base) in ("method", "staticmethod", "classmethod"):
        bound = _kind(base) != "staticmethod"
        if not _fits(_parameters(base)[bound:], _parameters(method)[bound:]):
            yield "parameters do not fit those of the base"


def _parameters(method):
    function = _functions(method)[1]
    return list(inspect.signature(function).parameters.values())


def _fits(base, override):
    def split(parameters, *kinds):
        return [each for each in parameters if each.kind in kinds]

    places = [split(each, Parameter.POSITIONAL_OR_KEYWORD) for each in (base, override)]
    args = [split(each, Parameter.VAR_POSITIONAL) for each in (base, override)]
    kwargs = [split(each, Parameter.VAR_KEYWORD) for each in (base, override)]
    named = {
        each.name: each
        for each in override
        if each.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)
    }
    if args[0] and not args[1] or kwargs[0] and not kwargs[1]:
        return False
    for place, parameter in enumerate(places[0]):
        if place < len(places[1]):
            if places[1][place].name != parameter.name:
                return False
        elif not args[1] or not kwargs[1] or parameter.name in named:
            return False
    if args[0] and len(places[1]) > len(places[0]):
        return False
    known = {each.name: each for each in base}
    for parameter in split(base, Parameter.KEYWORD_ONLY):
        if parameter.name not in named and not kwargs[1]:
            return False
    return all(
        each.default is not Parameter.empty
        or each.name in known and known[each.name].default is Parameter.empty
        for each in named.values()
    )
