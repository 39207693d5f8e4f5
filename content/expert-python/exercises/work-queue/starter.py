from collections import deque


class Closed(Exception):
    """Nothing more is taken or given."""


class WorkQueue:
    def __init__(self, limit):
        self.items = deque()

    def put(self, item, timeout=None):
        self.items.append(item)

    def get(self, timeout=None):
        if not self.items:
            raise TimeoutError
        return self.items.popleft()

    def done(self): ...

    def close(self, drop=False):
        return []

    def join(self, timeout=None):
        return True

    def __len__(self):
        return len(self.items)
