/** What is remembered of a scratch folder beside its files: whose it is, and the texts that were laid out. */
import { join } from 'node:path';
import * as v from 'valibot';
import { isSafePath } from '../../../core/pack/safePath.js';
import { writeAtomically } from '../files/atomicWrite.js';
import { NoRegularFile, readRegular } from '../files/regularFile.js';

export const recordName = '.interview-lab.json';

const recordSchema = v.object({
  version: v.literal(1),
  question: v.string(),
  snippet: v.string(),
  /** The name of the file that is run. */
  main: v.pipe(v.string(), v.regex(/^\w+\.py$/)),
  /** Paths relative to the folder, with forward slashes, to the author's text. A file may be called `constructor`. */
  originals: v.pipe(
    v.custom<object>((value) => typeof value === 'object' && value !== null),
    v.transform((value): unknown[] => Object.entries(value)),
    v.array(v.tuple([v.pipe(v.string(), v.check(isSafePath)), v.string()])),
    v.transform((texts): ReadonlyMap<string, string> => new Map(texts)),
  ),
});

export type ScratchRecord = v.InferOutput<typeof recordSchema>;

/** Undefined when there is none or it is damaged: the files are then taken for the learner's own. */
export async function readRecord(folder: string): Promise<ScratchRecord | undefined> {
  try {
    const parsed = v.safeParse(
      recordSchema,
      JSON.parse((await readText(join(folder, recordName))) ?? ''),
    );
    return parsed.success ? parsed.output : undefined;
  } catch {
    // Not there, or no JSON: both as described above.
    return undefined;
  }
}

/** Leaves the file alone when it says the same already. */
export async function writeRecord(folder: string, record: ScratchRecord): Promise<void> {
  const file = join(folder, recordName);
  const stored = { ...record, originals: Object.fromEntries(record.originals) };
  const text = `${JSON.stringify(stored, undefined, 2)}\n`;
  if ((await readText(file)) !== text) await writeAtomically(file, text);
}

/** Undefined when there is no such file, or something that is none. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return (await readRegular(file))?.toString('utf8');
  } catch (error) {
    if (error instanceof NoRegularFile) return undefined;
    throw error;
  }
}
