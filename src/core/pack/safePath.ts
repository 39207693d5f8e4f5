/**
 * True for a relative path of plain names that every system can keep: no `..`, no drive, no backslash, nothing hidden, no
 * name of a device, none that ends in a dot or is longer than 100 characters, and at most 8 of them.
 */
export function isSafePath(path: string): boolean {
  const parts = path.split('/', 9);
  return (
    parts.length <= 8 &&
    parts.every((part) => /^\w(?:[\w.-]{0,98}[\w-])?$/.test(part) && !isDeviceName(part))
  );
}

/** Whether Windows takes a file so named for a device, whatever its ending. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i.test(name);
}
