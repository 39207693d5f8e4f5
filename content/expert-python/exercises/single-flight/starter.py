class SingleFlight:
    def __init__(self, load):
        self._load = load
        self._kept = {}

    async def get(self, key):
        if key not in self._kept:
            self._kept[key] = await self._load(key)
        return self._kept[key]

    def forget(self, key):
        self._kept.pop(key, None)
