import time

DEFAULTS = {"retries": 3, "headers": {"accept": "*/*"}, "hosts": ["localhost"]}

clock = time.time


class Cart:
    items = []

    def __init__(self, customer, created=clock()):
        self.customer = customer
        self.created = created


def grouped(pairs, groups={}):
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def grid(rows, columns, fill=list):
    return [[fill()] * columns] * rows


def rota(days):
    return dict.fromkeys(days, [])


def settings(**overrides):
    merged = DEFAULTS.copy()
    headers = merged["headers"]
    headers.update(overrides.pop("headers", {}))
    merged.update(overrides)
    return merged
