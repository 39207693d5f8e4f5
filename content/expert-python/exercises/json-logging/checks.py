import asyncio
import io
import json
import logging
import threading
from datetime import date
from decimal import Decimal

from json_logging import JsonFormatter, bound


class Lines(logging.Handler):
    """Keeps what the formatter makes of each record."""

    def __init__(self):
        super().__init__()
        self.setFormatter(JsonFormatter())
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))

    def strict(self, at=-1):
        """The object of a line; `NaN` and the like are not JSON."""
        def refuse(name):
            raise AssertionError(f"{name} is not JSON: {self.lines[at]}")

        return json.loads(self.lines[at], parse_constant=refuse)


def logger():
    """A logger of its own, and its lines."""
    log, lines = logging.Logger("shop"), Lines()
    log.addHandler(lines)
    return log, lines


def test_tells_the_four_fields():
    """Level, logger, message and time are in every line."""
    log, lines = logger()
    log.warning("sold out")
    told = lines.strict()
    assert (told["level"], told["logger"], told["message"]) == ("WARNING", "shop", "sold out")
    assert set(told) == {"time", "level", "logger", "message"}


def test_fills_in_the_arguments():
    """`%s` and its arguments are joined by the record, when it is formatted."""
    log, lines = logger()
    log.info("%s paid %d", "Ada", 5)
    assert lines.strict()["message"] == "Ada paid 5"


def test_time_is_utc_with_milliseconds(created, expected):
    """Lines of machines in different zones are compared: UTC, and always of the same length."""
    record = logging.LogRecord("shop", logging.INFO, "file", 1, "hello", (), None)
    record.created, record.msecs = created, created % 1 * 1000
    assert json.loads(JsonFormatter().format(record))["time"] == expected


test_time_is_utc_with_milliseconds.cases = {
    "milliseconds": (1_764_235_800.125, "2025-11-27T09:30:00.125Z"),
    "a whole second": (1_764_235_800.0, "2025-11-27T09:30:00.000Z"),
    "half a second": (0.5, "1970-01-01T00:00:00.500Z"),
}


def test_writes_extra_fields():
    """What the caller passes as `extra` is beside the message, with its type."""
    log, lines = logger()
    log.info("paid", extra={"user": 3, "tags": ["a", None, True], "price": {"net": 1.5}})
    told = lines.strict()
    assert told["user"] == 3
    assert told["tags"] == ["a", None, True]
    assert told["price"] == {"net": 1.5}


def test_writes_nothing_else_of_the_record():
    """A record has some twenty attributes of its own; only what the caller passed is a field, even on newer Pythons."""
    log, lines = logger()
    log.info("paid", extra={"user": 3})
    assert set(lines.strict()) == {"time", "level", "logger", "message", "user"}


def test_what_others_computed_is_no_field():
    """Another formatter puts `message` and `asctime` on the record: they are not `extra`."""
    log, lines = logger()
    first = logging.StreamHandler(io.StringIO())
    first.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.handlers.insert(0, first)
    log.info("paid %d", 5, extra={"user": 3})
    assert set(lines.strict()) == {"time", "level", "logger", "message", "user"}


def test_the_four_are_not_replaced(field):
    """A field that happens to have the name of one of the four must not falsify the log."""
    log, lines = logger()
    with bound(**{field: "false"}):
        log.info("true", extra={field: "false"} if field in ("level", "logger", "time") else {})
    told = lines.strict()
    assert told["message"] == "true"
    assert told["level"] == "INFO"
    assert told["logger"] == "shop"
    assert told["time"] != "false", "the time was replaced"


test_the_four_are_not_replaced.cases = {each: (each,) for each in ("time", "level", "logger", "message")}


def test_stays_in_one_line():
    """Whoever reads the log splits it into lines first."""
    log, lines = logger()
    log.info("two\nlines\r\u2028", extra={"text": "a\nb"})
    assert len(lines.lines[-1].splitlines()) == 1
    assert lines.strict()["message"] == "two\nlines\r\u2028"
    assert lines.strict()["text"] == "a\nb"


class Broken:
    def __str__(self):
        raise RuntimeError("half made")

    __repr__ = __str__


def test_writes_what_json_cannot(value, expected):
    """What JSON cannot express becomes a text: to lose a line, or to fail, is worse."""
    log, lines = logger()
    log.info("value", extra={"value": value})
    assert lines.strict()["value"] == expected


