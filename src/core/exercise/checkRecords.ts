/** What the checker writes, a line of JSON each; see `checker.py`. The learner's own code may have written there too. */
import * as v from 'valibot';

const most = { text: 20_000, cases: 1000 } as const;

const text = v.pipe(v.string(), v.maxLength(most.text));
const shown = v.nullable(text);

const failureSchema = v.object({
  error: text,
  /** An assertion of the checks, not something that the learner's code raised. */
  asserted: v.boolean(),
  message: text,
  traceback: text,
  /** 1-based, in the learner's file; null also where the code claims a line that none can be. */
  line: v.fallback(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e6))),
    null,
  ),
  expected: shown,
  actual: shown,
});

const recordSchema = v.variant('kind', [
  v.object({
    kind: v.literal('broken'),
    part: v.picklist(['module', 'checks']),
    failure: failureSchema,
  }),
  v.object({
    kind: v.literal('cases'),
    cases: v.pipe(
      v.array(v.object({ name: text, line: v.number(), explanation: text })),
      v.maxLength(most.cases),
    ),
  }),
  v.object({ kind: v.literal('begin'), name: text }),
  v.object({
    kind: v.literal('end'),
    name: text,
    seconds: v.number(),
    failure: v.nullable(failureSchema),
  }),
  v.object({ kind: v.literal('done') }),
]);

export type CheckFailure = v.InferOutput<typeof failureSchema>;
export type CheckRecord = v.InferOutput<typeof recordSchema>;
export type CheckCase = Extract<CheckRecord, { kind: 'cases' }>['cases'][number];

/** The lines that are records; a last one that was cut off, and what is none, are left out. */
export function checkRecords(lines: string): readonly CheckRecord[] {
  return lines.split('\n').flatMap((line) => {
    const parsed = v.safeParse(recordSchema, jsonOf(line));
    return parsed.success ? [parsed.output] : [];
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
