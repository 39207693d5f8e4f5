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
  'interviewLab.review.newPerDay': whole(0, 1000),
  'interviewLab.review.reviewsPerDay': whole(1, 1000),
  'interviewLab.review.desiredRetention': v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  'interviewLab.review.dailyReminder': v.boolean(),
};