test_writes_what_json_cannot.cases = {
    "date": (date(2024, 2, 29), "2024-02-29"),
    "decimal": (Decimal("1.50"), "1.50"),
    "within a list": ([date(2024, 2, 29), 1], ["2024-02-29", 1]),
    "within a dictionary": ({"day": date(2024, 2, 29)}, {"day": "2024-02-29"}),
    "an error": (ValueError("low"), "low"),
    "broken": (Broken(), "<Broken>"),
    "broken, within a list": ([Broken()], ["<Broken>"]),
    "not a number": (float("nan"), "nan"),
    "infinite": (float("inf"), "inf"),
    "infinite, within": ({"list": [1.5, float("-inf")]}, {"list": [1.5, "-inf"]}),
}


def test_writes_keys_that_are_no_texts(value):
    """JSON has only texts as keys: others must not cost the line."""
    log, lines = logger()
    log.info("value", extra={"value": value})
    assert lines.strict()["message"] == "value"


test_writes_keys_that_are_no_texts.cases = {
    "pair": ({(1, 2): 3},), "date": ({date(2024, 2, 29): 1},), "not a number": ({float("nan"): 1},),
}


def test_something_that_contains_itself():
    """A line comes out even for a value that has no end."""
    log, lines = logger()
    value = [1]
    value.append(value)
    log.info("value", extra={"value": value})
    assert lines.strict()["message"] == "value"


def test_tells_an_exception():
    """Type, message and traceback are fields of their own, so that one can search for them."""
    log, lines = logger()
    try:
        int("x")
    except ValueError:
        log.exception("failed")
    error = lines.strict()["error"]
    assert error["type"] == "ValueError"
    assert error["message"] == "invalid literal for int() with base 10: 'x'"
    assert error["traceback"].startswith("Traceback (most recent call last)"), error["traceback"]


def test_without_an_exception_there_is_no_error(info):
    """`exc_info=True` where nothing was raised is `(None, None, None)`, and no error."""
    record = logging.LogRecord("shop", logging.INFO, "file", 1, "hello", (), info)
    told = json.loads(JsonFormatter().format(record))
    assert "error" not in told, f"there was no error: {told}"


test_without_an_exception_there_is_no_error.cases = {"none": (None,), "nothing raised": ((None, None, None),)}


def test_binds_fields():
    """Within the block every line has the fields; afterwards none has."""
    log, lines = logger()
    with bound(request="r-17"):
        log.info("in")
    log.info("out")
    assert lines.strict(0)["request"] == "r-17"
    assert "request" not in lines.strict(1), "the block is over"


def test_inner_blocks_add_to_outer_ones():
    """An inner block adds and replaces, and what it replaced comes back after it."""
    log, lines = logger()
    with bound(request="r-17", user=1):
        with bound(user=2, step="pay"):
            log.info("inner")
        log.info("outer")
    inner, outer = lines.strict(0), lines.strict(1)
    assert (inner["request"], inner["user"], inner["step"]) == ("r-17", 2, "pay")
    assert (outer["request"], outer["user"], "step" in outer) == ("r-17", 1, False)


def test_a_block_ends_with_an_error_too():
    """An error ends the block, and what comes later has nothing to do with it."""
    log, lines = logger()
    try:
        with bound(request="r-17"):
            raise KeyError
    except KeyError:
        log.info("after")
    assert "request" not in lines.strict(), "the block is over"


def test_extra_takes_precedence():
    """Who logs knows best: `extra` replaces what is bound."""
    log, lines = logger()
    with bound(user=1):
        log.info("paid", extra={"user": 2})
    assert lines.strict()["user"] == 2


async def test_tasks_do_not_mix():
    """Tasks take turns within one thread: what one binds, another must not log."""
    log, lines = logger()

    async def handle(request):
        with bound(request=request):
            await asyncio.sleep(0)
            log.info("%s", request)
            await asyncio.sleep(0)

    await asyncio.gather(*(handle(f"r-{number}") for number in range(3)))
    told = [lines.strict(at) for at in range(3)]
    assert [each["request"] for each in told] == [each["message"] for each in told]


def test_threads_do_not_mix():
    """What one thread binds is not in the lines of another."""
    log, lines = logger()
    inside, leave = threading.Event(), threading.Event()

    def handle():
        with bound(request="r-17"):
            inside.set()
            leave.wait(2)

    thread = threading.Thread(target=handle)
    thread.start()
    inside.wait(2)
    log.info("elsewhere")
    leave.set()
    thread.join()
    assert "request" not in lines.strict(), "it was bound in another thread"


def test_changes_no_record():
    """Other handlers get the same record after this one."""
    record = logging.LogRecord("shop", logging.INFO, "file", 1, "paid %d", (5,), None)
    record.user = 3
    JsonFormatter().format(record)
    assert (record.msg, record.args, record.user, record.exc_text) == ("paid %d", (5,), 3, None)
