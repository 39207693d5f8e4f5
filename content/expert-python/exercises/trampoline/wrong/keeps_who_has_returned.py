"""A generator that is returned is called like one that is yielded, and its result is passed on."""
from types import GeneratorType


def run(generator):
    if not isinstance(generator, GeneratorType):
        return generator
    stack, value, error = [generator], None, None
    while stack:
        try:
            if error is None:
                value = stack[-1].send(value)
            else:
                thrown, error = error, None
                value = stack[-1].throw(thrown)
        except StopIteration as stop:
            value = stop.value
            if isinstance(value, GeneratorType):
                stack[-1] = passing_on(value)
                value = None
            else:
                stack.pop()
            continue
        except BaseException as caught:
            stack.pop()
            value, error = None, caught
            continue
        if isinstance(value, GeneratorType):
            stack.append(value)
            value = None
    if error is not None:
        raise error
    return value


def passing_on(generator):
    result = yield generator
    return result
