"""A value is out of bounds if it is below the low one or above the high one."""


MISSING = object()


class Typed:
    name = "the default"

    def __init__(self, kind, *, default=MISSING):
        self.kinds = kind if isinstance(kind, tuple) else (kind,)
        self.default = default
        if default is not MISSING:
            self.check(default)

    def __set_name__(self, owner, name):
        self.name = name

    def check(self, value):
        boolean = isinstance(value, bool) and not {bool, object} & set(self.kinds)
        if boolean or not isinstance(value, self.kinds):
            names = " or ".join(kind.__name__ for kind in self.kinds)
            raise TypeError(f"{self.name} must be {names}, not {type(value).__name__}")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = vars(instance).get(self.name, self.default)
        if value is MISSING:
            raise AttributeError(f"{self.name} has no value")
        return value

    def __set__(self, instance, value):
        self.check(value)
        vars(instance)[self.name] = value

    def __delete__(self, instance):
        if vars(instance).pop(self.name, MISSING) is MISSING:
            raise AttributeError(f"{self.name} has no value")


class Bounded(Typed):
    def __init__(self, kind, low=None, high=None, *, default=MISSING):
        self.low = low
        self.high = high
        super().__init__(kind, default=default)

    def check(self, value):
        super().check(value)
        below = self.low is not None and value < self.low
        above = self.high is not None and value > self.high
        if below or above:
            raise ValueError(f"{self.name} must lie within {self.low} and {self.high}")
