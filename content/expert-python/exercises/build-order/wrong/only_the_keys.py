"""The keys of the mapping are all the names there are."""


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
                    names = list(path)
                    raise CycleError([*names[names.index(need) :], need])
                if need not in done and need in needs:
                    path[need] = iter(needs[need])
                    break
            else:
                done[name] = None
                path.popitem()
    return list(done)
