"""Measures what a module costs in time and memory on growing inputs. Standard library only; CPython 3.10 and newer.

What is to be done is read as JSON from the standard input:

    {"module": name, "file": path of its file, "source": its text, "measure": text of measure.py, "results": path of a file,
     "path": [folder, ...]}

What is found goes, a line of JSON each, to the file `results`:

    {"kind": "begin", "about": the docstring of measure.py, "sizes": [size, ...]}
    {"kind": "point", "size", "seconds", "bytes"}
    {"kind": "broken", "part": "module" or "measure" or "run", "words"}
    {"kind": "done"}

Seconds are of the processor where the system tells them finely, and the best of some runs, with the garbage collector off, as `timeit` has it. Bytes are the most that one run holds
beside its input. When a run took long, larger inputs are left out.
"""

import gc
import json
import linecache
import os
import sys
import time
import tracemalloc
from importlib.machinery import ModuleSpec, SourceFileLoader

MEASURE = "measure.py"
MOST_RUNS = 5
#: Seconds after which a size is not run once more, and after which no larger one is.
ENOUGH, LONG = 0.2, 2.0


def loaded(name, file, source):
    module = type(sys)(name)
    module.__file__ = file
    module.__spec__ = ModuleSpec(name, SourceFileLoader(name, file), origin=file)
    module.__spec__.has_location = True
    sys.modules[name] = module
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    exec(compile(source, file, "exec", dont_inherit=True), module.__dict__)
    return module


def best_time(run, module, make_input, size, clock):
    best = total = 0.0
    for count in range(MOST_RUNS):
        data = make_input(size)
        gc.collect()
        gc.disable()
        begin = clock()
        run(module, data)
        taken = clock() - begin
        gc.enable()
        best = taken if count == 0 else min(best, taken)
        total += taken
        if total > ENOUGH:
            break
    return best


def peak_memory(run, module, make_input, size):
    data = make_input(size)
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        run(module, data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return max(0, peak - before)


def measured(request, report):
    # What other programs do is no part of it; Windows counts a process's time by 16 milliseconds.
    clock = time.perf_counter if sys.platform == "win32" else time.process_time
    sys.path[:0] = request["path"]
    part = "module"
    try:
        module = loaded(request["module"], request["file"], request["source"])
        part = "measure"
        measure = loaded("measure", MEASURE, request["measure"])
        sizes, make_input, run = list(measure.sizes), measure.make_input, measure.run
        if len(sizes) < 2 or not all(type(size) is int and size > 0 for size in sizes):
            raise ValueError("sizes: at least two whole numbers above zero")
        if sizes != sorted(set(sizes)):
            raise ValueError("sizes: each larger than the one before")
        report("begin", about=measure.__doc__ or "", sizes=sizes)
        part = "run"
        for size in sizes:
            seconds = best_time(run, module, make_input, size, clock)
            report("point", size=size, seconds=seconds, bytes=peak_memory(run, module, make_input, size))
            if seconds > LONG:
                break
    except BaseException as error:  # noqa: BLE001
        report("broken", part=part, words=f"{type(error).__name__}: {error}"[:1000])
    report("done")


def main():
    request = json.loads(sys.stdin.buffer.read())

    def report(kind, **more):
        with open(request["results"], "a", encoding="utf-8") as target:
            target.write(json.dumps({"kind": kind, **more}) + "\n")

    measured(request, report)
    sys.stdout.flush()
    # Threads that are left over are not waited for.
    os._exit(0)


if __name__ == "__main__":
    main()
