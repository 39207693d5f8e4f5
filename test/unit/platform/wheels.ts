/** Wheels that a test builds itself, so that installing needs no network. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const script = `
import sys, zipfile
folder, name, version, requires = sys.argv[1:]
info = f"{name}-{version}.dist-info"
lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
lines += [f"Requires-Dist: {one}" for one in requires.split(";") if one]
files = {
    f"{name}.py": f"version = {version!r}\\ndef main():\\n    print({name!r}, version)\\n",
    f"{info}/METADATA": "\\n".join(lines) + "\\n",
    f"{info}/WHEEL": "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    f"{info}/entry_points.txt": f"[console_scripts]\\n{name}-tool = {name}:main\\n",
}
files[f"{info}/RECORD"] = "".join(f"{path},,\\n" for path in [*files, f"{info}/RECORD"])
with zipfile.ZipFile(f"{folder}/{name}-{version}-py3-none-any.whl", "w") as wheel:
    for path, text in files.items():
        wheel.writestr(path, text)
`;

/** A wheel with one module that knows its version and a script `<name>-tool` that prints it. */
export function buildWheel(
  python: string,
  folder: string,
  name: string,
  version: string,
  requires: readonly string[] = [],
): void {
  mkdirSync(folder, { recursive: true });
  execFileSync(python, ['-c', script, folder, name, version, requires.join(';')]);
}
