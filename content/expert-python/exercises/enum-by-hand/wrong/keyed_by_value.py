"""A dictionary from value to member finds everything, and a value is in it if the member is there."""


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
        if any(getattr(base, "_names", None) for base in bases):
            raise TypeError("has members")
        values = {k: v for k, v in body.items() if k[0] != "_" and not hasattr(v, "__get__")}
        rest = {k: v for k, v in body.items() if k not in values}
        cls = super().__new__(meta, name, bases, {**rest, "_names": {}, "_values": {}})
        for key, value in values.items():
            hashed = value if getattr(value, "__hash__", None) else repr(value)
            member = cls._values.get(hashed)
            if not member:
                member = object.__new__(cls)
                vars(member).update(name=key, value=value)
                cls._values[hashed] = member
            cls._names[key] = member
        for key, member in cls._names.items():
            type.__setattr__(cls, key, member)
        return cls

    def __call__(cls, value):
        if not cls._names:
            raise TypeError("no members")
        hashed = value if getattr(value, "__hash__", None) else repr(value)
        if hashed not in cls._values:
            raise ValueError(value)
        return cls._values[hashed]

    def __getitem__(cls, name):
        return cls._names[name]

    def __iter__(cls):
        return iter(cls._values.values())

    def __reversed__(cls):
        return reversed(cls._values.values())

    def __len__(cls):
        return len(cls._values)

    def __contains__(cls, member):
        return member in cls._values or member in cls._values.values()

    def __setattr__(cls, name, value):
        if name in cls._names:
            raise AttributeError(name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._names:
            raise AttributeError(name)
        super().__delattr__(name)


class Choice(metaclass=Meta):
    def __setattr__(self, name, value):
        raise AttributeError(name)

    def __delattr__(self, name):
        raise AttributeError(name)

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self.name}"

    def __reduce_ex__(self, protocol):
        return getattr, (type(self), self.name)

    def __deepcopy__(self, memo):
        return self
