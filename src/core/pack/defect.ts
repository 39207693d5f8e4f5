/** A `defect` item as its author writes it: what the learner is shown, and the programs that prove it. */
import type { ItemMistake } from './itemMistake.js';
import type { DefectItem, ItemProof } from './pack.js';
import { repeated } from './repeated.js';

export interface WrittenRepair {
  readonly text?: string | undefined;
  /** Takes the place of the faulty line, or of `lines`. */
  readonly code: string;
  /** The first and the last line that are replaced, 1-based. */
  readonly lines?: readonly [number, number] | undefined;
  readonly correct: boolean;
  readonly why: string;
}

export type WrittenDefect = Omit<DefectItem, 'repairs'> & {
  readonly repairs: readonly WrittenRepair[];
  readonly checks: readonly string[];
};

export function defectItem({ checks: _proof, repairs, ...item }: WrittenDefect): DefectItem {
  return {
    ...item,
    repairs: repairs.map((repair) => ({
      text: repair.text ?? shownCode(repair),
      correct: repair.correct,
      why: repair.why,
    })),
  };
}

/** The code with the right repair must pass the checks; as it stands, or with another repair, it must not. */
export function defectProof(item: WrittenDefect): ItemProof {
  const { id, python, checks, repairs } = item;
  const programs = repairs.map((repair) => ({ ...repair, program: repaired(item, repair) }));
  return {
    item: id,
    python,
    checks,
    right: programs.filter(({ correct }) => correct).map(({ program }) => program),
    wrong: [
      { code: item.code, misconception: 'the code as it stands' },
      ...programs
        .filter(({ correct }) => !correct)
        .map(({ program, why }) => ({ code: program, misconception: why })),
    ],
  };
}

/** What is wrong with the lines that it names, and what is named twice. */
export function defectMistakes({ code, faulty, repairs }: WrittenDefect): readonly ItemMistake[] {
  const lines = linesOf(code);
  const found: ItemMistake[] = [];
  const named = [
    ...faulty.map((line, at) => ({ line, path: faulty.length > 1 ? ['faulty', at] : ['faulty'] })),
    ...repairs.flatMap((repair, at) =>
      (repair.lines ?? []).map((line, end) => ({ line, path: ['repairs', at, 'lines', end] })),
    ),
  ];
  for (const { line, path } of named)
    if (line > lines.length)
      found.push({
        path,
        message: `There is no line ${String(line)} in the code; it has ${String(lines.length)}.`,
      });
  for (const [at, line] of faulty.entries())
    if (lines[line - 1]?.trim() === '')
      found.push({
        path: ['faulty', at],
        message: `Line ${String(line)} is blank: nobody can choose it.`,
      });
  for (const at of repeated(faulty.map(String)))
    found.push({ path: ['faulty', at], message: `Line ${String(faulty[at])} stands twice.` });
  for (const [at, repair] of repairs.entries())
    if (repair.lines && repair.lines[0] > repair.lines[1])
      found.push({
        path: ['repairs', at, 'lines'],
        message: 'The first line that is replaced comes before the last.',
      });
  const shown = repairs.map((repair) => (repair.text ?? shownCode(repair)).trim());
  for (const at of repeated(shown))
    found.push({ path: ['repairs', at], message: 'Two repairs say the same.' });
  return found;
}

export function linesOf(code: string): readonly string[] {
  return code.trimEnd().split('\n');
}

function repaired({ code, faulty }: WrittenDefect, repair: WrittenRepair): string {
  const [first, last] = repair.lines ?? [faulty[0] ?? 1, faulty[0] ?? 1];
  const lines = linesOf(code);
  const inserted = repair.code === '' ? [] : linesOf(repair.code);
  return [...lines.slice(0, first - 1), ...inserted, ...lines.slice(last), ''].join('\n');
}

function shownCode({ code, lines }: WrittenRepair): string {
  const [first, last] = lines ?? [];
  const place =
    first === last ? `line ${String(first)}` : `lines ${String(first)} to ${String(last)}`;
  const where = lines === undefined ? '' : `Instead of ${place}:\n\n`;
  return code === ''
    ? `Delete ${lines ? place : 'the line'}.`
    : `${where}\`\`\`python\n${code.trimEnd()}\n\`\`\``;
}
