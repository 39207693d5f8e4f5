"""Whoever has the lock may compute: the value was missing a moment ago."""
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
            lock = values.setdefault("_lazy_lock", threading.RLock())
        with lock:
            value = values[self.name] = self.function(instance)
            return value
