"""Depth first means recursion, and no real graph is deep."""


class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__(" needs ".join(map(str, cycle)))
        self.cycle = cycle


def build_order(needs):
    done, path = {}, {}

    def visit(name):
        if name in done:
            return
        if name in path:
            names = list(path)
            raise CycleError([*names[names.index(name) :], name])
        path[name] = None
        for need in needs.get(name, ()):
            visit(need)
        del path[name]
        done[name] = None

    for name in needs:
        visit(name)
    return list(done)
