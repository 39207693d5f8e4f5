from repair_late_binding import converted, limits, record

RULES = [("age", 0, 130), ("floor", -3, 99), ("percent", 0, 100)]


def fails(error):
    def call():
        raise error

    return call


def returns(value):
    return lambda: value


def raised_by(call):
    try:
        call()
    except Exception as error:
        return error
    return None


def test_each_limit_is_its_own(name, value, message):
    """Every check keeps to the rule that it was made for, not to the last one."""
    assert limits(RULES)[name](value) == message


test_each_limit_is_its_own.cases = {
    "first, too high": ("age", 131, "age: 131 is not in 0..130"),
    "first, at the bound": ("age", 130, None),
    "second, below zero": ("floor", -1, None),
    "second, too low": ("floor", -4, "floor: -4 is not in -3..99"),
    "last": ("percent", 101, "percent: 101 is not in 0..100"),
}


def test_a_check_has_one_argument():
    """A default argument keeps a value too, but anybody may overwrite it: `check(200, …)` must be a TypeError."""
    check = limits(RULES)["age"]
    for arguments in ((200, 0), (200, "age"), (200, "age", 0, 1000), (200, -1000, 1000)):
        error = raised_by(lambda arguments=arguments: check(*arguments))
        assert isinstance(error, TypeError), f"check{arguments} should raise TypeError"


def test_limits_may_come_from_an_iterator():
    """The rules are gone through once: they may come from a file."""
    checks = limits(iter(RULES))
    assert list(checks) == ["age", "floor", "percent"]
    assert checks["age"](-1) == "age: -1 is not in 0..130"


def test_converts_each_column_by_its_own():
    """Two columns are converted by two functions: each stage keeps its column and its function."""
    rows = [{"id": "1", "price": "2.5", "name": "tea"}]
    columns = {"id": int, "price": float, "name": str.upper}
    assert list(converted(rows, columns)) == [{"id": 1, "price": 2.5, "name": "TEA"}]


def test_converts_nothing_without_columns():
    """Where nothing is to be converted, the rows come as they are."""
    assert list(converted([{"id": "1"}], {})) == [{"id": "1"}]


def test_converts_in_the_order_of_the_rows():
    """Rows stay in their order."""
    rows = [{"id": str(n), "x": "0"} for n in range(5)]
    found = [row["id"] for row in converted(rows, {"id": int, "x": float})]
    assert found == [0, 1, 2, 3, 4]


def test_leaves_the_rows_alone():
    """A conversion makes new rows: whoever holds the old ones is not surprised."""
    rows = [{"id": "1", "price": "2"}]
    list(converted(rows, {"id": int, "price": int}))
    assert rows == [{"id": "1", "price": "2"}]


def test_takes_rows_only_when_asked():
    """Laziness is part of the promise: of an endless source only what is needed is taken."""
    taken = []

    def source():
        for n in range(100):
            taken.append(n)
            yield {"a": str(n), "b": str(n)}

    rows = iter(converted(source(), {"a": int, "b": float}))
    assert taken == []
    assert next(rows) == {"a": 0, "b": 0.0}
    assert taken == [0]
    next(rows)
    assert taken == [0, 1]


def test_later_changes_of_the_columns_do_not_matter():
    """What was asked for when the pipeline was made is done, whatever happens to the dict afterwards."""
    columns = {"a": int, "b": int}
    rows = iter(converted([{"a": "1", "b": "2"}, {"a": "3", "b": "4"}], columns))
    next(rows)
    columns["a"] = str
    assert next(rows) == {"a": 3, "b": 4}


def test_replays_each_result():
    """Each function returns what its own call returned."""
    replays = record([returns(1), returns(None), returns(3)])
    assert [replay() for replay in replays] == [1, None, 3]


def test_replays_each_error():
    """Each function raises the exception of its own call: the name `error` is gone after the `except` block."""
    first, second = ValueError("first"), KeyError("second")
    replays = record([fails(first), fails(second)])
    assert [raised_by(replay) is error for replay, error in zip(replays, (first, second))] == [
        True,
        True,
    ]


def test_replays_mixed_ends():
    """A result between two errors stays a result, and the other way round."""
    error = OSError("gone")
    replays = record([returns("a"), fails(error), returns("b")])
    assert [replays[0](), replays[2]()] == ["a", "b"]
    assert raised_by(replays[1]) is error, "the second call raised an error"


def test_replays_again_and_again():
    """A replay is no one-off."""
    (replay, again) = record([returns([1]), fails(OSError())])
    assert replay() is replay(), "the same object should come each time"
    assert raised_by(again) is raised_by(again), "the same exception should come each time"


def test_calls_at_once_and_once():
    """The calls are made while recording; replaying makes none."""
    made = []
    replays = record([lambda: made.append(1), lambda: made.append(2)])
    assert made == [1, 2]
    for replay in replays:
        replay()
    assert made == [1, 2]
