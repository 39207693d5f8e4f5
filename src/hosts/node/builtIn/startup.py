"""Makes of Python in WebAssembly one that runs a program as `python FILE` does, and that reaches nothing but Python."""

import asyncio
import atexit
import builtins
import io
import os
import random
import selectors
import sys
import time
import types


class _Clock(selectors._BaseSelectorImpl):
    """There are no sockets to wait for: only time passes."""

    def select(self, timeout=None):
        time.sleep(3600 if timeout is None else max(timeout, 0))
        return []


class EventLoop(asyncio.SelectorEventLoop):
    def __init__(self, selector=None):
        super().__init__(selector or _Clock())

    def _make_self_pipe(self):
        self._ssock = self._csock = None

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass


FOREIGN = ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core')


class _Closed:
    """Stands before every other finder: what leads to JavaScript is not there."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.split('.')[0] in FOREIGN:
            raise ModuleNotFoundError(f'No module named {name!r}', name=name)
        return None


def close_doors():
    """Takes away every object of JavaScript's, and the modules that lead to more."""
    proxy = sys.modules['pyodide.ffi'].JsProxy
    for name in [name for name in sys.modules if name.split('.')[0] in FOREIGN]:
        module = sys.modules.pop(name)
        for key, value in [] if isinstance(module, proxy) else list(vars(module).items()):
            if isinstance(value, proxy):
                delattr(module, key)
            elif hasattr(value, 'jsproxies'):
                value.jsproxies.clear()
    sys.meta_path[:] = [_Closed] + [
        finder for finder in sys.meta_path if not type(finder).__module__.startswith('_pyodide')
    ]


def use_own_loop():
    webloop = sys.modules['pyodide.webloop']
    asyncio.run, time.sleep = webloop._orig_run, webloop._orig_sleep
    asyncio.events._event_loop_policy = None
    asyncio.events._set_running_loop(None)
    asyncio.unix_events._DefaultEventLoopPolicy._loop_factory = EventLoop
    asyncio.EventLoop = asyncio.SelectorEventLoop = EventLoop


def use_bare_streams():
    """As `python -u` has them: what is written is there at once."""
    for number, name in ((0, 'stdin'), (1, 'stdout'), (2, 'stderr')):
        raw = io.FileIO(number, 'r' if number == 0 else 'w', closefd=False)
        raw.name = f'<{name}>'
        errors = 'backslashreplace' if number == 2 else 'strict'
        below = io.BufferedReader(raw) if number == 0 else raw
        text = io.TextIOWrapper(below, 'utf-8', errors, write_through=number != 0)
        text.mode = 'r' if number == 0 else 'w'
        setattr(sys, name, text)
        setattr(sys, f'__{name}__', text)


def run(program):
    """The exit code of a program; its traceback is Python's own, from its own first line on."""
    main = types.ModuleType('__main__')
    main.__dict__.update(__builtins__=builtins, __file__=program['file'], __cached__=None)
    sys.modules['__main__'] = main
    code = 1
    try:
        try:
            if program['code'] is None:
                with open(program['file'], 'rb') as source:
                    text = source.read()
            else:
                text, main.__file__ = program['code'], '<string>'
            compiled = compile(text, main.__file__, 'exec', dont_inherit=True)
            os.write(1, program.pop('begins').encode())
            exec(compiled, main.__dict__)
            code = 0
        except SystemExit as end:
            code = end.code
            if code is None:
                code = 0
            elif not isinstance(code, int):
                print(code, file=sys.stderr)
                code = 1
        except BaseException as error:
            trace = error.__traceback__.tb_next
            sys.excepthook(type(error), error.with_traceback(trace), trace)
    finally:
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (ValueError, OSError):
                pass
    return code & 0xFF


def start(program):
    use_own_loop()
    close_doors()
    use_bare_streams()
    random.seed()
    os.environ.clear()
    os.environ.update(program['environment'])
    os.chdir(program['folder'])
    sys.executable = 'built-in'
    sys.dont_write_bytecode = True
    sys.argv = program['arguments']
    first = os.path.dirname(program['file']) if program['code'] is None else ''
    sys.path[:] = [*([] if program['isolated'] else [first]), *program['paths'], *sys.path]
    if program['paths']:
        try:
            import sitecustomize
        except ModuleNotFoundError as error:
            if error.name != 'sitecustomize':
                raise
    return run(program)
