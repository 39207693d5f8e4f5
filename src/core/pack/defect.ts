/** A `defect` item as its author writes it: what the learner is shown, and the programs that prove it. */
import type { DefectItem, ItemProof } from './pack.js';

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

/** What is wrong with the lines that it names. */
export function defectFault({ code, faulty, repairs }: WrittenDefect): string | undefined {
  const lines = linesOf(code);
  const named = [...faulty, ...repairs.flatMap((repair) => repair.lines ?? [])];
  const outside = named.find((line) => line > lines.length);
  if (outside !== undefined)
    return `There is no line ${String(outside)} in the code; it has ${String(lines.length)}.`;
  const blank = faulty.find((line) => lines[line - 1]?.trim() === '');
  if (blank !== undefined) return `Line ${String(blank)} is blank: nobody can choose it.`;
  return undefined;
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
