/** What reads the standard input: by its name in the code, since a program that waits for input does not say so. */
const reader =
  /\b(?:input|getpass|breakpoint|set_trace|interact)\s*\(|\b(?:stdin|fileinput)\b|\bopen\s*\(\s*0\b|\bread\s*\(\s*0\b/;

/** Whether a program may ask for input while it runs. */
export function readsInput(code: string): boolean {
  return reader.test(code.replace(/^[ \t]*#.*$/gm, ''));
}
