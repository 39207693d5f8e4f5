/** What several Pythons print of one program: those that print the same stand together. */

export interface Printed {
  /** What the Python is called. */
  readonly python: string;
  /** As a terminal shows it, with a last line that tells how it ended where that is no success. */
  readonly text: string;
  /** Whether it is what the author expects of this Python; undefined where the author does not say. */
  readonly asExpected?: boolean;
}

export interface OutputGroup {
  readonly pythons: readonly string[];
  /** As the first of them printed it. */
  readonly text: string;
  readonly asExpected?: boolean;
}

/** In the order of their first Pythons. Addresses of objects differ from run to run and part none. */
export function outputGroups(all: readonly Printed[]): readonly OutputGroup[] {
  const groups = new Map<string, OutputGroup>();
  for (const { python, text, ...judged } of all) {
    const key = `${judged.asExpected}\n${withoutAddresses(text)}`;
    const { pythons, text: first } = groups.get(key) ?? { pythons: [], text };
    groups.set(key, { pythons: [...pythons, python], text: first, ...judged });
  }
  return [...groups.values()];
}

/** The same address is the same number: what is one object in one output and two in another differs. */
export function withoutAddresses(text: string): string {
  const numbers = new Map<string, number>();
  return text.replaceAll(/\b0x[0-9a-f]{6,16}\b/gi, (address) => {
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    return `0x…${number}`;
  });
}
