"""Runs the checks of an exercise against what a learner wrote. Standard library only; CPython 3.10 and newer.

What is to be done is read as JSON from the file that the first argument names, or else from the standard input:

    {"module": name, "file": path of the learner's file, "source": its text, "checks": text, "cases": [name, ...] or null,
     "results": path of a file, "faults": path of a file, "path": [folder, ...], "token": text, "timeout": seconds}

What is found goes, a line of JSON each, to the file `results`, never to an output of the process:

    {"kind": "broken", "part": "module" or "checks", "failure": failure}     nothing could be checked
    {"kind": "cases", "cases": [{"name", "line", "explanation"}, ...]}
    {"kind": "begin", "name"}
    {"kind": "end", "name", "seconds", "failure": failure or null}
    {"kind": "done"}

A failure is {"error", "message", "traceback", "line" in the learner's file or null, "expected", "actual"}; the last two are
null where no `==` of a check failed. Before each case a mark with the token is written to both outputs. A case that takes
too long ends the process, and `faults` then says where the program was; so it does when the process crashes.

Whatever it needs is taken before the learner's module is loaded, so that nothing that the module patches, prints, closes
or exits changes what is found. Code that looks for this program's frames, or changes the standard library while a check
calls it, is out of reach: it fools only the one who wrote it.
"""

import ast
import builtins
import faulthandler
import importlib
import io
import json
import linecache
import os
import sys
import time
import traceback
from importlib.machinery import ModuleSpec, SourceFileLoader

CHECKS = "checks.py"
MOST_OUTPUT = 64 * 1024
MOST_TEXT = 4000
CO_COROUTINE = 0x80


class Bounded(io.RawIOBase):
    """An output of which so much goes on at most, between two marks."""

    def __init__(self, target):
        self.target = target
        self.left = MOST_OUTPUT

    def writable(self):
        return True

    def fileno(self):
        return self.target

    def isatty(self):
        return False

    def write(self, data, write=os.write):
        part = bytes(data)[: self.left]
        self.left -= len(part)
        while part:
            part = part[write(self.target, part) :]
        return len(data)


def text_of(value, show=repr, cut=MOST_TEXT):
    """What a value looks like; its own code may do as it pleases."""
    try:
        text = str(show(value))
    except BaseException as error:  # noqa: BLE001
        text = f"<{type(value).__name__}, which cannot be shown: {type(error).__name__}>"
    return text if len(text) <= cut else f"{text[:cut]}…"


class Compared(ast.NodeTransformer):
    """Has each `assert a == b` remember both values when they differ."""

    def visit_Assert(self, node):
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq):
            call = ast.Call(ast.Name("@equal", ast.Load()), [test.left, test.comparators[0]], [])
            node.test = ast.copy_location(call, test)
        return ast.fix_missing_locations(node)


def run(request):
    write_file, open_file, close_file = os.write, os.open, os.close
    process, own_process, leave = os.getpid(), os.getpid, os._exit
    encode, clock = json.JSONEncoder(ensure_ascii=True).encode, time.perf_counter
    limit, no_limit = limits()
    describe = traceback.TracebackException
    module_name, file, results = request["module"], request["file"], request["results"]
    append = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    seconds = request["timeout"]
    outputs = [Bounded(1), Bounded(2)]
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(each, "utf-8", "backslashreplace", write_through=True) for each in outputs
    )
    faults = open(request["faults"], "wb", buffering=0)
    faulthandler.enable(faults)
    compared = []

    def report(kind, **more):
        if own_process() != process:
            leave(0)
        target = open_file(results, append)
        write_file(target, encode({"kind": kind, **more}).encode() + b"\n")
        close_file(target)

    def mark(name):
        for each in outputs:
            each.left = MOST_OUTPUT
            try:
                write_file(each.target, f"\x1e{request['token']}{name}\x1e".encode())
            except OSError:
                pass

    def equal(left, right):
        same = left == right
        if not same:
            compared[:] = [left, right]
        return same

    def failure(error):
        """What there is to say of an exception; frames of this program are nobody's business."""
        # Nothing could be told of an error in a program whose `len` or `open` is another one.
        theirs = dict(vars(builtins))
        vars(builtins).update(pristine)
        try:
            return told(error)
        finally:
            vars(builtins).update(theirs)

    def told(error):
        frames = []
        at = error.__traceback__
        while at is not None:
            frames.append((at.tb_frame.f_code.co_filename, at.tb_lineno))
            at = at.tb_next
        own = next((i for i, (name, _) in enumerate(frames) if name in (file, CHECKS)), len(frames))
        lines = [line for name, line in frames if name == file]
        asserted = isinstance(error, AssertionError) and bool(frames) and frames[-1][0] == CHECKS
        first, second = (text_of(value) for value in compared) if asserted and compared else (None, None)
        message = text_of(error, str)
        if isinstance(error, SystemExit):
            message = f"sys.exit({text_of(error.code)})"
        elif asserted and not message:
            message = linecache.getline(CHECKS, frames[-1][1]).strip()

        def whole(_):
            described = describe(type(error), error, error.__traceback__)
            del described.stack[:own]
            return "".join(described.format())

        return {
            "error": type(error).__name__,
            "asserted": asserted,
            "message": message,
            "traceback": text_of(error, whole, 4 * MOST_TEXT),
            "line": lines[-1] if lines else getattr(error, "lineno", None) if error_in_file(error) else None,
            "actual": first,
            "expected": second,
        }

    def error_in_file(error):
        return isinstance(error, SyntaxError) and error.filename == file

    def broken(part, error):
        report("broken", part=part, failure=failure(error))

    # Modules that the checks use come first, as they are: what the learner's code makes of them is undone below.
    checks = request["checks"]
    linecache.cache[CHECKS] = (len(checks), None, checks.splitlines(True), CHECKS)
    tree = ast.parse(checks, CHECKS)
    run_async = importlib.import_module("asyncio").run if "async def" in checks else None
    tests = importlib.import_module("unittest") if "unittest" in checks else None
    kept = [(owner, dict(vars(owner))) for owner in [*standard_modules(tree), *([tests.TestCase] if tests else [])]]
    pristine = dict(vars(builtins))
    modules = dict(sys.modules)
    tree = Compared().visit(tree)
    sys.path[:0] = request["path"]
    sys.argv[:] = [file]

    limit(seconds, exit=True, file=faults)
    mark("")
    module = type(sys)(module_name)
    module.__file__ = file
    module.__spec__ = ModuleSpec(module_name, SourceFileLoader(module_name, file), origin=file)
    module.__spec__.has_location = True
    sys.modules[module_name] = module
    try:
        exec(compile(request["source"], file, "exec", dont_inherit=True, optimize=0), module.__dict__)
    except BaseException as error:  # noqa: BLE001
        return broken("module", error)
    if own_process() != process:
        leave(0)
    sys.modules.update(modules)
    for owner, names in kept:
        for name, value in names.items():
            if vars(owner).get(name) is not value:
                setattr(owner, name, value)

    loaded = type(sys)("checks")
    sys.modules["checks"] = loaded
    loaded.__dict__.update({"__file__": CHECKS, "__builtins__": pristine, "@equal": equal})
    try:
        exec(compile(tree, CHECKS, "exec", dont_inherit=True, optimize=0), loaded.__dict__)
        cases = cases_of(loaded, run_async, tests)
    except BaseException as error:  # noqa: BLE001
        return broken("checks", error)
    report("cases", cases=[{"name": n, "line": line, "explanation": text} for n, line, text, _ in cases])

    wanted = request["cases"]
    for name, _, _, check in cases:
        if wanted is not None and name not in wanted:
            continue
        report("begin", name=name)
        mark(name)
        compared.clear()
        found = None
        limit(seconds, exit=True, file=faults)
        begin = clock()
        try:
            check()
        except BaseException as error:  # noqa: BLE001
            found = failure(error)
        end = clock()
        report("end", name=name, seconds=end - begin, failure=found)
    no_limit()
    report("done")


