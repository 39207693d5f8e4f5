"""`make_dataclass(frozen=True, slots=True)` does all of it, and its `eq` compares like tuples."""
from dataclasses import field, make_dataclass, replace
from keyword import iskeyword


def record(name, fields, defaults=()):
    fields, defaults = tuple(fields), tuple(defaults)
    if any(not f.isidentifier() or iskeyword(f) or f.startswith("_") for f in fields):
        raise ValueError("bad name")
    if len(set(fields)) < len(fields) or len(defaults) > len(fields):
        raise ValueError("twice")
    required = len(fields) - len(defaults)
    specs = [(f, object) for f in fields[:required]]
    specs += [(f, object, field(default=d)) for f, d in zip(fields[required:], defaults)]
    return make_dataclass(
        name, specs, frozen=True, slots=True, namespace={"_replace": replace}
    )
