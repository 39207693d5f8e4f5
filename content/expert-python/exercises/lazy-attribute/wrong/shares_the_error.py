"""Who waited for a computation gets its outcome, whatever it was."""
import threading

_lock = threading.Lock()
_running = {}


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
        with _lock:
            if self.name in values:
                return values[self.name]
            running = _running.get((id(instance), self.name))
            mine = running is None
            if mine:
                running = _running[id(instance), self.name] = [threading.Event(), None]
        if not mine:
            running[0].wait()
            if running[1]:
                raise running[1]
            return values[self.name]
        try:
            value = values[self.name] = self.function(instance)
            return value
        except Exception as error:
            running[1] = error
            raise
        finally:
            with _lock:
                del _running[id(instance), self.name]
            running[0].set()
