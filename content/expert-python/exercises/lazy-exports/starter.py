import importlib


def lazy_exports(package, exports):
    def __getattr__(name):
        return importlib.import_module(f"{package}.{name}")

    def __dir__():
        return []

    return __getattr__, __dir__, list(exports)
