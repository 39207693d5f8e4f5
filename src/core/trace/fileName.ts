/** Most files of a recording that are shown, and the longest name of one, in UTF-16 code units. */
export const mostFiles = 1000;
const longestName = 1000;

/**
 * Whether what a recording calls a file leads to one in the program's folder. The program can write to its own
 * recording: nothing outside its folder is read because it says so.
 */
export function isFileInside(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length <= longestName &&
    !/^[a-z]:/i.test(name) &&
    !name.includes('\0') &&
    name.split(/[\\/]/).every((step) => step !== '' && step !== '.' && step !== '..')
  );
}
