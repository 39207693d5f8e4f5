/** The shapes of the front matters of an exercise and of its solutions, with messages for their author. */
import * as v from 'valibot';
import { parseRequirement } from '../python/requirement.js';
import { markdown, number, title } from './fields.js';
import { about } from './schemaShape.js';
import { frontMatterSchema } from './schemas.js';

/** Of exercise.md: what a question's has, and what only an exercise has. */
export const exerciseSchema = v.object({
  ...frontMatterSchema.entries,
  minutes: about(
    'How many minutes a strong candidate takes.',
    v.pipe(
      number('“minutes” is the number of minutes that a strong candidate takes.'),
      v.minValue(1, 'An exercise takes at least one minute.'),
      v.maxValue(240, 'An exercise takes at most 240 minutes.'),
    ),
  ),
  hints: v.optional(
    about(
      'Hints in Markdown, each a step further.',
      v.pipe(
        v.array(markdown('A hint'), 'Hints are a list of texts.'),
        v.maxLength(10, 'More than ten hints are a solution.'),
      ),
    ),
    [],
  ),
  requires: v.optional(
    about(
      'What must be installed, such as ["pydantic>=2"].',
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
    ),
    [],
  ),
  timeout: v.optional(
    about(
      'How many seconds each check may take: 1 to 60, else 10.',
      v.pipe(
        number('“timeout” is the number of seconds that each check may take.'),
        v.minValue(1, 'A check may take at least one second.'),
        v.maxValue(60, 'A check may take at most 60 seconds.'),
      ),
    ),
    '10',
  ),
});

/** Of a solution. */
export const approachSchema = v.object({
  title,
  order: v.optional(
    about('A number: the place among the solutions.', number('The order must be a number.')),
    '0',
  ),
  time: about('What it costs in time, such as `O(n)`.', markdown('What it costs in time')),
  memory: about('What it costs in memory, such as `O(1)`.', markdown('What it costs in memory')),
  when: about('When one would choose it.', markdown('When one would choose it')),
});
