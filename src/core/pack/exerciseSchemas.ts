/** The shapes of the front matters of an exercise and of its solutions, with messages for their author. */
import * as v from 'valibot';
import { parseRequirement } from '../python/requirement.js';
import { number, words } from './fields.js';
import { frontMatterSchema } from './schemas.js';

/** Of exercise.md: what a question's has, and what only an exercise has. */
export const exerciseSchema = v.object({
  ...frontMatterSchema.entries,
  minutes: v.pipe(
    number('“minutes” is the number of minutes that a strong candidate takes.'),
    v.minValue(1, 'An exercise takes at least one minute.'),
    v.maxValue(240, 'An exercise takes at most 240 minutes.'),
  ),
  hints: v.optional(
    v.pipe(
      v.array(words('A hint'), 'Hints are a list of texts.'),
      v.maxLength(10, 'More than ten hints are a solution.'),
    ),
    [],
  ),
  requires: v.optional(
    v.array(
      v.pipe(
        v.string('A requirement must be text.'),
        v.check(
          (text) => parseRequirement(text) !== undefined,
          'This is no requirement such as “pydantic>=2”.',
        ),
      ),
      'Requirements are a list: ["pydantic>=2"].',
    ),
    [],
  ),
  timeout: v.optional(
    v.pipe(
      number('“timeout” is the number of seconds that each check may take.'),
      v.minValue(1, 'A check may take at least one second.'),
      v.maxValue(60, 'A check may take at most 60 seconds.'),
    ),
    '10',
  ),
});

/** Of a solution. */
export const approachSchema = v.object({
  title: words('The title'),
  order: v.optional(number('The order must be a number.'), '0'),
  time: words('What it costs in time'),
  memory: words('What it costs in memory'),
  when: words('When one would choose it'),
});
