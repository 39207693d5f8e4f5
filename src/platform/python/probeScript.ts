/** Precedes the answer, which may come after whatever a site customisation prints. */
export const probeMark = '\u0001interview-lab-probe:';

/** Runs with -I, on any Python that can still be met, and prints one line of JSON. */
export const probeScript = `
import json, os, platform, sys, sysconfig
version = platform.python_version().rstrip('+')
folders = []
distributions = []
if sys.version_info >= (3, 8):
    import site
    from importlib import metadata
    paths = [path for path in sys.path if path]
    if sys.prefix == sys.base_prefix:
        # -I leaves out the user's own packages, which a plain run finds.
        paths.append(site.getusersitepackages())
    folders = [path for path in paths if os.path.isdir(path) and 'site-packages' in path or 'dist-packages' in path]
    for found in metadata.distributions(path=paths):
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
