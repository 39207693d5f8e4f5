"""`__iter__`, `__len__` and `__contains__` of the class serve `for color in Color`, if they are class methods."""


class Choice:
    _members = {}

    def __init_subclass__(cls):
        cls._members = {}
        for name, value in list(vars(cls).items()):
            if name.startswith("_") or hasattr(value, "__get__"):
                continue
            member = object.__new__(cls)
            member.name, member.value = name, value
            cls._members[name] = member
            setattr(cls, name, member)

    @classmethod
    def __iter__(cls):
        return iter(cls._members.values())

    @classmethod
    def __len__(cls):
        return len(cls._members)

    @classmethod
    def __class_getitem__(cls, name):
        return cls._members[name]

    def __new__(cls, value):
        for member in cls._members.values():
            if member.value == value:
                return member
        raise ValueError(value)
