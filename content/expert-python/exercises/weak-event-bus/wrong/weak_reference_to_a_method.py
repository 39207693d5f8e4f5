"""A weak reference to a bound method lives as long as the object does."""
from weakref import ref


class Subscription:
    def __init__(self, handler):
        self.handler = ref(handler)

    def end(self):
        self.handler = lambda: None


class EventBus:
    def __init__(self):
        self._topics = {}

    def subscribe(self, topic, handler):
        subscription = Subscription(handler)
        self._topics[topic] = [*self._living(topic), subscription]
        return subscription.end

    def publish(self, topic, *args, **kwargs):
        errors = []
        for subscription in self._living(topic):
            handler = subscription.handler()
            if handler is not None:
                try:
                    handler(*args, **kwargs)
                except Exception as error:
                    errors.append(error)
        return errors

    def count(self, topic):
        return len(self._living(topic))

    def _living(self, topic):
        known = self._topics.get(topic, ())
        living = [each for each in known if each.handler() is not None]
        if living:
            self._topics[topic] = living
        else:
            self._topics.pop(topic, None)
        return living
