async def ordered_map(function, source, limit):
    async for item in source:
        yield await function(item)
