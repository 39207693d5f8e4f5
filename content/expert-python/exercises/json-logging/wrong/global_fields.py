"""What is bound is a property of the program."""
import json
import logging
import math
from contextlib import contextmanager
from datetime import datetime, timezone

fields_in_force = {}
plain = logging.LogRecord("", 0, "", 0, "", (), None)
OWN = {*vars(plain), "message", "asctime"}
DEEPEST = 20


@contextmanager
def bound(**fields):
    before = dict(fields_in_force)
    fields_in_force.update(fields)
    try:
        yield
    finally:
        fields_in_force.clear()
        fields_in_force.update(before)


def text(value):
    try:
        return str(value)
    except Exception:
        return f"<{type(value).__name__}>"


def simple(value, depth=0):
    if depth > DEEPEST:
        return "…"
    if isinstance(value, dict):
        return {text(key): simple(value[key], depth + 1) for key in value}
    if isinstance(value, (list, tuple)):
        return [simple(each, depth + 1) for each in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else text(value)
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return text(value)


class JsonFormatter(logging.Formatter):
    def format(self, record):
        moment = datetime.fromtimestamp(record.created, timezone.utc)
        told = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        extra = {name: value for name, value in vars(record).items() if name not in OWN}
        fields = {**(fields_in_force), **extra}
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            fields["error"] = {
                "type": type(error).__name__,
                "message": text(error),
                "traceback": self.formatException(record.exc_info),
            }
        return json.dumps(simple({**fields, **told}))
