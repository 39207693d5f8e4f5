import operator
from unittest import mock

from repair_equality import Header, Labeled, Money, Node, Point, Version

MADE = {
    "money": lambda: Money(1, "EUR"),
    "header": lambda: Header("A", "b"),
    "point": lambda: Point(1, 2),
    "labeled": lambda: Labeled(1, 2, "a"),
    "version": lambda: Version("1.2"),
    "node": lambda: Node("a"),
}
each_class = {name: (make,) for name, make in MADE.items()}


def raises_type_error(call, *args):
    try:
        call(*args)
    except TypeError:
        return True
    return False


def agree(left, right, equal):
    """`==`, `!=` and the hash say the same, from both sides."""
    assert (left == right) is equal, f"left == right should be {equal}"
    assert (right == left) is equal, f"right == left should be {equal}"
    assert (left != right) is not equal, f"left != right should be {not equal}"
    if equal:
        assert hash(left) == hash(right), "equal values should have equal hashes"


def test_strangers_are_unequal(make):
    """Every object may be compared with every other one for equality; a list of mixed things is searched like that."""
    value = make()
    for stranger in (None, 1, "1.2", ("A", "b"), object(), []):
        assert (value == stranger) is False, f"it should not be equal to {stranger!r}"
        assert (stranger == value) is False, f"{stranger!r} should not be equal to it"
        assert (value != stranger) is True, f"it should differ from {stranger!r}"


test_strangers_are_unequal.cases = each_class


def test_the_other_side_is_asked(make):
    """`NotImplemented` means: I do not know you, perhaps you know me. `mock.ANY` does."""
    assert make() == mock.ANY, "the other side was not asked"
    assert mock.ANY == make(), "the other side was not asked"


test_the_other_side_is_asked.cases = each_class


def test_equal_to_itself(make):
    """The least that one may expect, and it has a hash that stays."""
    value = make()
    agree(value, value, True)
    assert value in {value}, "it should be found in a set"


test_equal_to_itself.cases = each_class


def test_money_is_equal(amount, currency, equal):
    """Amount and currency both count."""
    agree(Money(1, "EUR"), Money(amount, currency), equal)


test_money_is_equal.cases = {
    "the same": (1, "EUR", True),
    "another type of number": (1.0, "EUR", True),
    "another amount": (2, "EUR", False),
    "another currency": (1, "USD", False),
}


def test_money_is_ordered(compare, expected):
    """All four comparisons exist, and agree with each other."""
    pairs = [(1, 2), (2, 2), (3, 2)]
    assert [compare(Money(a, "EUR"), Money(b, "EUR")) for a, b in pairs] == expected


test_money_is_ordered.cases = {
    "<": (operator.lt, [True, False, False]),
    "<=": (operator.le, [True, True, False]),
    ">": (operator.gt, [False, False, True]),
    ">=": (operator.ge, [False, True, True]),
}


def test_money_of_two_currencies_has_no_order(compare):
    """A silent answer would sort yen among euros. Equality still has one."""
    for other in (Money(2, "JPY"), 2, None):
        assert raises_type_error(compare, Money(1, "EUR"), other), "TypeError should be raised"
    assert raises_type_error(sorted, [Money(1, "EUR"), Money(2, "JPY")]), "sorted should fail"


test_money_of_two_currencies_has_no_order.cases = {
    "<": (operator.lt,), "<=": (operator.le,), ">": (operator.gt,), ">=": (operator.ge,),
}


def test_headers(name, value, equal):
    """The case of the name does not count, for the hash as well; that of the value does."""
    agree(Header("Content-Type", "text"), Header(name, value), equal)


test_headers.cases = {
    "the same": ("Content-Type", "text", True),
    "another case": ("CONTENT-type", "text", True),
    "another name": ("Content", "text", False),
    "another value": ("Content-Type", "json", False),
    "the value in another case": ("Content-Type", "Text", False),
}


def test_a_header_shows_its_name_as_given():
    """What is compared need not be what is shown."""
    assert Header("X-Mixed", "b").name == "X-Mixed"
    assert len({Header("A", "b"), Header("a", "b")}) == 1


def test_points(left, right, equal):
    """Equality is symmetric: a subclass that compares more than its base is not equal to it, from neither side."""
    agree(left, right, equal)


test_points.cases = {
    "two points": (Point(1, 2), Point(1, 2), True),
    "other coordinates": (Point(1, 2), Point(2, 1), False),
    "two labeled": (Labeled(1, 2, "a"), Labeled(1, 2, "a"), True),
    "other labels": (Labeled(1, 2, "a"), Labeled(1, 2, "b"), False),
    "labeled and plain": (Labeled(1, 2, "a"), Point(1, 2), False),
    "other coordinates, same label": (Labeled(1, 2, "a"), Labeled(2, 2, "a"), False),
}


def test_a_subclass_without_anything_new():
    """A subclass that adds nothing but methods is still a point, and equal to one."""
    class Moving(Point):
        def moved(self):
            return Moving(self.x + 1, self.y)

    agree(Moving(1, 2), Point(1, 2), True)
    agree(Moving(1, 2), Labeled(1, 2, "a"), False)


def test_versions_are_equal(left, right, equal):
    """Numbers are compared, and zeros at the end mean nothing - for the hash neither."""
    agree(Version(left), Version(right), equal)


test_versions_are_equal.cases = {
    "the same": ("1.10", "1.10", True),
    "a zero more": ("1.10", "1.10.0", True),
    "many zeros": ("1", "1.0.0.0", True),
    "a leading zero": ("1.02", "1.2", True),
    "a zero inside": ("1.0.1", "1.1", False),
    "zero": ("0", "0.0", True),
}


def test_versions_are_ordered(left, right):
    """Ten comes after nine; all comparisons say so."""
    small, large = Version(left), Version(right)
    assert (small < large, small <= large) == (True, True)
    assert (small > large, small >= large) == (False, False)
    assert (large > small, large <= small) == (True, False)


test_versions_are_ordered.cases = {
    "nine and ten": ("1.9", "1.10"),
    "shorter": ("1.9", "1.9.1"),
    "longer but earlier": ("1.9.9", "2"),
}


def test_equal_versions_are_neither_less_nor_more():
    """`<=` of equal ones is true also if they are written differently."""
    one, other = Version("2"), Version("2.0")
    assert (one <= other, one >= other, one < other, one > other) == (True, True, False, False)
    assert raises_type_error(operator.lt, one, "3"), "a text is no version"


def test_nodes_are_themselves():
    """Two nodes of the same name are two nodes."""
    agree(Node("a"), Node("a"), False)


def test_a_node_stays_in_its_set():
    """A hash that changes with the content loses the object in its own set."""
    node = Node("a")
    seen = {node}
    node.children.append(Node("b"))
    node.name = "renamed"
    assert node in seen, "the node is not found any more"


def test_a_tree_contains_its_nodes():
    """`in` looks for this very node, at any depth."""
    leaf = Node("leaf")
    tree = Node("root", [Node("branch", [leaf]), Node("other")])
    assert (leaf in tree, tree in tree) == (True, True)
    assert (Node("leaf") in tree, tree in leaf) == (False, False)
    assert "leaf" not in tree, "a name is no node"
    assert mock.ANY not in tree, "only the very object counts, whatever it is equal to"
