/** Run by Python itself; see its first lines. It comes as a text, so that a run's folder holds all that it needs. */
export const judgeScript = `"""Runs answer.py, which lies beside it, as a main program, and prints the line that it was given as input
once that has come to its end. The program finds that line nowhere: neither in a file nor in what is left of the input.
"""
import os
import sys


def judge(file, write=os.write):
    reached = sys.stdin.readline().encode()
    with open(file, encoding="utf-8") as program:
        source = program.read()
    main = type(sys)("__main__")
    main.__file__ = file
    sys.modules["__main__"] = main
    sys.argv[:] = [file]
    exec(compile(source, file, "exec", dont_inherit=True), main.__dict__)
    sys.stdout.flush()
    write(1, b"\\n" + reached)


judge(os.path.join(os.path.dirname(os.path.abspath(__file__)), "answer.py"))
`;
