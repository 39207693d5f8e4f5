"""A program does one thing at a time, so that one number is enough for the depth."""
from contextlib import contextmanager
from functools import partial, wraps
from inspect import iscoroutinefunction

class Depth:
    value = 0

    def get(self):
        return self.value

    def set(self, value):
        self.value, before = value, self.value
        return before

    def reset(self, before):
        self.value = before


depth = Depth()


def show(value):
    try:
        return repr(value)
    except Exception:
        return f"<{type(value).__name__}>"


@contextmanager
def told(write, name, args, kwargs):
    indent = "  " * depth.get()
    shown = [*map(show, args), *(f"{key}={show(kwargs[key])}" for key in kwargs)]
    write(f"{indent}{name}({', '.join(shown)})")
    token = depth.set(depth.get() + 1)
    try:
        yield lambda result: write(f"{indent}{name} -> {show(result)}")
    except BaseException as error:
        write(f"{indent}{name} !! {show(error)}")
        raise
    finally:
        depth.reset(token)


def trace(function=None, *, write=print):
    if function is None:
        return partial(trace, write=write)
    name = function.__qualname__
    if iscoroutinefunction(function):

        @wraps(function)
        async def wrapper(*args, **kwargs):
            with told(write, name, args, kwargs) as tell:
                result = await function(*args, **kwargs)
                tell(result)
                return result

    else:

        @wraps(function)
        def wrapper(*args, **kwargs):
            with told(write, name, args, kwargs) as tell:
                result = function(*args, **kwargs)
                tell(result)
                return result

    return wrapper
