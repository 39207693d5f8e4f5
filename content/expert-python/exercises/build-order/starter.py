class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__(" needs ".join(map(str, cycle)))
        self.cycle = cycle


def build_order(needs):
    return list(needs)
