"""What has `__next__` can be driven: there is no need to ask for a class."""


def run(generator):
    stack, value, error = [generator], None, None
    if not hasattr(generator, "__next__"):
        return generator
    while stack:
        try:
            if error is not None:
                thrown, error = error, None
                value = stack[-1].throw(thrown)
            elif value is None:
                value = next(stack[-1])
            else:
                value = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        except Exception as caught:
            stack.pop()
            value, error = None, caught
            continue
        if hasattr(value, "__next__"):
            stack.append(value)
            value = None
    if error is not None:
        raise error
    return value
