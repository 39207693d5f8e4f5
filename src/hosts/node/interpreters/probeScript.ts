/** Precedes the answer, which may come after whatever a site customisation prints. */
export const probeMark = '\u0001interview-lab-probe:';

/**
 * Runs on any Python that can still be met, as a program of the learner's would, and prints one line of JSON: what a
 * run would import is what is found. Only the folder that it stands in is taken off the path.
 */
export const probeScript = `
import sys
sys.path[:] = [path for path in sys.path if path]
import json, os, platform, sysconfig
version = platform.python_version().rstrip('+')
folders = []
distributions = []
if sys.version_info >= (3, 8):
    from importlib import metadata
    library = sysconfig.get_path('stdlib')
    folders = [path for path in sys.path if os.path.isdir(path) and path != library]
    for found in metadata.distributions(path=sys.path):
        try:
            name = found.metadata['Name']
            if name and found.version:
                distributions.append([name, found.version])
        except Exception:
            pass
answer = {
    'version': version,
    'implementation': platform.python_implementation().lower(),
    'executable': sys.executable or '',
    'prefix': sys.prefix,
    'freeThreaded': bool(sysconfig.get_config_var('Py_GIL_DISABLED')),
    'distributions': distributions,
    'folders': folders,
}
sys.stdout.write('\\n\\x01interview-lab-probe:' + json.dumps(answer) + '\\n')
`;
