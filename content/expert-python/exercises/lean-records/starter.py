def record(name, fields, defaults=()):
    def __init__(self, *args):
        self.__dict__.update(zip(fields, args))

    return type(name, (), {"__init__": __init__})
