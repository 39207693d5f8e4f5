"""Members with the same value are equal, so that it does not matter which instance one has."""


class Body(dict):
    def __setitem__(self, name, value):
        if name in self and name[0] != "_":
            raise TypeError(name)
        super().__setitem__(name, value)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Body()

    def __new__(meta, name, bases, body):
        if any(getattr(base, "_members", None) for base in bases):
            raise TypeError("has members")
        values = {k: v for k, v in body.items() if k[0] != "_" and not hasattr(v, "__get__")}
        rest = {k: v for k, v in body.items() if k not in values}
        cls = super().__new__(meta, name, bases, {**rest, "_members": {}})
        for key, value in values.items():
            member = next((m for m in cls if m.value == value), None)
            if member is None:
                member = object.__new__(cls)
                vars(member).update(name=key, value=value)
            cls._members[key] = member
        for key, member in cls._members.items():
            type.__setattr__(cls, key, member)
        return cls

    def __call__(cls, value):
        if not cls._members:
            raise TypeError("no members")
        for member in cls:
            if member.value == value:
                return member
        raise ValueError(value)

    def __getitem__(cls, name):
        return cls._members[name]

    def __iter__(cls):
        return (m for n, m in cls._members.items() if n == m.name)

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return sum(1 for _ in cls)

    def __contains__(cls, member):
        return isinstance(member, cls)

    def __setattr__(cls, name, value):
        if name in cls._members:
            raise AttributeError(name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._members:
            raise AttributeError(name)
        super().__delattr__(name)


class Choice(metaclass=Meta):
    def __eq__(self, other):
        return isinstance(other, type(self)) and self.value == other.value

    def __hash__(self):
        return hash(self.name)

    def __setattr__(self, name, value):
        raise AttributeError(name)

    def __delattr__(self, name):
        raise AttributeError(name)

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self.name}"
