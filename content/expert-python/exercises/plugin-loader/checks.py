import json
import sys
import tempfile
from pathlib import Path

from plugin_loader import load_plugins

GOOD = "def activate(app):\n    return __name__\n"


def load(files, prefix="plugins"):
    """What comes of a folder with these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_plugins(folder, prefix)


def test_loads_every_file():
    """Each file is a plug-in under its own name, in the order of the names."""
    plugins, errors = load({"b.py": GOOD, "a.py": GOOD, "c.py": GOOD})
    assert (list(plugins), errors) == (["a", "b", "c"], {})
    assert plugins["b"].activate(None) == "plugins.b"


def test_runs_them_in_order():
    """The order of a folder's entries is accidental, and differs from machine to machine."""
    note = "import sys\nsys.ran = [*getattr(sys, 'ran', []), __name__]\n" + GOOD
    try:
        load({f"{name}.py": note for name in "dbeac"})
        assert sys.ran == [f"plugins.{name}" for name in "abcde"]
    finally:
        vars(sys).pop("ran", None)


def test_takes_a_path_or_a_text():
    """A folder may be given as a text or as a `Path`."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.py").write_text(GOOD)
        assert list(load_plugins(Path(folder))[0]) == list(load_plugins(folder)[0]) == ["a"]


def test_leaves_other_files_alone():
    """Other endings, names that begin with `_`, and folders are no plug-ins."""
    files = {"a.py": GOOD, "_b.py": "1/0", "__init__.py": "1/0", "c.txt": "1/0", "d.pyc": "x"}
    plugins, errors = load({**files, "e/f.py": "1/0", "g.py/h.txt": ""})
    assert (list(plugins), errors) == (["a"], {})


def test_is_found_in_sys_modules():
    """A module that nobody finds cannot be imported, pickled or reloaded."""
    plugins, _ = load({"a.py": GOOD}, "extensions")
    assert plugins["a"].__name__ == "extensions.a"
    assert sys.modules["extensions.a"] is plugins["a"]
    assert Path(plugins["a"].__file__).name == "a.py"


def test_is_found_while_it_runs():
    """Dataclasses and others ask `sys.modules` for the module in which they are defined, at once."""
    text = """
from __future__ import annotations
import sys
from dataclasses import dataclass
from typing import ClassVar

@dataclass
class Settings:
    shared: ClassVar[int] = 1
    size: int = 3

found = sys.modules[__name__].Settings
""" + GOOD
    plugins, errors = load({"a.py": text})
    assert errors == {}
    assert plugins["a"].found(4).size == 4


def test_disturbs_no_other_module():
    """A plug-in that has the name of another module must not take its place, now or later."""
    before = list(sys.path)
    plugins, errors = load({"json.py": GOOD, "zipapp.py": GOOD})
    assert errors == {}
    assert sys.modules["json"] is json
    assert sys.modules.get("zipapp") is not plugins["zipapp"], "the plug-in stands for another module"
    assert sys.path == before


def test_a_plugin_imports_the_real_one():
    """Within a plug-in called `json`, `import json` means Python's own."""
    plugins, errors = load({"json.py": "import json\ntext = json.dumps([1])\n" + GOOD})
    assert errors == {}
    assert plugins["json"].text == "[1]"


def test_one_that_fails_does_not_stop_the_others(text, error):
    """The error is kept for the caller, who knows whether it matters; the others are loaded."""
    plugins, errors = load({"a.py": GOOD, "bad.py": text, "c.py": GOOD})
    assert list(plugins) == ["a", "c"]
    assert {name: type(each) for name, each in errors.items()} == {"bad": error}
    assert "plugins.bad" not in sys.modules, "what failed is still in sys.modules"


test_one_that_fails_does_not_stop_the_others.cases = {
    "raises": ("1/0", ZeroDivisionError),
    "syntax": ("def", SyntaxError),
    "import": ("import not_to_be_found_anywhere", ModuleNotFoundError),
    "exits": ("import sys\nsys.exit(3)", SystemExit),
    "no activate": ("x = 1", TypeError),
    "not callable": ("activate = 1", TypeError),
    "removes itself": ("import sys\ndel sys.modules[__name__]\n1/0", ZeroDivisionError),
}


def test_an_interrupt_passes():
    """Who presses Ctrl-C wants the program to stop, not the next plug-in."""
    try:
        load({"a.py": "raise KeyboardInterrupt", "b.py": GOOD})
    except KeyboardInterrupt:
        assert "plugins.a" not in sys.modules, "what was interrupted is still in sys.modules"
        return
    raise AssertionError("the KeyboardInterrupt should pass")


def test_activates_nothing():
    """To load is not to begin: the caller activates, in its own time."""
    plugins, errors = load({"a.py": "def activate(app):\n    raise OSError\n"})
    assert (list(plugins), errors) == (["a"], {})


def test_loads_anew():
    """Loading again runs the files as they are now."""
    first, _ = load({"a.py": "value = 1\n" + GOOD})
    second, _ = load({"a.py": "value = 22\n" + GOOD})
    assert (first["a"].value, second["a"].value) == (1, 22)
    assert sys.modules["plugins.a"] is second["a"]
    _, errors = load({"a.py": "1/0"})
    assert list(errors) == ["a"]
    assert "plugins.a" not in sys.modules, "the former module is still in sys.modules"


def test_an_empty_folder():
    """Without plug-ins there is nothing to load, and nothing wrong."""
    assert load({}) == ({}, {})


def test_other_encodings():
    """A file may say in which encoding it is written; without that it is UTF-8, on every machine."""
    plugins, _ = load({"a.py": "name = 'Žofie'\n" + GOOD})
    assert plugins["a"].name == "Žofie"
    with tempfile.TemporaryDirectory() as folder:
        text = "# coding: latin-1\nname = 'Zoë'\n" + GOOD
        Path(folder, "a.py").write_bytes(text.encode("latin-1"))
        assert load_plugins(folder)[0]["a"].name == "Zoë"
