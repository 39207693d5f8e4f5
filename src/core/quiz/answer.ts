/** What a learner may answer, and the bounds that every answer keeps. */
import * as v from 'valibot';

export type Confidence = 'guess' | 'think' | 'certain';

/** Numbers are places of options or lines: as shown on the page, as written by the author in a session. */
export type Answer =
  | { readonly kind: 'choice'; readonly options: readonly number[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly PlacedLine[] }
  | { readonly kind: 'code'; readonly text: string }
  /** The line is 1-based, as its number is shown. */
  | { readonly kind: 'defect'; readonly line: number; readonly repair: number }
  | { readonly kind: 'skipped' };

export interface PlacedLine {
  readonly line: number;
  /** Levels, each as deep as the author's. */
  readonly indent: number;
}

export const confidenceSchema = v.picklist(['guess', 'think', 'certain']);

/** Characters of what is typed in words. */
export const longestText = 4000;
/** Characters of code. */
export const longestCode = 20_000;

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200));
const places = v.pipe(
  v.array(place),
  v.maxLength(20),
  v.check((list) => new Set(list).size === list.length, 'An option stands twice.'),
);

export const answerSchema: v.GenericSchema<unknown, Answer> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('choice'),
    options: places,
  }),
  v.strictObject({ kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(longestText)) }),
  v.strictObject({
    kind: v.literal('lines'),
    lines: v.pipe(
      v.array(
        v.strictObject({
          line: place,
          indent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12)),
        }),
      ),
      v.maxLength(100),
      v.check(
        (lines) => new Set(lines.map(({ line }) => line)).size === lines.length,
        'A line stands twice.',
      ),
    ),
  }),
  v.strictObject({ kind: v.literal('code'), text: v.pipe(v.string(), v.maxLength(longestCode)) }),
  v.strictObject({
    kind: v.literal('defect'),
    line: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
    repair: place,
  }),
  v.strictObject({ kind: v.literal('skipped') }),
]);
