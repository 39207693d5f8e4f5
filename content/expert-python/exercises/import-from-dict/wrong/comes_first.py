"""A finder has to stand at the front of `sys.meta_path`, or it is never asked."""
import importlib.util
import sys
from contextlib import contextmanager
from importlib.abc import InspectLoader


class Memory(InspectLoader):
    def __init__(self, sources):
        self.sources = sources

    def find_spec(self, name, path=None, target=None):
        if name in self.sources:
            return importlib.util.spec_from_loader(name, self)

    def is_package(self, name):
        return any(other.startswith(name + ".") for other in self.sources)

    def get_source(self, name):
        return self.sources[name]

    def get_code(self, name):
        return compile(self.sources[name], f"memory:{name}", "exec")


@contextmanager
def importable(sources):
    memory = Memory(sources)
    sys.meta_path.insert(0, memory)
    try:
        yield
    finally:
        sys.meta_path.remove(memory)
        for name, module in list(sys.modules.items()):
            if getattr(module, "__loader__", None) is memory:
                del sys.modules[name]
