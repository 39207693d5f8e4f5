"""Five hundred keys placed on `n` nodes."""

sizes = [4, 16, 64]


def make_input(n):
    return [f"node-{number}" for number in range(n)]


def run(module, data):
    placement = module.Placement(data)
    for number in range(500):
        placement.node_for(f"user:{number}")
