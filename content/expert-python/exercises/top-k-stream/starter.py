class TopK:
    def __init__(self, k, key=None): ...

    def add(self, item): ...

    def best(self):
        return []
