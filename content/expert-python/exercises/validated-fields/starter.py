class Typed:
    def __init__(self, kind, **options):
        self.kind = kind


class Bounded(Typed):
    def __init__(self, kind, low=None, high=None, **options):
        super().__init__(kind, **options)
        self.low = low
        self.high = high
