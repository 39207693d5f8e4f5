import random

from build_order import CycleError, build_order


def faults(order, needs):
    """What is wrong with an order, in words."""
    names = set(needs).union(*needs.values()) if needs else set()
    if sorted(map(repr, order)) != sorted(map(repr, names)):
        return f"these names should come, each once: {sorted(map(repr, names))}"
    place = {name: at for at, name in enumerate(order)}
    late = [(n, m) for n in needs for m in needs[n] if place[m] > place[n]]
    return f"{late[0][1]!r} is needed by {late[0][0]!r} and comes after it" if late else ""


def test_orders(needs):
    """Each name comes once, and after all that it needs."""
    assert faults(build_order(needs), needs) == ""


test_orders.cases = {
    "nothing": ({},),
    "one": ({"a": []},),
    "a chain": ({"a": ["b"], "b": ["c"], "c": []},),
    "a chain backwards": ({"c": [], "b": ["c"], "a": ["b"]},),
    "two parts": ({"a": ["b"], "b": [], "x": ["y"], "y": []},),
    "only needed": ({"app": ["lib", "log"], "lib": ["log"]},),
    "named twice": ({"a": ["b", "b"], "b": []},),
    "no order of names": ({"a": [1, None], 1: [("x",)], None: [1]},),
}


def test_a_diamond_is_no_cycle(needs):
    """Meeting a name a second time means a cycle only if one is still on the way down from it."""
    assert faults(build_order(needs), needs) == ""


test_a_diamond_is_no_cycle.cases = {
    "diamond": ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []},),
    "shortcut": ({"a": ["b", "c"], "b": ["c"], "c": []},),
    "shortcut first": ({"a": ["c", "b"], "b": ["c"], "c": []},),
    "two diamonds": (
        {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e", "f"], "e": ["g"], "f": ["g"]},
    ),
}


def raised(needs):
    try:
        order = build_order(needs)
    except CycleError as error:
        return error
    raise AssertionError(f"CycleError should be raised, but the order is {order}")


def test_reports_one_cycle(needs, names):
    """Each name of the cycle needs the next, the last is the first again, and nothing else is in it."""
    cycle = raised(needs).cycle
    assert cycle[0] == cycle[-1]
    assert sorted(cycle[1:]) == names
    for name, following in zip(cycle, cycle[1:]):
        assert following in needs[name], f"{name!r} does not need {following!r}: the cycle is {cycle}"


test_reports_one_cycle.cases = {
    "itself": ({"a": ["a"]}, ["a"]),
    "two": ({"a": ["b"], "b": ["a"]}, ["a", "b"]),
    "three": ({"a": ["b"], "b": ["c"], "c": ["a"]}, ["a", "b", "c"]),
    "with a way in": ({"in": ["x"], "x": ["a"], "a": ["b"], "b": ["a"]}, ["a", "b"]),
    "with a way out": ({"a": ["out", "b"], "b": ["a"], "out": ["end"]}, ["a", "b"]),
    "between others": (
        {"top": ["a", "leaf"], "a": ["leaf", "b"], "b": ["c", "leaf"], "c": ["a"], "leaf": []},
        ["a", "b", "c"],
    ),
    "beside a part in order": ({"x": ["y"], "y": [], "b": ["a"], "a": ["b"]}, ["a", "b"]),
}


def test_of_several_cycles_reports_one():
    """One cycle is enough, but it must be a real one, without repetitions."""
    needs = {"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c", "b"]}
    cycle = raised(needs).cycle
    assert len(set(cycle)) == len(cycle) - 1
    for name, following in zip(cycle, cycle[1:]):
        assert following in needs[name], f"{name!r} does not need {following!r}: the cycle is {cycle}"


def test_a_cycle_error_is_a_value_error():
    """Callers who know nothing of this module can catch it, and its message names what is in the cycle."""
    error = raised({"first": ["second"], "second": ["first"]})
    assert isinstance(error, ValueError), "CycleError should be a ValueError"
    assert "first" in str(error) and "second" in str(error), f"the message is {str(error)!r}"


def test_reads_needs_once():
    """A generator can be read only once: a second look finds nothing."""
    order = build_order({"a": iter(["b", "c"]), "b": iter(["c"]), "c": iter([])})
    assert order == ["c", "b", "a"]
    error = raised({"a": iter(["b"]), "b": iter(["c"]), "c": iter(["b"])})
    assert sorted(error.cycle[1:]) == ["b", "c"]


def test_changes_nothing():
    """The mapping and its lists belong to the caller."""
    needs = {"a": ["b"], "b": ["c"], "d": []}
    build_order(needs)
    assert needs == {"a": ["b"], "b": ["c"], "d": []}


def test_takes_long_chains():
    """Eight thousand names in a row are more than the call stack holds."""
    length = 8_000
    needs = {number: [number + 1] for number in range(length)}
    assert build_order(needs) == list(range(length, -1, -1))
    needs[length] = [0]
    assert len(raised(needs).cycle) == length + 2


def test_looks_at_each_need_once():
    """With a diamond below each diamond the ways double each time: no one may walk all of them."""
    needs = {}
    for level in range(200):
        needs[f"top{level}"] = [f"left{level}", f"right{level}"]
        needs[f"left{level}"] = needs[f"right{level}"] = [f"top{level + 1}"]
    assert faults(build_order(needs), needs) == ""


def test_agrees_with_the_graph():
    """On random graphs: an order where there is one, and a real cycle where there is none."""
    chance = random.Random(13)
    for _ in range(200):
        names = range(chance.randrange(1, 8))
        needs = {n: [m for m in names if chance.random() < 0.2] for n in names}
        try:
            order = build_order(needs)
        except CycleError as error:
            for name, following in zip(error.cycle, error.cycle[1:]):
                assert following in needs[name], f"{error.cycle} is no cycle of {needs}"
            assert error.cycle[0] == error.cycle[-1]
        else:
            assert faults(order, needs) == ""
