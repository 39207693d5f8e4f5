"""An exception ends the whole computation; the callers are closed, which runs their `finally`."""
from types import GeneratorType


def run(generator):
    if not isinstance(generator, GeneratorType):
        return generator
    stack, value = [generator], None
    try:
        while stack:
            try:
                value = stack[-1].send(value)
            except StopIteration as stop:
                stack.pop()
                value = stop.value
            if isinstance(value, GeneratorType):
                stack.append(value)
                value = None
        return value
    finally:
        while stack:
            stack.pop().close()
