"""Importing a submodule gives the module, and sets nothing."""
import importlib
import sys


def lazy_exports(package, exports):
    table = {name: _parsed(name, target) for name, target in exports.items()}

    def __getattr__(name):
        if name not in table:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = _load(package, *table[name])
        vars(sys.modules[package]).setdefault(name, value)
        return value

    def __dir__():
        return sorted({*table, *vars(sys.modules[package])})

    return __getattr__, __dir__, list(table)


def _parsed(name, target):
    module, colon, attribute = (name if target is None else target).partition(":")
    if target is not None and not colon:
        attribute = name
    wanted = [name, module, *([attribute] if attribute or colon else [])]
    for part in wanted:
        if not part.isidentifier():
            raise ValueError(f"{part!r} is no name")
    return module, attribute


def _load(package, module, attribute):
    loaded = importlib.import_module(f"{package}.{module}")
    if not attribute:
        return loaded
    try:
        return getattr(loaded, attribute)
    except AttributeError:
        raise AttributeError(f"{loaded.__name__!r} has no {attribute!r}") from None
