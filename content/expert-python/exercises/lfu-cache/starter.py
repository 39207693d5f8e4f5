class LFUCache:
    def __init__(self, capacity): ...

    def get(self, key, default=None): ...

    def put(self, key, value): ...

    def __len__(self):
        return 0

    def __contains__(self, key):
        return False
