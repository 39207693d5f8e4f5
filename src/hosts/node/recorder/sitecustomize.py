"""Begins to record before the program begins, and takes away every trace of how it came in."""

import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [path for path in sys.path if path != here]
sys.path_importer_cache.pop(here, None)
paths = os.environ.pop('PYTHONPATH', '').split(os.pathsep)
if any(path and path != here for path in paths):
    os.environ['PYTHONPATH'] = os.pathsep.join(path for path in paths if path != here)
file, root, limits = (os.environ.pop('INTERVIEW_LAB_RECORD', '') or '\n\n').split('\n')
if file:
    modules = set(sys.modules)
    recorder = {'__name__': 'recorder'}
    with open(os.path.join(here, 'recorder.py'), encoding='utf-8') as source:
        exec(compile(source.read(), os.path.join(here, 'recorder.py'), 'exec'), recorder)
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, 'O_BINARY', 0), 0o600)
    try:
        # A number that no program meets: what it opens has the numbers that it has without us.
        number = 200
        os.dup2(opened, number, inheritable=False)
        os.close(opened)
    except OSError:
        number = opened
    recorder['record'](number, root, {each[0]: int(each[1]) for each in map(str.split, limits.split(','))})
    # Kept by what records: what goes now would count as garbage of the program's.
    recorder['kept'] = [sys.modules.pop(name) for name in set(sys.modules) - modules]
    recorder['kept'].append(sys.modules['sitecustomize'])
del sys.modules['sitecustomize']
import sitecustomize  # the user's own, if there is one
