import importlib
import importlib.util
import inspect
import json
import linecache
import sys
import traceback

from import_from_dict import importable

SHOP = {
    "lab_shop": "from . import prices\nfrom .prices import TAX\n__all__ = ['prices']",
    "lab_shop.prices": "TAX = 19\n\n\ndef fail():\n    raise ValueError('no price')\n",
    "lab_alone": "runs = []\nruns.append(__name__)\nme = __import__('sys').modules[__name__]",
}


def error_of(call, *args):
    try:
        call(*args)
    except Exception as error:
        return error
    return None


def test_imports_a_module():
    """A name of the dictionary is imported like any other, and is in `sys.modules` while it runs."""
    with importable(SHOP):
        module = importlib.import_module("lab_alone")
        assert sys.modules["lab_alone"] is module, "it should be in sys.modules"
    assert (module.__name__, module.runs) == ("lab_alone", ["lab_alone"])
    assert module.me is module, "the module should find itself while it runs"


def test_imports_once():
    """The second `import` finds the module in `sys.modules`."""
    with importable(SHOP):
        first = importlib.import_module("lab_alone")
        assert importlib.import_module("lab_alone") is first, "it was imported twice"
    assert first.runs == ["lab_alone"]


def test_imports_a_package():
    """A package has a path, and its modules are imported below it, relatively too."""
    with importable(SHOP):
        import lab_shop
        import lab_shop.prices
    assert (lab_shop.TAX, lab_shop.prices.TAX) == (19, 19)
    assert hasattr(lab_shop, "__path__"), "a package needs a `__path__`"
    assert not hasattr(lab_shop.prices, "__path__"), "a module without submodules is no package"
    assert (lab_shop.__package__, lab_shop.prices.__package__) == ("lab_shop", "lab_shop")


def test_every_form_of_import():
    """`import a.b`, `from a import b`, `import a.b as c` and a star all come to the same modules."""
    with importable(SHOP):
        space = {}
        exec("import lab_shop.prices", space)
        exec("from lab_shop import prices as one", space)
        exec("import lab_shop.prices as other", space)
        exec("from lab_shop import *", space)
    assert space["one"] is space["other"], "there are two modules of one name"
    assert space["prices"] is space["lab_shop"].prices, "the star should find the submodule"


def test_others_win():
    """What can be found on the path stays what it is: a dictionary must not be able to replace it."""
    kept = {name: sys.modules.pop(name, None) for name in ("colorsys",)}
    try:
        with importable({"json": "fake = True", "colorsys": "fake = True"}):
            assert importlib.import_module("json") is json
            assert not hasattr(importlib.import_module("colorsys"), "fake"), "colorsys was replaced"
            assert "colorsys" in sys.modules, "colorsys should be there"
        assert sys.modules["json"] is json, "the end of the block took away json"
        assert "colorsys" in sys.modules, "the end of the block took away colorsys"
    finally:
        sys.modules.update({name: module for name, module in kept.items() if module})


def test_what_nobody_has(name):
    """A name that is nowhere is the usual error, which tells the name."""
    with importable(SHOP):
        error = error_of(importlib.import_module, name)
    assert isinstance(error, ModuleNotFoundError), f"there was {error!r}"
    assert error.name == name


test_what_nobody_has.cases = {
    "a module": ("lab_nothing",),
    "a submodule": ("lab_shop.nothing",),
    "the end of a name": ("prices",),
}


def test_a_submodule_of_no_package():
    """Below a module that is no package nothing can be."""
    with importable({**SHOP, "lab_parent": "", "lab_parent_child": ""}):
        error = error_of(importlib.import_module, "lab_parent.child")
    assert isinstance(error, ModuleNotFoundError), f"there was {error!r}"


def test_afterwards_they_are_gone():
    """A test that imported modules from a dictionary must not leave them to the next one."""
    before = list(sys.meta_path)
    with importable(SHOP):
        import lab_shop
    assert [name for name in sys.modules if name.startswith("lab_")] == []
    assert sys.meta_path == before
    error = error_of(importlib.import_module, "lab_shop")
    assert isinstance(error, ModuleNotFoundError), "it can still be imported"
    assert lab_shop.prices.TAX == 19


def test_afterwards_also_by_an_exception():
    """A block that fails cleans up like any other, and its exception passes."""
    error = KeyError("stop")

    def block():
        with importable(SHOP):
            importlib.import_module("lab_alone")
            raise error

    assert error_of(block) is error, "the exception should pass"
    assert "lab_alone" not in sys.modules, "the module is still there"


