"""Nothing that happens in a plug-in may stop the program."""
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def load_plugins(folder, prefix="plugins"):
    plugins, errors = {}, {}
    for path in sorted(Path(folder).glob("*.py")):
        if path.is_file() and not path.name.startswith("_"):
            try:
                plugins[path.stem] = load(path, f"{prefix}.{path.stem}")
            except BaseException as error:
                errors[path.stem] = error
    return plugins, errors


def load(path, name):
    spec = spec_from_file_location(name, path)
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
        if not callable(getattr(module, "activate", None)):
            raise TypeError(f"{path.name} has no function “activate”")
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module
