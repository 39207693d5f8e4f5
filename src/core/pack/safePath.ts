/** True for a relative path of plain names: no `..`, no drive, no backslash, nothing hidden. */
export function isSafePath(path: string): boolean {
  return path
    .split('/')
    .every(
      (part) =>
        /^[A-Za-z0-9_][\w.-]*$/.test(part) &&
        !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part),
    );
}
