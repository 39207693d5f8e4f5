/** The environment variables of every Python that is started, so that its output is the same everywhere. */

/** Ours to VS Code's processes, and colours that would end up in the text. */
const dropped =
  /^(VSCODE_.*|ELECTRON_.*|NODE_OPTIONS|NODE_CHANNEL_.*|FORCE_COLOR|PYTHON_COLORS|PYTHONINSPECT)$/i;

export function pythonEnvironment(
  base: NodeJS.ProcessEnv = process.env,
  extra: Readonly<Record<string, string | undefined>> = {},
): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(([name]) => !dropped.test(name));
  return {
    ...Object.fromEntries(kept),
    PYTHONUNBUFFERED: '1',
    PYTHONUTF8: '1',
    PYTHONIOENCODING: 'utf-8',
    PYTHONDONTWRITEBYTECODE: '1',
    ...extra,
  };
}
