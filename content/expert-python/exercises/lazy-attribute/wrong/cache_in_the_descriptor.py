"""The descriptor is the natural place for the values, in a dictionary from instance to value."""
import threading


class lazy:
    def __init__(self, function):
        self.function = function
        self.values = {}
        self.lock = threading.RLock()
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        with self.lock:
            if instance not in self.values:
                self.values[instance] = self.function(instance)
            return self.values[instance]

    def __set__(self, instance, value):
        self.values[instance] = value

    def __delete__(self, instance):
        del self.values[instance]
