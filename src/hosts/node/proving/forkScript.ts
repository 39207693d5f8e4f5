/** Run by Python itself; see its first lines. It comes as a text, so that the program is one file. */
export const forkScript = `"""Runs 0.py, 1.py and so on of the working folder, each in a fork of this interpreter as a main program of its own.

Prints a list with the exit code (None where a signal ended it), the time-out and both outputs of each. A fork of an
interpreter that has only just started is as good as a new one, at a fraction of the cost. The input says how many
there are, and how many seconds each may take.
"""
import os
import sys
import time


def files(number):
    return [os.path.join(home, f"{number}.{kind}") for kind in ("py", "out", "err")]


def follow(child, limit):
    """The status of the child, and whether it was late: then all that it started is ended as well."""
    end = time.monotonic() + limit
    pause = 0.001
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status, False
        time.sleep(pause)
        pause = min(2 * pause, 0.02)
    os.killpg(child, 9)
    return os.waitpid(child, 0)[1], True


home = os.getcwd()
count, seconds = sys.stdin.read().split()
ends = []
for number in range(int(count)):
    child = os.fork()
    if child == 0:
        break
    ends.append(follow(child, float(seconds)))
else:
    import json

    results = []
    for number, (status, late) in enumerate(ends):
        texts = [open(file, encoding="utf-8", errors="replace").read() for file in files(number)[1:]]
        code = os.waitstatus_to_exitcode(status)
        results.append([code if code >= 0 else None, late, *texts])
    print(json.dumps(results))
    sys.exit()

os.setpgid(0, 0)
program, *outputs = files(number)
for target, output in enumerate(outputs, start=1):
    file = os.open(output, os.O_WRONLY | os.O_CREAT)
    os.dup2(file, target)
    os.close(file)
folder = os.path.join(home, f"of{number}")
os.mkdir(folder)
os.chdir(folder)
sys.argv[:] = [program]
sys.path[0] = folder
main = sys.modules["__main__"] = type(sys)("__main__")
main.__file__ = program
with open(program, encoding="utf-8") as file:
    source = file.read()
exec(compile(source, program, "exec", dont_inherit=True), main.__dict__)
`;
