class Store(dict):
    depth = 0

    def transaction(self):
        raise NotImplementedError
