"""A lock in the descriptor makes it safe for threads; that is all a lock has to do."""
import threading


class lazy:
    def __init__(self, function):
        self.function = function
        self.lock = threading.RLock()
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if getattr(type(instance), self.name, None) is not self:
            return self.function(instance)
        values = vars(instance)
        with self.lock:
            if self.name not in values:
                values[self.name] = self.function(instance)
            return values[self.name]
