import type { Fault } from './pack.js';

const perFile = 20;
const perPack = 500;
/** Longer messages hide what they say; UTF-16 units. */
const longest = 300;

/** The faults worth showing: at most twenty a file and five hundred a pack, the rest counted, with messages of a readable length. */
export function boundFaults(faults: Iterable<Fault>): readonly Fault[] {
  const shown: Fault[] = [];
  const counts = new Map<string, number>();
  let beyond = 0;
  for (const fault of faults) {
    const count = (counts.get(fault.file) ?? 0) + 1;
    counts.set(fault.file, count);
    if (count > perFile) continue;
    if (shown.length >= perPack) beyond += 1;
    else shown.push({ ...fault, message: shorten(fault.message, longest) });
  }
  for (const [file, count] of counts) {
    if (count > perFile && shown.length < perPack)
      shown.push({
        file,
        line: 0,
        message: `The file has ${String(count - perFile)} more problems.`,
      });
  }
  if (beyond > 0)
    shown.push({
      file: 'pack.yaml',
      line: 0,
      message: `The pack has ${String(beyond)} more problems.`,
    });
  return shown;
}

/** A text of at most `length` UTF-16 units, its end replaced by “…” where it is longer; no character is cut in two. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
