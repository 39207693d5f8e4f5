def load_plugins(folder, prefix="plugins"):
    return {}, {}
