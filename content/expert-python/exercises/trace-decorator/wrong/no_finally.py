"""After an error nobody looks at the indentation any more."""
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from inspect import iscoroutinefunction

depth = ContextVar("depth", default=0)


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
