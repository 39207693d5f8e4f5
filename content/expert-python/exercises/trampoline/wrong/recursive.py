"""Generators have no frames on the stack, so a recursive `run` goes as deep as one likes."""
from types import GeneratorType


def run(generator):
    while isinstance(generator, GeneratorType):
        value, error = None, None
        try:
            while True:
                asked = generator.throw(error) if error else generator.send(value)
                value, error = None, None
                try:
                    value = run(asked)
                except BaseException as caught:
                    error = caught
        except StopIteration as stop:
            generator = stop.value
    return generator
