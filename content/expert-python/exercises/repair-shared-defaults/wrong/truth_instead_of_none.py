"""`or` is the short way to write a default."""
import copy
import time

DEFAULTS = {"retries": 3, "headers": {"accept": "*/*"}, "hosts": ["localhost"]}

clock = time.time


class Cart:
    def __init__(self, customer, created=None):
        self.items = []
        self.customer = customer
        self.created = created or clock()


def grouped(pairs, groups=None):
    groups = groups or {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def grid(rows, columns, fill=list):
    return [[fill() for _ in range(columns)] for _ in range(rows)]


def rota(days):
    return {day: [] for day in days}


def settings(**overrides):
    merged = copy.deepcopy({**DEFAULTS, **overrides})
    merged["headers"] = {**DEFAULTS["headers"], **overrides.get("headers", {})}
    return merged
