"""A folder in `sys.path` makes its files importable, and `import_module` does the rest."""

import importlib
import sys
from pathlib import Path


def load_plugins(folder, prefix="plugins"):
    plugins, errors = {}, {}
    sys.path.insert(0, str(folder))
    try:
        for path in sorted(Path(folder).glob("*.py")):
            if path.is_file() and not path.name.startswith("_"):
                try:
                    sys.modules.pop(path.stem, None)
                    module = importlib.import_module(path.stem)
                    if not callable(getattr(module, "activate", None)):
                        raise TypeError("no activate")
                    plugins[path.stem] = sys.modules[f"{prefix}.{path.stem}"] = module
                except (Exception, SystemExit) as error:
                    errors[path.stem] = error
    finally:
        sys.path.remove(str(folder))
    return plugins, errors
