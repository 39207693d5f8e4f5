"""A `Lock` is enough, since a thread cannot meet itself."""
import threading

_making_locks = threading.Lock()


class lazy:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if getattr(type(instance), self.name, None) is not self:
            return self.function(instance)
        values = vars(instance)
        with _making_locks:
            lock = values.setdefault("_lazy_lock", threading.Lock())
        with lock:
            if self.name not in values:
                values[self.name] = self.function(instance)
            return values[self.name]
