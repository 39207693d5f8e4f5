"""The names that never become ready are the cycle."""


class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__(" needs ".join(map(str, cycle)))
        self.cycle = cycle


def build_order(needs):
    missing = {name: set(each) for name, each in needs.items()}
    needed_by = {}
    for name, each in missing.items():
        for need in each:
            needed_by.setdefault(need, []).append(name)
    order = [name for name in {**missing, **needed_by} if not missing.get(name)]
    for built in order:
        for name in needed_by.get(built, ()):
            missing[name].discard(built)
            if not missing[name]:
                order.append(name)
    left = [name for name, each in missing.items() if each]
    if left:
        raise CycleError([*left, left[0]])
    return order
