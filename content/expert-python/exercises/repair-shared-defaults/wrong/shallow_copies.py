"""A copy of the dict, and one of the headers that are merged, is copy enough."""
import time

DEFAULTS = {"retries": 3, "headers": {"accept": "*/*"}, "hosts": ["localhost"]}

clock = time.time


class Cart:
    def __init__(self, customer, created=None):
        self.items = []
        self.customer = customer
        self.created = clock() if created is None else created


def grouped(pairs, groups=None):
    groups = {} if groups is None else groups
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def grid(rows, columns, fill=list):
    return [[fill() for _ in range(columns)] for _ in range(rows)]


def rota(days):
    return {day: [] for day in days}


def settings(**overrides):
    merged = {**DEFAULTS, **overrides}
    merged["headers"] = {**DEFAULTS["headers"], **overrides.get("headers", {})}
    return merged