def test_leaves_the_finders_of_others():
    """Who else changed `sys.meta_path` meanwhile keeps his changes."""
    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            return None

    try:
        with importable(SHOP):
            sys.meta_path.insert(0, Finder)
        assert Finder in sys.meta_path, "the finder of somebody else is gone"
    finally:
        if Finder in sys.meta_path:
            sys.meta_path.remove(Finder)


def test_leaves_the_modules_of_others():
    """A name of the dictionary may have been taken before the block, by a module that came from elsewhere."""
    mine = sys.modules["lab_alone"] = type(sys)("lab_alone")
    try:
        with importable(SHOP):
            assert importlib.import_module("lab_alone") is mine
        assert sys.modules.get("lab_alone") is mine, "a module of somebody else was taken away"
    finally:
        sys.modules.pop("lab_alone", None)


def test_a_module_that_fails():
    """A half filled module must not be found by the next import, which tries again."""
    sources = {"lab_bad": "value = 1\nraise OSError('no')"}
    with importable(sources):
        first = error_of(importlib.import_module, "lab_bad")
        assert isinstance(first, OSError), f"there was {first!r}"
        assert "lab_bad" not in sys.modules, "the half filled module is still there"
        sources["lab_bad"] = "value = 2"
        assert importlib.import_module("lab_bad").value == 2


def test_text_that_is_no_python():
    """A syntax error says in which module, and shows the line."""
    with importable({"lab_syntax": "x = 1\ny = = 2"}):
        error = error_of(importlib.import_module, "lab_syntax")
    assert isinstance(error, SyntaxError), f"there was {error!r}"
    assert (error.filename, error.lineno) == ("memory:lab_syntax", 2)


def test_the_dictionary_is_read_when_it_is_needed():
    """What is added in the block can be imported from then on, and what was changed is what is loaded anew."""
    sources = {}
    with importable(sources):
        first = error_of(importlib.import_module, "lab_later")
        sources["lab_later"] = "value = 1"
        module = importlib.import_module("lab_later")
        sources["lab_later"] = "value = 2"
        importlib.reload(module)
    assert isinstance(first, ModuleNotFoundError), "it was not there yet"
    assert module.value == 2


def test_tracebacks_show_the_line():
    """Whoever debugs wants to see the line, which no file holds."""
    linecache.clearcache()
    with importable(SHOP):
        import lab_shop.prices
        try:
            lab_shop.prices.fail()
        except ValueError:
            text = traceback.format_exc()
    assert "memory:lab_shop.prices" in text, f"the name of the file is missing:\n{text}"
    assert "raise ValueError('no price')" in text, f"the line is missing:\n{text}"


def test_source_can_be_seen():
    """`inspect` finds the text, though there is no file, and nothing pretends that there were one."""
    linecache.clearcache()
    with importable(SHOP):
        import lab_shop.prices
        assert inspect.getsource(lab_shop.prices.fail).startswith("def fail():")
    assert getattr(lab_shop.prices, "__file__", None) is None, "`__file__` should not be set"


def test_can_be_found_without_being_run():
    """`find_spec` answers whether there is a module; it must not execute it."""
    with importable({"lab_loud": "raise SystemExit('it ran')"}):
        spec = importlib.util.find_spec("lab_loud")
        nothing = importlib.util.find_spec("lab_nothing")
    assert (spec.name, nothing) == ("lab_loud", None)


def test_blocks_nest():
    """The inner block adds names; for a name of both the outer one was there first, and stays."""
    outer, inner = {"lab_a": "value = 'outer'"}, {"lab_a": "value = 'inner'", "lab_b": "value = 1"}
    with importable(outer):
        with importable(inner):
            assert importlib.import_module("lab_b").value == 1
            assert importlib.import_module("lab_a").value == "outer"
        assert "lab_b" not in sys.modules, "the inner module is still there"
        assert "lab_a" in sys.modules, "the outer module was taken away"
        error = error_of(importlib.import_module, "lab_b")
        assert isinstance(error, ModuleNotFoundError), f"lab_b should be gone: {error!r}"


def test_the_same_dictionary_twice():
    """Each block removes its own: the end of the inner one must not end the outer one."""
    with importable(SHOP):
        with importable(SHOP):
            pass
        assert importlib.import_module("lab_alone").runs == ["lab_alone"]
    error = error_of(importlib.import_module, "lab_alone")
    assert isinstance(error, ModuleNotFoundError), f"it should be gone, but there was {error!r}"
