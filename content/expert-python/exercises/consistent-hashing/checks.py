from collections import Counter

import consistent_hashing
from consistent_hashing import Placement

NODES = ["red", "green", "blue", "black", "white"]
KEYS = [f"user:{number}" for number in range(2_000)]


def placed(placement, keys=KEYS):
    return {key: placement.node_for(key) for key in keys}


def test_names_one_of_the_nodes():
    """Every key has a node, be it whatever text, and the answer does not change by asking."""
    placement = Placement(NODES)
    for key in ["", "a", "ключ", *KEYS[:50]]:
        node = placement.node_for(key)
        assert node in NODES, f"{node!r} is no node"
        assert placement.node_for(key) == node


def test_every_key_has_a_place_with_a_single_node():
    """With one node there is one answer; a key beyond the last place of a ring begins anew at its front."""
    assert set(placed(Placement(["only"])).values()) == {"only"}


def test_without_nodes_there_is_no_answer():
    """`None` would be taken for a node; an error cannot be overlooked."""
    emptied = Placement(["a"])
    emptied.remove("a")
    for placement in (Placement(), emptied):
        try:
            node = placement.node_for("key")
        except LookupError:
            continue
        raise AssertionError(f"LookupError should be raised, not {node!r} returned")


def test_shares_are_fair():
    """With five nodes none gets less than half or more than twice its fifth of the keys."""
    counts = Counter(placed(Placement(NODES)).values())
    fifth = len(KEYS) / 5
    for node in NODES:
        assert fifth / 2 < counts[node] < fifth * 2, f"the shares are {dict(counts)}"


def test_a_node_that_leaves_moves_only_its_own_keys(gone):
    """Keys of the nodes that stay have no reason to move: moving means copying data."""
    placement = Placement(NODES)
    before = placed(placement)
    placement.remove(gone)
    after = placed(placement)
    moved = [key for key in KEYS if before[key] != gone and before[key] != after[key]]
    assert moved == []
    assert gone not in after.values(), f"{gone} has left, and still gets keys"


test_a_node_that_leaves_moves_only_its_own_keys.cases = {node: (node,) for node in NODES}


def test_keys_of_a_leaver_are_spread():
    """What a node had goes to all the others, not to a single neighbor that would fall next."""
    placement = Placement(NODES)
    before = placed(placement)
    placement.remove("red")
    after = placed(placement)
    heirs = Counter(after[key] for key in KEYS if before[key] == "red")
    assert set(heirs) == set(NODES) - {"red"}
    assert max(heirs.values()) < 0.7 * sum(heirs.values()), f"the heirs are {dict(heirs)}"


def test_a_node_that_comes_takes_keys_and_moves_no_others():
    """A newcomer takes its share from everyone; between the others nothing changes."""
    placement = Placement(NODES[:4])
    before = placed(placement)
    placement.add("white")
    after = placed(placement)
    assert {after[key] for key in KEYS if before[key] != after[key]} == {"white"}
    assert set(before.values()) == set(NODES[:4])


def test_coming_back_restores_everything():
    """The answer follows from the nodes alone, not from what happened before."""
    placement = Placement(NODES)
    before = placed(placement)
    placement.remove("blue")
    placement.add("blue")
    assert placed(placement) == before


def test_the_order_of_adding_does_not_matter():
    """Two clients read the nodes from different lists and must still agree."""
    assert placed(Placement(reversed(NODES))) == placed(Placement(NODES))


def test_adding_twice_changes_nothing():
    """A node counts once, and one `remove` takes it away."""
    placement = Placement(NODES)
    placement.add("red")
    assert placed(placement) == placed(Placement(NODES))
    placement.remove("red")
    assert "red" not in placed(placement).values(), "red was removed"
    assert placement.nodes_for("key", 9).count("red") == 0


def test_remove_of_a_stranger(nodes):
    """Who removes a node that is not there is mistaken about the nodes, and should hear of it."""
    placement = Placement(nodes)
    try:
        placement.remove("pink")
    except KeyError:
        return
    raise AssertionError("KeyError should be raised")


test_remove_of_a_stranger.cases = {"some": (["red"],), "none": ([],)}


def test_copies_lie_on_different_nodes():
    """Two copies on one node are lost together. A node with many places on a ring must count once."""
    placement = Placement(NODES)
    for key in KEYS[:300]:
        nodes = placement.nodes_for(key, 3)
        assert len(nodes) == 3
        assert len(set(nodes)) == 3, f"{key} has its copies on {nodes}"
        assert nodes[0] == placement.node_for(key)


def test_copies_when_there_are_fewer_nodes():
    """More copies than nodes cannot be had: then all nodes, each once."""
    assert sorted(Placement(NODES).nodes_for("key", 9)) == sorted(NODES)
    assert Placement(["only"]).nodes_for("key", 3) == ["only"]


def test_the_second_takes_over():
    """When the first node leaves, the key is already where it is looked for."""
    for key in KEYS[:40]:
        placement = Placement(NODES)
        first, second, third = placement.nodes_for(key, 3)
        placement.remove(first)
        assert placement.nodes_for(key, 2) == [second, third]


def test_every_process_agrees():
    """`hash` of a text is salted anew in each process (PYTHONHASHSEED): here is what another process would see."""
    before = placed(Placement(NODES), KEYS[:200])
    original = hash
    patched = "hash" not in vars(consistent_hashing)
    if patched:
        consistent_hashing.hash = lambda value: original(("another process", value))
    try:
        after = placed(Placement(NODES), KEYS[:200])
    finally:
        if patched:
            del consistent_hashing.hash
    assert after == before


def test_names_do_not_run_together():
    """Nodes `n1` and `n11` must not share places, whatever is put together to be hashed."""
    nodes = ["n", "n1", "n11", "n111", "1", "11"]
    counts = Counter(placed(Placement(nodes)).values())
    assert set(counts) == set(nodes)
    placement = Placement(nodes)
    for node in nodes:
        before = placed(placement, KEYS[:150])
        placement.remove(node)
        after = placed(placement, KEYS[:150])
        placement.add(node)
        assert [k for k in after if before[k] not in (node, after[k])] == []
        assert placed(placement, KEYS[:150]) == before
