class EventBus:
    def subscribe(self, topic, handler): ...

    def publish(self, topic, *args, **kwargs):
        return []

    def count(self, topic):
        return 0
