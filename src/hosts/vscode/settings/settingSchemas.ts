/** What each setting may be. Its limits are those of package.json: a test compares the two. */
import * as v from 'valibot';
import type { SettingId, Settings } from '../contributions.js';

const whole = (least: number, most: number): v.GenericSchema<unknown, number> =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const settingSchemas: {
  readonly [K in SettingId]: v.GenericSchema<unknown, Settings[K]>;
} = {
  'interviewLab.pythonPath': v.string(),
  'interviewLab.packs': v.array(v.string()),
  'interviewLab.topics.hideDone': v.boolean(),
  'interviewLab.today.open': v.boolean(),
  'interviewLab.review.newPerDay': whole(0, 1000),
  'interviewLab.review.reviewsPerDay': whole(1, 1000),
  'interviewLab.review.desiredRetention': v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  'interviewLab.review.dailyReminder': v.boolean(),
  'interviewLab.quietRoom': v.boolean(),
  'interviewLab.trace.steps': whole(100, 50_000),
  'interviewLab.trace.seconds': whole(1, 120),
  'interviewLab.trace.objects': whole(20, 2000),
};

/** What can be used of a setting's value: nothing of one of the wrong kind, of a list the entries that are right. */
export interface Readable<T> {
  readonly value: T | undefined;
  /** What cannot be used; none when all is right. */
  readonly wrong: readonly unknown[];
}

export function readSetting<K extends SettingId>(id: K, raw: unknown): Readable<Settings[K]> {
  const schema: v.GenericSchema<unknown, Settings[K]> = settingSchemas[id];
  const isRight = (value: unknown): value is Settings[K] => v.is(schema, value);
  if (isRight(raw)) return { value: raw, wrong: [] };
  const entries: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const right: unknown = entries.filter((entry) => isRight([entry]));
  return Array.isArray(raw) && isRight(right)
    ? { value: right, wrong: entries.filter((entry) => !isRight([entry])) }
    : { value: undefined, wrong: [raw] };
}
