"""A module is importable when it is in `sys.modules`, so all of them are made at the beginning."""
import sys
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def importable(sources):
    made = {}
    for name in sorted(sources):
        if name not in sys.modules:
            made[name] = sys.modules[name] = ModuleType(name)
            if any(other.startswith(name + ".") for other in sources):
                made[name].__path__ = []
    try:
        for name in sorted(made, reverse=True):
            exec(compile(sources[name], f"memory:{name}", "exec"), vars(made[name]))
            parent, _, child = name.rpartition(".")
            if parent in made:
                setattr(made[parent], child, made[name])
        yield
    finally:
        for name in made:
            sys.modules.pop(name, None)
