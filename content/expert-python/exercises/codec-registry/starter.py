class Registered:
    @classmethod
    def with_key(cls, key): ...

    @classmethod
    def keys(cls):
        return []
