"""A name that is met a second time closes a cycle."""


class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__(" needs ".join(map(str, cycle)))
        self.cycle = cycle


def build_order(needs):
    seen, order = {}, []
    for root in needs:
        if root in order:
            continue
        path = {root: iter(needs[root])}
        seen[root] = None
        while path:
            name = next(reversed(path))
            for need in path[name]:
                if need in order and len(path) == 1:
                    continue
                if need in seen:
                    names = list(path)
                    start = names.index(need) if need in path else 0
                    raise CycleError([*names[start:], need])
                seen[need] = None
                path[need] = iter(needs.get(need, ()))
                break
            else:
                order.append(name)
                path.popitem()
    return order