def limits():
    """Two functions: one sets the seconds after which the process ends and says where it was, one takes that back."""
    if sys.platform != "emscripten":
        return faulthandler.dump_traceback_later, faulthandler.cancel_dump_traceback_later
    # WebAssembly has no thread that could look at a clock: the program does, whenever it goes round or calls.
    monitoring, clock, dump, leave = sys.monitoring, time.perf_counter, faulthandler.dump_traceback, os._exit
    end, target = float("inf"), None

    def look(*_):
        if clock() > end:
            target.write(b"Timeout (the time for a check is over)\n")
            dump(target, all_threads=False)
            leave(1)

    def limit(seconds, exit, file):
        nonlocal end, target
        end, target = clock() + seconds, file
        monitoring.set_events(monitoring.PROFILER_ID, events.JUMP | events.PY_START | events.BRANCH_LEFT)

    def no_limit():
        monitoring.set_events(monitoring.PROFILER_ID, 0)

    events = monitoring.events
    monitoring.use_tool_id(monitoring.PROFILER_ID, "limit")
    for event in (events.JUMP, events.PY_START, events.BRANCH_LEFT):
        monitoring.register_callback(monitoring.PROFILER_ID, event, look)
    return limit, no_limit


def standard_modules(tree):
    """Those of Python's own modules that the checks import by their names."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] in sys.stdlib_module_names - {"sys"}:
                yield importlib.import_module(name)


def cases_of(checks, run_async, tests):
    """Name, line, explanation and a callable of each case, in the order of the file."""
    found = []
    for name, value in vars(checks).items():
        if tests and isinstance(value, type) and issubclass(value, tests.TestCase) and value.__module__ == "checks":
            for method in tests.defaultTestLoader.getTestCaseNames(value):
                call = tests.TestSuite([value(method)]).debug
                found.append((f"{name}.{method}", *described(getattr(value, method)), call))
        elif name.startswith("test_") and isinstance(value, type(cases_of)):
            for case, arguments in getattr(value, "cases", {None: ()}).items():
                own = name if case is None else f"{name}[{case}]"
                found.append((own, *described(value), bound(value, arguments, run_async)))
    return sorted(found, key=lambda each: each[1])


def described(function):
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function.__code__.co_firstlineno, function.__doc__ or ""


def bound(function, arguments, run_async):
    if not isinstance(arguments, (tuple, dict)):
        arguments = (arguments,)
    positional, named = ((), arguments) if isinstance(arguments, dict) else (arguments, {})
    if function.__code__.co_flags & CO_COROUTINE:
        return lambda: run_async(function(*positional, **named))
    return lambda: function(*positional, **named)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as asked:
            what = json.load(asked)
    else:
        what = json.loads(sys.stdin.buffer.read())
    leave = os._exit
    run(what)
    # Threads that are left over are not waited for.
    leave(0)
