import importlib
import os
import sys
import tempfile

from lazy_exports import lazy_exports

SHOP = {
    "prices": "TAX = 19\nloads.append('prices')",
    "orders": (
        "loads.append('orders')\nclass Order: pass\n"
        "def open(): return 'opened'\norders = 'a value'"
    ),
    "hidden": "loads.append('hidden')\nsecret = 1",
    "broken": "loads.append('broken')\nimport there_is_no_such_module",
    "failing": "loads.append('failing')\nraise OSError('no')",
}
EXPORTS = {
    "prices": None,
    "Order": "orders",
    "open_order": "orders:open",
    "broken": None,
    "Failing": "failing",
    "Missing": "orders",
}
NAMES = "__getattr__, __dir__, __all__"
HEAD = "from lazy_exports import lazy_exports\nversion = 1\n"


class Package:
    """A package in a folder of its own, which is forgotten afterwards."""

    def __init__(self, exports=EXPORTS):
        self.exports, self.loads = exports, []

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "lab_shop")
        os.mkdir(path)
        texts = {name: f"from lab_loads import loads\n{text}" for name, text in SHOP.items()}
        texts["__init__"] = HEAD + f"{NAMES} = lazy_exports(__name__, {self.exports!r})\n"
        for name, text in texts.items():
            with open(os.path.join(path, f"{name}.py"), "w", encoding="utf-8") as file:
                file.write(text)
        loads = sys.modules["lab_loads"] = type(sys)("lab_loads")
        loads.loads = self.loads
        sys.path.insert(0, self.folder.name)
        importlib.invalidate_caches()
        self.shop = importlib.import_module("lab_shop")
        return self

    def __exit__(self, *exception):
        sys.path.remove(self.folder.name)
        for name in [name for name in sys.modules if name.startswith("lab_")]:
            del sys.modules[name]
        self.folder.cleanup()


def error_of(call, *args):
    try:
        call(*args)
    except Exception as error:
        return error
    return None


def test_imports_nothing_at_first():
    """That is the purpose: the package is there, and nothing below it has been loaded."""
    with Package() as package:
        assert package.loads == []
        assert "lab_shop.orders" not in sys.modules, "a submodule is loaded already"
        assert package.shop.version == 1


def test_an_export_is_loaded_when_it_is_read(name, loaded):
    """Each name loads the one submodule that it needs."""
    with Package() as package:
        value = getattr(package.shop, name)
        assert package.loads == [loaded]
        module = sys.modules[f"lab_shop.{loaded}"]
        expected = {"prices": module, "Order": getattr(module, "Order", None)}.get(name, None)
        if name == "open_order":
            expected = module.open
        assert value is expected, f"{name} is {value!r}"


test_an_export_is_loaded_when_it_is_read.cases = {
    "a submodule": ("prices", "prices"),
    "a name": ("Order", "orders"),
    "another name": ("open_order", "orders"),
}


def test_every_form_of_import():
    """`from` reads an attribute as well, and a submodule can be imported in the usual ways."""
    with Package() as package:
        space = {}
        exec("from lab_shop import Order, open_order as o, prices", space)
        exec("import lab_shop.hidden", space)
        assert space["o"]() == "opened"
        assert space["prices"].TAX == 19
        assert space["lab_shop"].hidden.secret == 1
        assert package.loads == ["orders", "prices", "hidden"]


def test_a_star_imports_the_exports():
    """`__all__` tells the star what there is, and the star then reads each of them."""
    with Package({"prices": None, "Order": "orders"}) as package:
        space = {}
        exec("from lab_shop import *", space)
        assert sorted(name for name in space if name[0] != "_") == ["Order", "prices"]
        assert package.shop.__all__ == ["prices", "Order"]


def test_is_plain_afterwards():
    """Once read, the value is stored in the package: no code runs for it any more, and it can be replaced."""
    with Package() as package:
        for name in ("Order", "open_order", "prices"):
            value = getattr(package.shop, name)
            assert vars(package.shop).get(name) is value, f"{name} is not stored in the package"
        package.shop.Order = "replaced"
        assert package.shop.Order == "replaced"


