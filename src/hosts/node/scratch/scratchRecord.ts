/** What is remembered of a scratch folder beside its files: whose it is, and the texts that were laid out. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isSafePath } from '../../../core/pack/safePath.js';
import { writeAtomically } from '../files/atomicWrite.js';

export const recordName = '.interview-lab.json';

const recordSchema = v.object({
  version: v.literal(1),
  question: v.string(),
  snippet: v.string(),
  /** The name of the file that is run. */
  main: v.pipe(v.string(), v.regex(/^\w+\.py$/)),
  /** Paths relative to the folder, with forward slashes, to the author's text. */
  originals: v.record(v.pipe(v.string(), v.check(isSafePath)), v.string()),
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
  const text = `${JSON.stringify(record, undefined, 2)}\n`;
  if ((await readText(file)) !== text) await writeAtomically(file, text);
}

/** Undefined when there is no such file, or something that is none: a pipe would be waited for. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return (await stat(file)).isFile() ? await readFile(file, 'utf8') : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
