"""A filter made for `n` items that gets them all, and is then asked for as many that it has not got."""

sizes = [200, 800, 3_200]


def make_input(n):
    return [f"item-{number}".encode() for number in range(2 * n)]


def run(module, data):
    half = len(data) // 2
    made = module.BloomFilter(half, 0.01)
    for item in data[:half]:
        made.add(item)
    for item in data[half:]:
        item in made
