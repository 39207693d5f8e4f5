import copy

import repair_shared_defaults as module
from repair_shared_defaults import DEFAULTS, Cart, grid, grouped, rota, settings


def test_each_cart_has_items_of_its_own():
    """A list in the body of a class is one list for all carts."""
    first, second = Cart("Ada"), Cart("Grace")
    first.items.append("tea")
    assert second.items == []
    assert Cart("Alan").items == []
    assert first.items == ["tea"]


def test_a_cart_is_made_now():
    """The clock is read when a cart is made, not when the module is imported."""
    ticks = iter([10, 20])
    before, module.clock = module.clock, lambda: next(ticks)
    try:
        assert [Cart("Ada").created, Cart("Grace").created] == [10, 20]
    finally:
        module.clock = before


def test_a_given_time_is_kept(created):
    """What the caller gives is taken as it is, and no clock is read for it; zero is a time too."""
    before, module.clock = module.clock, lambda: -1
    try:
        assert Cart("Ada", created).created == created
        assert Cart("Ada", created=created).created == created
    finally:
        module.clock = before


test_a_given_time_is_kept.cases = {"some": (1234,), "zero": (0,)}


def test_groups():
    """Values with the same key stand in one list, in their order."""
    assert grouped([("a", 1), ("b", 2), ("a", 3)]) == {"a": [1, 3], "b": [2]}


def test_a_second_call_begins_anew():
    """A default dict is made when the function is defined, so that a second call would find the first one's groups."""
    first = grouped([("a", 1)])
    second = grouped([("b", 2)])
    assert second == {"b": [2]}
    assert first == {"a": [1]}


def test_fills_the_dict_it_is_given(groups):
    """A caller's dict is filled, an empty one as well: being empty is not the same as not being given."""
    expected = {**copy.deepcopy(groups), "new": [1]}
    filled = grouped([("new", 1)], groups)
    assert filled is groups, "the caller's dict should be returned"
    assert groups == expected


test_fills_the_dict_it_is_given.cases = {"empty": ({},), "with groups": ({"a": [0]},)}


def test_a_grid_has_rows_of_its_own():
    """Changing one row leaves the others alone."""
    rows = grid(2, 2, int)
    rows[0][0] = 1
    assert rows == [[1, 0], [0, 0]]


def test_a_grid_has_cells_of_its_own():
    """Every single cell is made by a call of its own."""
    rows = grid(2, 3)
    rows[0][0].append("x")
    rows[1][2].append("y")
    assert rows == [[["x"], [], []], [[], [], ["y"]]]


def test_a_grid_makes_as_many_cells_as_it_has():
    """No call of `fill` too many, none too few, and an empty grid has none."""
    made = []
    grid(2, 3, lambda: made.append(1))
    assert len(made) == 6
    assert [grid(0, 3), grid(2, 0)] == [[], [[], []]]


def test_each_day_has_a_list_of_its_own():
    """`dict.fromkeys` puts the same object under each key."""
    days = rota(["mon", "tue"])
    days["mon"].append("Ada")
    assert days == {"mon": ["Ada"], "tue": []}


def test_a_rota_is_an_ordinary_dict():
    """A day that does not exist is an error still: looking must not add it."""
    days = rota(iter(["mon"]))
    try:
        days["moon"]
    except KeyError:
        pass
    assert days == {"mon": []}


def test_overrides_the_defaults():
    """Headers are merged, everything else is replaced."""
    found = settings(retries=5, headers={"x-id": "1"}, hosts=["a", "b"], debug=True)
    assert found == {
        "retries": 5,
        "headers": {"accept": "*/*", "x-id": "1"},
        "hosts": ["a", "b"],
        "debug": True,
    }


def test_a_header_replaces_a_default():
    """The caller's header wins over the default of the same name."""
    assert settings(headers={"accept": "text/html"})["headers"] == {"accept": "text/html"}


def test_one_result_does_not_change_the_next():
    """A shallow copy shares its headers and its hosts with the defaults."""
    before = copy.deepcopy(DEFAULTS)
    first = settings(headers={"x-id": "1"})
    first["headers"]["token"] = "secret"
    first["hosts"].append("evil")
    first["retries"] = 0
    assert DEFAULTS == before
    assert settings() == before


def test_a_result_does_not_change_the_caller():
    """What the caller handed over stays the caller's: its dicts and lists are not changed through the result."""
    headers, hosts = {"x-id": "1"}, ["a"]
    options = {"tls": {"verify": True}}
    found = settings(headers=headers, hosts=hosts, options=options)
    found["headers"]["more"] = "2"
    found["hosts"].append("b")
    found["options"]["tls"]["verify"] = False
    assert [headers, hosts, options] == [{"x-id": "1"}, ["a"], {"tls": {"verify": True}}]
