"""The path from the top to the name that is met again is the cycle."""


class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__(" needs ".join(map(str, cycle)))
        self.cycle = cycle


def build_order(needs):
    done = {}
    for root in needs:
        if root in done:
            continue
        path = {root: iter(needs[root])}
        while path:
            name = next(reversed(path))
            for need in path[name]:
                if need in path:
                    raise CycleError([*path, need])
                if need not in done:
                    path[need] = iter(needs.get(need, ()))
                    break
            else:
                done[name] = None
                path.popitem()
    return list(done)