def test_an_unknown_name(name):
    """As for any module it is an AttributeError that tells both, and nothing is imported on suspicion."""
    with Package() as package:
        error = error_of(getattr, package.shop, name)
        assert isinstance(error, AttributeError), f"there was {error!r}"
        assert "lab_shop" in str(error) and repr(name) in str(error), f"it says {error}"
        assert not hasattr(package.shop, name), "hasattr should be False"
        assert getattr(package.shop, name, 5) == 5
        assert package.loads == []


test_an_unknown_name.cases = {
    "nowhere": ("nothing",),
    "a submodule that is not listed": ("hidden",),
    "a submodule of an export": ("orders",),
    "special": ("__path_hooks__",),
}


def test_dir_tells_and_loads_nothing():
    """Completion and documentation ask for names: listing them must not load them."""
    with Package() as package:
        names = dir(package.shop)
        assert package.loads == []
        assert [name for name in (*EXPORTS, "version", "__name__") if name not in names] == []
        assert names == sorted(set(names))


def test_an_import_error_stays_one():
    """A submodule that cannot be imported is broken, not missing: `hasattr` must not hide that."""
    with Package() as package:
        error = error_of(getattr, package.shop, "broken")
        assert isinstance(error, ModuleNotFoundError), f"there was {error!r}"
        assert error.name == "there_is_no_such_module"
        error = error_of(hasattr, package.shop, "broken")
        assert isinstance(error, ModuleNotFoundError), "hasattr should pass the error on"


def test_other_errors_pass_and_are_not_kept():
    """What the submodule raises comes out, and the next access tries again."""
    with Package() as package:
        errors = [error_of(getattr, package.shop, "Failing") for _ in range(2)]
        assert [type(error) for error in errors] == [OSError, OSError]
        assert package.loads == ["failing", "failing"]


def test_a_submodule_without_the_name():
    """A mistake in the table is told when it is met, with the submodule and the name."""
    with Package() as package:
        error = error_of(getattr, package.shop, "Missing")
        assert isinstance(error, AttributeError), f"there was {error!r}"
        assert "lab_shop.orders" in str(error) and "Missing" in str(error), f"it says {error}"


def test_a_value_with_the_name_of_its_module():
    """Importing a submodule sets it as an attribute of the package: the value has to be set after that."""
    with Package({"orders": "orders:orders", "Order": "orders"}) as package:
        first = package.shop.orders
        importlib.import_module("lab_shop.orders")
        assert [first, package.shop.orders] == ["a value", "a value"]


def test_a_value_whose_module_was_loaded_by_another_name():
    """Also when it was another export that loaded the submodule first."""
    with Package({"orders": "orders:orders", "Order": "orders"}) as package:
        assert package.shop.Order.__name__ == "Order"
        assert package.shop.orders == "a value"


def test_packages_do_not_mix():
    """Each call serves one package."""
    one, _, names = lazy_exports("lab_one", {"a": None})
    other, _, _ = lazy_exports("lab_other", {"b": None})
    assert names == ["a"]
    error = error_of(other, "a")
    assert isinstance(error, AttributeError) and "lab_other" in str(error), f"there was {error!r}"
    assert isinstance(error_of(one, "a"), ImportError), "there is no package lab_one"


def test_later_changes_of_the_table():
    """The table is the caller's: what he does to it later changes nothing."""
    exports = {"a": None}
    getter, _, names = lazy_exports("lab_one", exports)
    exports["b"] = None
    assert names == ["a"]
    assert isinstance(error_of(getter, "b"), AttributeError), "b was not exported"


def test_refuses_bad_names(exports):
    """A name that nobody can write is a mistake in the table, told when the package is imported."""
    try:
        lazy_exports("lab_one", exports)
    except ValueError:
        return
    raise AssertionError("ValueError should be raised")


test_refuses_bad_names.cases = {
    "an export": ({"not a name": None},),
    "a module": ({"a": "or-ders"},),
    "an attribute": ({"a": "orders:not a name"},),
    "no attribute": ({"a": "orders:"},),
}
