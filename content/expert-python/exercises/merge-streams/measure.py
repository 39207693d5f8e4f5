"""`n` sorted streams of a hundred items each, merged to the end."""

sizes = [10, 40, 160]


def make_input(n):
    return [range(start, start + 100 * n, n) for start in range(n)]


def run(module, data):
    for _ in module.merge(*data):
        pass
