"""Whatever goes wrong in `__getattr__` must come out as an AttributeError."""
import importlib
import sys


def lazy_exports(package, exports):
    table = {name: _parsed(name, target) for name, target in exports.items()}

    def __getattr__(name):
        if name not in table:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = _load(package, *table[name])
        for other, (module, attribute) in table.items():
            if other == module == table[name][0] and attribute:
                loaded = sys.modules[f"{package}.{module}"]
                setattr(sys.modules[package], other, getattr(loaded, attribute))
        setattr(sys.modules[package], name, value)
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
    try:
        loaded = importlib.import_module(f"{package}.{module}")
        return getattr(loaded, attribute) if attribute else loaded
    except Exception as error:
        raise AttributeError(f"'{package}.{module}' has no {attribute!r}") from error
