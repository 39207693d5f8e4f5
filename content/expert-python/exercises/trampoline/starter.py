def run(generator):
    value = None
    while True:
        try:
            value = run(generator.send(value))
        except StopIteration as stop:
            return stop.value
