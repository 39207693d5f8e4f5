"""A `WeakKeyDictionary` of listeners is made for exactly this."""

from types import MethodType
from weakref import WeakKeyDictionary


class EventBus:
    def __init__(self):
        self._topics = {}

    def subscribe(self, topic, handler):
        owners = self._topics.setdefault(topic, WeakKeyDictionary())
        if isinstance(handler, MethodType):
            owner, function = handler.__self__, handler.__func__
        else:
            owner, function = handler, None
        functions = owners.setdefault(owner, [])
        functions.append(function)

        def end():
            if function in functions:
                functions.remove(function)

        return end

    def publish(self, topic, *args, **kwargs):
        errors = []
        for owner, functions in list(self._topics.get(topic, {}).items()):
            for function in list(functions):
                if function not in functions:
                    continue
                try:
                    if function is None:
                        owner(*args, **kwargs)
                    else:
                        function(owner, *args, **kwargs)
                except Exception as error:
                    errors.append(error)
        return errors

    def count(self, topic):
        return sum(map(len, self._topics.get(topic, {}).values()))
