"""A module is entered when it is complete."""
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def load_plugins(folder, prefix="plugins"):
    plugins, errors = {}, {}
    for path in sorted(Path(folder).glob("*.py")):
        if path.is_file() and not path.name.startswith("_"):
            try:
                plugins[path.stem] = load(path, f"{prefix}.{path.stem}")
            except (Exception, SystemExit) as error:
                errors[path.stem] = error
    return plugins, errors


def load(path, name):
    spec = spec_from_file_location(name, path)
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        if not callable(getattr(module, "activate", None)):
            raise TypeError(f"{path.name} has no function “activate”")
    except BaseException:
        sys.modules.pop(name, None)
        raise
    sys.modules[name] = module
    return module
