/** The environment variables of every Python that is started, so that it does the same on every machine. */

export type Variables = Readonly<Record<string, string | undefined>>;

/** Of Python's own variables those that say where packages are; every other one changes what programs do or print. */
const wherePackagesAre = new Set(['PYTHONPATH', 'PYTHONUSERBASE', 'PYTHONNOUSERSITE']);

/** Ours to VS Code's processes, and what makes programs print other text than they would print without. */
const dropped =
  /^(?:PYTHON.*|__PYVENV_LAUNCHER__|VSCODE_.*|ELECTRON_.*|NODE_OPTIONS|NODE_CHANNEL_.*|NO_COLOR|FORCE_COLOR|CLICOLOR|CLICOLOR_FORCE|PY_COLORS|TTY_COMPATIBLE|TTY_INTERACTIVE|COLUMNS|LINES|TZ|LANG|LANGUAGE|LC_.*|POSIXLY_CORRECT|SOURCE_DATE_EPOCH|PYTEST_.*)$/i;

/** @param extra on top of all; undefined takes a variable away. */
export function pythonEnvironment(base: Variables, extra: Variables = {}): Variables {
  const kept = Object.entries(base).filter(
    ([name]) => wherePackagesAre.has(name.toUpperCase()) || !dropped.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    // Local times are those of no place.
    TZ: 'UTC',
    PYTHONUNBUFFERED: '1',
    PYTHONUTF8: '1',
    PYTHONIOENCODING: 'utf-8',
    PYTHONDONTWRITEBYTECODE: '1',
    ...extra,
  };
}
