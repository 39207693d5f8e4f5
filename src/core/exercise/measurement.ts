/** What a module costs on growing inputs, as the measurer found it; see `measurer.py`. */
import * as v from 'valibot';

const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e15));
const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e15));
const words = v.pipe(v.string(), v.maxLength(20_000));

const pointSchema = v.object({ size, seconds: amount, bytes: amount });

const recordSchema = v.variant('kind', [
  v.object({
    kind: v.literal('begin'),
    about: words,
    sizes: v.pipe(v.array(size), v.minLength(2), v.maxLength(20)),
  }),
  v.object({ kind: v.literal('point'), ...pointSchema.entries }),
  v.object({
    kind: v.literal('broken'),
    part: v.picklist(['module', 'measure', 'run']),
    words,
  }),
  v.object({ kind: v.literal('done') }),
]);

type MeasureRecord = v.InferOutput<typeof recordSchema>;
export type MeasuredPoint = v.InferOutput<typeof pointSchema>;

export interface Measurement {
  /** What is measured, in the author's words; empty when nothing was begun. */
  readonly about: string;
  /** Of the inputs, the smallest first. */
  readonly sizes: readonly number[];
  /** In order of their sizes; fewer where larger inputs would take too long, or did. */
  readonly points: readonly MeasuredPoint[];
  /** What was raised, and by what. */
  readonly fault?: { readonly part: 'module' | 'measure' | 'run'; readonly words: string };
  /** It came to its own end. */
  readonly done: boolean;
}

/** Lines that are no records are left out: a last one may have been cut off. */
export function measurementOf(lines: string): Measurement {
  const records = lines.split('\n').flatMap(recordOf);
  const begin = records.find((record) => record.kind === 'begin');
  const broken = records.find((record) => record.kind === 'broken');
  return {
    about: begin?.about ?? '',
    sizes: begin?.sizes ?? [],
    points: records.flatMap((record) => {
      if (record.kind !== 'point') return [];
      const { kind: _, ...point } = record;
      return [point];
    }),
    ...(broken ? { fault: { part: broken.part, words: broken.words } } : {}),
    done: records.some(({ kind }) => kind === 'done'),
  };
}

function recordOf(line: string): readonly MeasureRecord[] {
  try {
    const parsed = v.safeParse(recordSchema, JSON.parse(line));
    return parsed.success ? [parsed.output] : [];
  } catch {
    return [];
  }
}
